import { Form } from "antd";
import { DayField } from "#renderer/screens/freeze/day-field.tsx";
import { ScopeField } from "#renderer/screens/identity/scope-field.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { AgentFields } from "#renderer/transaction/agent-fields.tsx";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { ChooseOneField, useChosenBefore } from "#renderer/transaction/choose-one.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { ReasonField, TextField } from "#renderer/transaction/text-fields.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const actions = ["register", "end"] as const;
const bases = ["power-of-attorney", "guardian"] as const;

/** 2005 代理关系登记: who may act for the customer from now on, or no longer (3.7). */
export function RegisterAgency() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer?.id);
  return (
    <TransactionScreen
      code="2005"
      initial={{ action: "register" }}
      toInput={(draft) => ofCustomer(draft, customer)}
    >
      <ChooseOneField
        name="action"
        label={words("identity:agency.action")}
        options={actions.map((value) => ({ value, label: words(`identity:agency.${value}`) }))}
      />
      <FieldsOfAction />
    </TransactionScreen>
  );
}

function FieldsOfAction() {
  const action = Form.useWatch<unknown>("action", Form.useFormInstance());
  if (action === "end") return <EndFields />;
  return action === "register" ? <RegisterFields /> : null;
}

function RegisterFields() {
  const words = useWords();
  return (
    <>
      <ChooseOneField
        name="basis"
        label={words("fact:agencyBasis")}
        options={bases.map((value) => ({ value, label: words(`term:agency-basis.${value}`) }))}
      />
      <IdentityField />
      <AgentFields name={["agent"]} withReason={false} />
      <TextField name="papers" label={words("kit:behalf.papers")} longest={100} />
      <ScopeField />
      <DayField name="validTo" label={words("fact:agencyEnds")} />
      <SignedTick />
    </>
  );
}

function EndFields() {
  const words = useWords();
  const agencies = useTeller((teller) => teller.customer?.agencies) ?? [];
  const options = agencies
    .filter(({ standing }) => standing !== "ended")
    .map(({ id, name, document, validTo }) => ({
      value: id,
      label: words("kit:agency.option", { name, document, validTo }),
    }));
  useChosenBefore("agency", options, undefined);
  return (
    <>
      <ChooseOneField
        name="agency"
        label={words("kit:agency.label")}
        options={options}
        none={words("identity:agency.none")}
      />
      <IdentityField />
      <ReasonField />
      <SignedTick />
    </>
  );
}

function ofCustomer(draft: Draft<"2005">, customer: string | undefined): Draft<"2005"> {
  return draft.action === "end" ? draft : { ...draft, customer: customer ?? "" };
}
