import type { CardSheetView } from "#core/contract/bank-view.ts";
import { columnBlocks, columnLetter } from "#renderer/card-sheet/layout.ts";
import { PageMarks } from "#renderer/card-sheet/page-marks.tsx";
import { useSheetWords } from "#renderer/card-sheet/use-sheet-words.ts";

/**
 * The same card for somebody who does not see well: figures of 28 points on A4, nothing to fold. A
 * card that is too wide for one sheet comes in blocks of whole columns.
 */
export function LargePrint({ sheet }: { readonly sheet: CardSheetView }) {
  const words = useSheetWords();
  return (
    <main className="large">
      <PageMarks />
      {columnBlocks(sheet).map((columns) => (
        <section key={columns[0]}>
          <header>
            <h1>
              {words.product} · {words.large}
            </h1>
            <p className="figures">
              {words.serial} {sheet.serial}
            </p>
            <strong>{words.demonstration}</strong>
          </header>
          <Block sheet={sheet} columns={columns} />
        </section>
      ))}
      <footer>
        <ul>
          {words.instructions(sheet.uses).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{words.notGiven}</p>
      </footer>
    </main>
  );
}

function Block({
  sheet,
  columns,
}: {
  readonly sheet: CardSheetView;
  readonly columns: readonly number[];
}) {
  const words = useSheetWords();
  const rows = Array.from({ length: sheet.rows }, (_, row) => row);
  return (
    <table className="cells" aria-label={words.grid}>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col">
              {columnLetter(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{row + 1}</th>
            {columns.map((column) => (
              <td key={column} className="figures">
                {sheet.cells[row * sheet.columns + column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
