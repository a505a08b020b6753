import { Button, Form } from "antd";
import { useState } from "react";
import {
  AgentFields,
  RegisteredAgentFields,
  useAgencies,
} from "#renderer/transaction/agent-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { useWords } from "#renderer/wording/words.ts";

/**
 * Whoever stands for a holder that cannot act (3.7). Behind a key of its own, because it is rare: the
 * form asks for nothing more until somebody opens it.
 */
export function OnBehalfFields({ name }: { readonly name: string }) {
  const words = useWords();
  const form = Form.useFormInstance();
  const [isOpen, open] = useState(() => form.getFieldValue([name, "onBehalf"]) !== undefined);
  return (
    <>
      {isOpen && <Representative name={[name, "onBehalf"]} />}
      <Button
        className="on-behalf"
        aria-expanded={isOpen}
        onClick={() => {
          form.setFieldValue([name, "onBehalf"], undefined);
          open(!isOpen);
        }}
      >
        {words(isOpen ? "kit:behalf.close" : "kit:behalf.open")}
      </Button>
    </>
  );
}

function Representative({ name }: { readonly name: readonly string[] }) {
  const words = useWords();
  const guardians = useAgencies("guardian");
  const basis = Form.useWatch<unknown>([...name, "basis"], Form.useFormInstance());
  const bases = ["guardian", "home-visit"] as const;
  return (
    <>
      <p className="hint">{words("kit:behalf.level")}</p>
      <ChooseOneField
        name={[...name, "basis"]}
        label={words("kit:behalf.label")}
        options={[
          ...(guardians.length > 0
            ? [{ value: "registered", label: words("kit:reporter.registered") }]
            : []),
          ...bases.map((value) => ({ value, label: words(`kit:behalf.${value}`) })),
        ]}
      />
      {basis === "registered" && (
        <RegisteredAgentFields key="registered" name={[...name, "agent"]} agencies={guardians} />
      )}
      {(basis === "guardian" || basis === "home-visit") && (
        <>
          <AgentFields key="agent" name={[...name, "agent"]} />
          <TextField name={[...name, "papers"]} label={words("kit:behalf.papers")} longest={100} />
        </>
      )}
    </>
  );
}
