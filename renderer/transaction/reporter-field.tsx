import { Form, Select } from "antd";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { requiredRule } from "#renderer/transaction/field.ts";
import { CheckField, documentKinds } from "#renderer/transaction/identity-field.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Who reports: the holder, or an agent with every datum that the law asks of one (T09, 3.7). */
export function ReporterField({ name = "reporter" }: { readonly name?: string }) {
  const words = useWords();
  const by = Form.useWatch<unknown>([name, "by"], Form.useFormInstance());
  return (
    <>
      <ChooseOneField
        name={[name, "by"]}
        label={words("kit:reporter.label")}
        options={[
          { value: "holder", label: words("kit:reporter.holder") },
          { value: "agent", label: words("kit:reporter.agent") },
        ]}
      />
      {by === "agent" && <AgentFields name={name} />}
    </>
  );
}

function AgentFields({ name }: { readonly name: string }) {
  const words = useWords();
  const of = (key: string) => [name, "agent", key];
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
      <TextField name={of("phone")} label={words("kit:agent.phone")} longest={20} inputMode="tel" />
      <TextField name={of("relation")} label={words("kit:agent.relation")} longest={30} />
      <TextField name={of("reason")} label={words("kit:agent.reason")} longest={100} />
    </>
  );
}
