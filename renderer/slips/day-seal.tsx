import type { SlipView } from "#core/contract/posting-view.ts";
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

/** 日终封账单 on A4: the state of the books as figures, and signed for a machine to read (1105). */
export function DaySeal({ slip }: { readonly slip: SlipView }) {
  const words = useWords();
  const { notes, lines } = partNotes(slip.facts);
  const said = lines.filter(({ kind }) => kind !== "qr");
  return (
    <Sheet slip={slip}>
      <Form sections={fillSections(sections, said)} />
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
