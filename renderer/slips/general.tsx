import type { SlipView } from "#core/contract/posting-view.ts";
import { Form } from "#renderer/slips/form.tsx";
import { Notes, partNotes } from "#renderer/slips/notes.tsx";
import { Relations } from "#renderer/slips/relations.tsx";
import {
  accountSection,
  agentSection,
  cardToComeSection,
  cashSection,
  controlSection,
  customerSection,
  eBankSection,
  feeSection,
  fillSections,
  lossSection,
  passwordCardSection,
  reversalSection,
  type Section,
  stockSection,
} from "#renderer/slips/sections.ts";
import { Sheet } from "#renderer/slips/sheet.tsx";
import { Signatures } from "#renderer/slips/signatures.tsx";

const moneySection: Section = {
  heading: "money",
  names: ["amount", "amountInWords", "interest", "payout", "balanceAfter", "availableAfter"],
};

const usual: readonly Section[] = [
  customerSection,
  agentSection,
  accountSection,
  lossSection,
  moneySection,
  cardToComeSection,
  feeSection,
];

/** Password cards, electronic banking and their blank stock: 50xx, 8001, 8007 and 8008. */
const desk: readonly Section[] = [
  customerSection,
  accountSection,
  passwordCardSection,
  eBankSection,
  stockSection,
  moneySection,
  feeSection,
];

/** Holds of customers and of the bank: 6008 to 6010. */
const hold: readonly Section[] = [customerSection, accountSection, controlSection, moneySection];

/** 1106: the money stands in red, with the way the cash went. */
const reversal: readonly Section[] = [
  reversalSection,
  customerSection,
  accountSection,
  stockSection,
  {
    heading: "money",
    names: ["amount", "cashReturned", "cashTakenBack", "box", "balanceAfter"],
  },
  feeSection,
];

/** 1101 to 1104: cash of a box or of the vault. */
const cash: readonly Section[] = [cashSection];

/** The sections of a slip, by what its transaction is about. */
function sectionsOf(code: string): readonly Section[] {
  if (code === "1106") return reversal;
  if (/^110[1-4]$/.test(code)) return cash;
  if (/^5|^800[178]/.test(code)) return desk;
  return /^60(?:08|09|10)$/.test(code) ? hold : usual;
}

/** 通用业务回单 on A5: the paper of every posting that has no form of its own (3.12). */
export function General({ slip }: { readonly slip: SlipView }) {
  const { notes, lines } = partNotes(slip.facts);
  return (
    <Sheet slip={slip}>
      <Form sections={fillSections(sectionsOf(slip.code), lines)} />
      <Relations moves={slip.relations} />
      <Notes notes={notes} />
      <Signatures slip={slip} />
    </Sheet>
  );
}
