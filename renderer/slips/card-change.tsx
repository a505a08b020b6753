import type { SlipView } from "#core/contract/posting-view.ts";
import { Form } from "#renderer/slips/form.tsx";
import { Notes, partNotes } from "#renderer/slips/notes.tsx";
import { Relations } from "#renderer/slips/relations.tsx";
import {
  accountSection,
  agentSection,
  cardToComeSection,
  customerSection,
  feeSection,
  fillSections,
  type Section,
} from "#renderer/slips/sections.ts";
import { Sheet } from "#renderer/slips/sheet.tsx";
import { Signatures } from "#renderer/slips/signatures.tsx";

const cards: Section = {
  heading: "cards",
  names: ["oldCard", "newCard", "newSerial", "numbering"],
};
const lossBehind: Section = {
  heading: "loss",
  names: ["lossCase", "slip", "kind", "acceptedAt", "formalOn", "maturesOn", "oldSlip", "newSlip"],
};

/** 挂失补卡 on A4: the old card, the new one, and what followed it (T35, L16, L19). */
export function Replacement({ slip }: { readonly slip: SlipView }) {
  const sections = [customerSection, agentSection, lossBehind, cards, accountSection, feeSection];
  return <CardChange slip={slip} sections={[...sections, cardToComeSection]} />;
}

/** 换卡 on A4: the same for a card that was there; or when and where its successor will be (T32). */
export function Exchange({ slip }: { readonly slip: SlipView }) {
  const why: Section = { ...cards, names: ["reason", ...cards.names] };
  const sections = [
    customerSection,
    agentSection,
    accountSection,
    why,
    cardToComeSection,
    feeSection,
  ];
  return <CardChange slip={slip} sections={sections} />;
}

interface CardChangeProps {
  readonly slip: SlipView;
  readonly sections: readonly Section[];
}

function CardChange({ slip, sections }: CardChangeProps) {
  const { notes, lines } = partNotes(slip.facts);
  return (
    <Sheet slip={slip}>
      <Form sections={fillSections(sections, lines)} />
      <Relations moves={slip.relations} />
      <Notes notes={notes} />
      <Signatures slip={slip} />
    </Sheet>
  );
}
