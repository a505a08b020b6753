import type { SlipView } from "#core/contract/posting-view.ts";
import { Form } from "#renderer/slips/form.tsx";
import { Notes, partNotes } from "#renderer/slips/notes.tsx";
import { fillSections, type Section } from "#renderer/slips/sections.ts";
import { Sheet } from "#renderer/slips/sheet.tsx";
import { StaffSeals } from "#renderer/slips/staff-seals.tsx";
import { useSlipWords } from "#renderer/slips/use-slip-words.ts";

const sections: readonly Section[] = [
  {
    heading: "others",
    names: [
      "documentKind",
      "falseDocument",
      "nameOnDocument",
      "check",
      "forgerySign",
      "forgeryWords",
      "business",
      "retained",
      "seenAt",
    ],
  },
];

/**
 * 伪造证件报告 on A4: what the police are told (3.8). No customer signs it; teller, approver and bank
 * put their seals.
 */
export function ForgeryReport({ slip }: { readonly slip: SlipView }) {
  const slipWords = useSlipWords();
  const { notes, lines } = partNotes(slip.facts);
  return (
    <Sheet slip={slip}>
      <Form sections={fillSections(sections, lines)} />
      <Notes notes={notes} />
      <section className="signatures">
        <StaffSeals slip={slip} bank={slipWords.acceptanceSeal} />
      </section>
    </Sheet>
  );
}
