import type { StockHandView } from "#core/contract/stock-view.ts";
import { piecesIn } from "#core/voucher/stock.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Pieces by their runs, with how many each has. What scrolls is reached by keys. */
export function RunsTable({
  caption,
  column: { pieces, ranges },
}: {
  readonly caption: string;
  readonly column: StockHandView["held"];
}) {
  const words = useWords();
  const listed = piecesIn(ranges);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: hundreds of runs scroll in it.
    <section className="runs" aria-label={caption} tabIndex={0}>
      <table className="relations">
        <caption>
          {caption} <span className="figures">{words("stock:page.pieces", { pieces })}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words("stock:delivery.first")}</th>
            <th scope="col">{words("stock:delivery.last")}</th>
            <th scope="col">{words("stock:column.count")}</th>
          </tr>
        </thead>
        <tbody>
          {ranges.map((range) => (
            <tr key={`${range.first}-${range.last}`} className="figures">
              <td>{range.first}</td>
              <td>{range.last}</td>
              <td>{piecesIn([range])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {listed < pieces && (
        <p className="hint">{words("stock:page.more", { more: pieces - listed })}</p>
      )}
    </section>
  );
}
