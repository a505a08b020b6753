import type { SlipView } from "#core/contract/posting-view.ts";
import { DayTables, isOfDay } from "#renderer/slips/day-tables.tsx";
import { Form } from "#renderer/slips/form.tsx";
import { Notes, partNotes } from "#renderer/slips/notes.tsx";
import { QrCode } from "#renderer/slips/qr-code.tsx";
import { fillSections, type Section } from "#renderer/slips/sections.ts";
import { Sheet } from "#renderer/slips/sheet.tsx";
import { Signatures } from "#renderer/slips/signatures.tsx";
import { useWords } from "#renderer/wording/words.ts";

const sections: readonly Section[] = [
  {
    heading: "seal",
    names: [
      "businessDay",
      "reportNumber",
      "sealedDay",
      "sealedSlips",
      "sealedFrom",
      "sealedTo",
      "turnover",
      "deposits",
      "chainHead",
      "signer",
    ],
  },
];

/** 1105 on A4: how the day stands (X), or how it ended, signed for a machine to read (Z). */
export function DaySeal({ slip }: { readonly slip: SlipView }) {
  const words = useWords();
  const { notes, lines } = partNotes(slip.facts);
  const said = lines.filter((fact) => fact.kind !== "qr" && !isOfDay(fact));
  return (
    <Sheet slip={slip}>
      <Form sections={fillSections(sections, said)} />
      <DayTables facts={lines} />
      {lines.map(
        (fact) =>
          fact.kind === "qr" && (
            <figure key={fact.text} className="qr-code" data-fact={fact.name}>
              <QrCode text={fact.text} label={words("fact:sealCode")} />
              <figcaption>{fact.text}</figcaption>
            </figure>
          ),
      )}
      <Notes notes={notes} />
      <Signatures slip={slip} />
    </Sheet>
  );
}
