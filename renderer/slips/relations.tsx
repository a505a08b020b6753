import type { RelationMove } from "#core/replacement/relation.ts";
import { useSlipWords } from "#renderer/slips/use-slip-words.ts";
import { useWords } from "#renderer/wording/words.ts";

const ways = ["carried", "re-bound", "tell-others"] as const satisfies RelationMove["how"][];

/** What hangs on the card, each with a tick for what became of it (T35). */
export function Relations({ moves }: { readonly moves: readonly RelationMove[] }) {
  const words = useWords();
  const slipWords = useSlipWords();
  if (moves.length === 0) return null;
  return (
    <table className="relations" aria-label={slipWords.relations}>
      <colgroup>
        <col className="service" />
        <col />
        {ways.map((way) => (
          <col key={way} className="way" />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="colgroup" colSpan={2 + ways.length} className="caption">
            {slipWords.relations}
          </th>
        </tr>
        <tr>
          <th scope="col">{slipWords.service}</th>
          <th scope="col">{slipWords.label}</th>
          {ways.map((way) => (
            <th key={way} scope="col" className="way">
              {words(`noun:move.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <tr key={move.relation} data-relation={move.relation} data-how={move.how}>
            <th scope="row">{words(`noun:relation.${move.kind}`)}</th>
            <td className="figures">{move.label}</td>
            {ways.map((way) => (
              <td key={way} className="way">
                {way === move.how ? "✓" : ""}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
