import type { SlipView } from "#core/contract/posting-view.ts";
import type { Fact } from "#core/slip/slip.ts";
import { Form } from "#renderer/slips/form.tsx";
import { Notes, partNotes } from "#renderer/slips/notes.tsx";
import { type NumberedFact, numbered } from "#renderer/slips/numbered.ts";
import { fillSections, type Section } from "#renderer/slips/sections.ts";
import { Sheet } from "#renderer/slips/sheet.tsx";
import { StaffSeals } from "#renderer/slips/staff-seals.tsx";
import { useSlipWords } from "#renderer/slips/use-slip-words.ts";

const sections: readonly Section[] = [
  {
    heading: "organ",
    names: ["organ", "freezeKind", "documentNumber", "officer", "deliveredAt", "delivery", "asked"],
  },
  {
    heading: "account",
    names: ["freezeOrder", "account", "orderDocument", "customer", "documentKind", "document"],
  },
  {
    heading: "measure",
    names: [
      "measure",
      "measureObject",
      "freezeScope",
      "target",
      "coversInterest",
      "controlled",
      "balanceAfter",
      "released",
      "deducted",
      "amountInWords",
      "payee",
      "payeeAccount",
      "payeeAt",
      "payeeBank",
      "rest",
      "renewedFrom",
      "freezeEnds",
    ],
  },
  { heading: "queue", names: ["queue", "termAsked", "waitsUntil", "frozenBy", "frozenUntil"] },
];

/**
 * 协助执行回执 on A4: what the organ takes away, with what was asked for, what is really controlled,
 * the place in the queue and the end (F10, F16). There is no paper for the customer.
 */
export function FreezeReceipt({ slip }: { readonly slip: SlipView }) {
  const { notes, lines } = partNotes(slip.facts);
  return (
    <Sheet slip={slip}>
      {partAccounts(lines).map((part) => (
        <Form
          key={part[0]?.key}
          sections={fillSections(
            sections,
            part.map(({ fact }) => fact),
          )}
        />
      ))}
      <Notes notes={notes} />
      <Handover slip={slip} />
    </Sheet>
  );
}

/**
 * The lines of a receipt about several accounts, apart: what is true of all first, then a form for
 * each account, which begins with its order. Those about one account stay together.
 */
function partAccounts(facts: readonly Fact[]): readonly (readonly NumberedFact[])[] {
  const lines = numbered(facts);
  const starts = lines.flatMap(({ fact }, at) => (fact.name === "freezeOrder" ? [at] : []));
  const cuts = starts.length > 1 ? [0, ...starts] : [0];
  return cuts
    .map((start, index) => lines.slice(start, cuts[index + 1]))
    .filter((part) => part.length > 0);
}

/** The officers sign that they took the receipt; teller, approver and bank put their seals. */
function Handover({ slip }: { readonly slip: SlipView }) {
  const slipWords = useSlipWords();
  return (
    <section className="signatures">
      <div className="signature customer">
        <span>{slipWords.receiptTaken}</span>
        <strong>{slipWords.officersSignature}</strong>
        <span className="line" />
        <span>{slipWords.signedOn}</span>
      </div>
      <StaffSeals slip={slip} bank={slipWords.assistanceSeal} />
    </section>
  );
}
