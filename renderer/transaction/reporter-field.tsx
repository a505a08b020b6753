import { Form } from "antd";
import {
  AgentFields,
  RegisteredAgentFields,
  useAgencies,
} from "#renderer/transaction/agent-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { useWords } from "#renderer/wording/words.ts";

/**
 * Who reports: the holder, an agent with every datum that the law asks of one (T09, 3.7), or one of
 * the register, where the customer has any (2005).
 */
export function ReporterField({ name = "reporter" }: { readonly name?: string }) {
  const words = useWords();
  const agencies = useAgencies();
  const by = Form.useWatch<unknown>([name, "by"], Form.useFormInstance());
  return (
    <>
      <ChooseOneField
        name={[name, "by"]}
        label={words("kit:reporter.label")}
        options={[
          { value: "holder", label: words("kit:reporter.holder") },
          ...(agencies.length > 0
            ? [{ value: "registered-agent", label: words("kit:reporter.registered") }]
            : []),
          { value: "agent", label: words("kit:reporter.agent") },
        ]}
      />
      {by === "agent" && <AgentFields key="agent" name={[name, "agent"]} />}
      {by === "registered-agent" && (
        <RegisteredAgentFields key="registered" name={[name, "agent"]} agencies={agencies} />
      )}
    </>
  );
}
