import type { SlipView } from "#core/contract/posting-view.ts";
import { Collection, collectionNames } from "#renderer/slips/collection.tsx";
import { Form } from "#renderer/slips/form.tsx";
import { Notes, partNotes } from "#renderer/slips/notes.tsx";
import { Relations } from "#renderer/slips/relations.tsx";
import { Result } from "#renderer/slips/result.tsx";
import {
  accountSection,
  agentSection,
  customerSection,
  feeSection,
  fillSections,
  lossSection,
  type Section,
} from "#renderer/slips/sections.ts";
import { Sheet } from "#renderer/slips/sheet.tsx";
import { Signatures } from "#renderer/slips/signatures.tsx";
import { useSlipWords } from "#renderer/slips/use-slip-words.ts";
import type { Copy } from "#renderer/slips/wording/zh-CN.ts";

const copies: readonly Copy[] = ["customer", "bank", "archive"];

const sections: readonly Section[] = [
  customerSection,
  agentSection,
  accountSection,
  lossSection,
  feeSection,
  { heading: "term", names: collectionNames },
];

/** 挂失申请书 on A4: one sheet each for customer, bank and archive (3.1, 3.12). */
export function LossApplication({ slip }: { readonly slip: SlipView }) {
  return copies.map((copy) => <CopySheet key={copy} slip={slip} copy={copy} />);
}

function CopySheet({ slip, copy }: { readonly slip: SlipView; readonly copy: Copy }) {
  const slipWords = useSlipWords();
  const { notes, lines } = partNotes(slip.facts);
  const isCustomers = copy === "customer";
  const inForm = isCustomers ? lines.filter(({ name }) => !collectionNames.includes(name)) : lines;

  return (
    <Sheet slip={slip} copy={slipWords.copy[copy]}>
      {isCustomers && <Collection slip={slip} facts={lines} />}
      <Form sections={fillSections(sections, inForm)} />
      <Relations moves={slip.relations} />
      <Notes notes={notes} />
      <Signatures slip={slip} />
      {!isCustomers && <Result />}
    </Sheet>
  );
}
