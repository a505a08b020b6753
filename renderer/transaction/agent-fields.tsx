import { Form, Select } from "antd";
import type { AgencyView } from "#core/contract/customer-view.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { CheckField, documentKinds } from "#renderer/transaction/check-field.tsx";
import { ChooseOneField, useChosenBefore } from "#renderer/transaction/choose-one.tsx";
import { DoubtFields } from "#renderer/transaction/doubt-fields.tsx";
import { requiredRule } from "#renderer/transaction/field.ts";
import { ReasonField, TextField } from "#renderer/transaction/text-fields.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Everything that the law asks of an agent (3.7), with the check of his own document. */
export function AgentFields({
  name,
  withReason = true,
}: {
  readonly name: readonly string[];
  /** False where he is registered: he says why at each visit. */
  readonly withReason?: boolean;
}) {
  const words = useWords();
  const of = (key: string) => [...name, key];
  const kind = words("kit:identity.kind");
  return (
    <>
      <TextField name={of("name")} label={words("kit:agent.name")} />
      <Form.Item
        name={of("documentKind")}
        label={kind}
        rules={requiredRule(words("kit:required.choice", { label: kind }))}
      >
        <Select
          placeholder={words("kit:choose")}
          options={documentKinds.map((value) => ({
            value,
            label: words(`noun:document.${value}`),
          }))}
        />
      </Form.Item>
      <TextField name={of("documentNumber")} label={words("kit:identity.number")} longest={30} />
      <CheckField name={of("check")} />
      <DoubtFields name={name} />
      <TextField name={of("phone")} label={words("kit:agent.phone")} longest={20} inputMode="tel" />
      <TextField name={of("relation")} label={words("kit:agent.relation")} longest={30} />
      {withReason && (
        <TextField name={of("reason")} label={words("kit:agent.reason")} longest={100} />
      )}
    </>
  );
}

/** Those of the register who still serve this customer, each for what he was registered for (2005). */
export function useAgencies(basis?: AgencyView["basis"]): readonly AgencyView[] {
  const agencies = useTeller((teller) => teller.customer?.agencies);
  return (agencies ?? []).filter(
    (agency) => agency.standing === "serves" && (basis === undefined || agency.basis === basis),
  );
}

/** One of the register: chosen, not typed again; his document is checked all the same. */
export function RegisteredAgentFields({
  name,
  agencies,
}: {
  readonly name: readonly string[];
  readonly agencies: readonly AgencyView[];
}) {
  const words = useWords();
  const options = agencies.map(({ id, name: who, document, validTo }) => ({
    value: id,
    label: words("kit:agency.option", { name: who, document, validTo }),
  }));
  useChosenBefore([...name, "agency"], options, undefined);
  return (
    <>
      <ChooseOneField
        name={[...name, "agency"]}
        label={words("kit:agency.label")}
        options={options}
      />
      <CheckField name={[...name, "check"]} />
      <DoubtFields name={name} />
      <ReasonField name={[...name, "reason"]} label={words("kit:agent.reason")} />
    </>
  );
}
