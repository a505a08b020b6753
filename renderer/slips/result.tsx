import { FormColumns } from "#renderer/slips/form.tsx";
import { useSlipWords } from "#renderer/slips/use-slip-words.ts";

/** How the case ended, filled in by hand on the copies that the bank keeps (3.1). */
export function Result() {
  const slipWords = useSlipWords();
  return (
    <table className="form result">
      <FormColumns />
      <tbody>
        <tr>
          <th className="heading" scope="rowgroup" rowSpan={3}>
            {slipWords.result}
          </th>
          <td colSpan={4} className="choices">
            {slipWords.resultKinds.map((kind) => (
              <span key={kind}>□ {kind}</span>
            ))}
          </td>
        </tr>
        <tr className="blank">
          <th scope="row">{slipWords.resultCard}</th>
          <td />
          <th scope="row">{slipWords.resultDate}</th>
          <td />
        </tr>
        <tr className="blank">
          <th scope="row">{slipWords.customerSignature}</th>
          <td />
          <th scope="row">{slipWords.resultTellers}</th>
          <td />
        </tr>
      </tbody>
    </table>
  );
}
