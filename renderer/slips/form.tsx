import type { Fact } from "#core/slip/slip.ts";
import { numbered } from "#renderer/slips/numbered.ts";
import { packRows } from "#renderer/slips/rows.ts";
import { sayOnPaper } from "#renderer/slips/say-on-paper.ts";
import type { FilledSection } from "#renderer/slips/sections.ts";
import { useSlipWords } from "#renderer/slips/use-slip-words.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The ruled form: a heading at the left of each section, two lines beside each other. */
export function Form({ sections }: { readonly sections: readonly FilledSection[] }) {
  if (sections.length === 0) return null;
  return (
    <table className="form">
      <FormColumns />
      {sections.map((section) => (
        <SectionRows key={section.heading} section={section} />
      ))}
    </table>
  );
}

/** The columns of a ruled form: heading, then twice a label and its value. */
export function FormColumns() {
  return (
    <colgroup>
      <col className="heading" />
      <col className="label" />
      <col />
      <col className="label" />
      <col />
    </colgroup>
  );
}

function SectionRows({ section: { heading, facts } }: { readonly section: FilledSection }) {
  const words = useWords();
  const slipWords = useSlipWords();
  const cells = numbered(facts).map(({ key, fact }) => ({
    key,
    fact,
    text: sayOnPaper(words, fact),
  }));
  const rows = packRows(cells);

  return (
    <tbody>
      {rows.map((row, index) => (
        <tr key={row[0]?.key}>
          {index === 0 && (
            <th className="heading" scope="rowgroup" rowSpan={rows.length}>
              {slipWords.heading[heading]}
            </th>
          )}
          {row.map(({ key, fact, text }) => (
            <Cell key={key} fact={fact} text={text} isAlone={row.length === 1} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

interface CellProps {
  readonly fact: Fact;
  readonly text: string;
  readonly isAlone: boolean;
}

function Cell({ fact, text, isAlone }: CellProps) {
  const words = useWords();
  return (
    <>
      <th scope="row">{words(`fact:${fact.name}`)}</th>
      <td className="figures" data-fact={fact.name} colSpan={isAlone ? 3 : 1}>
        {text}
      </td>
    </>
  );
}
