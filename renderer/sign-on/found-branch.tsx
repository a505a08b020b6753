import { Button, Form, Input } from "antd";
import { useState } from "react";
import type { Sent } from "#core/contract/contract.ts";
import type { Role } from "#core/teller/teller.ts";
import { Gate } from "#renderer/sign-on/gate.tsx";
import { People } from "#renderer/sign-on/people.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { fieldError } from "#renderer/transaction/field.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { GateHelp } from "#renderer/unlock/gate-help.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Founding = Sent<"branch.found">;

const needed: readonly Role[] = ["branch-head", "supervisor", "teller"];

/** The first start of a live branch: its data, its people, and a first password for each. */
export function FoundBranch() {
  const words = useWords();
  const { waiting, refusal } = useTeller((teller) => teller.session);
  const found = useTeller((teller) => teller.foundBranch);
  const [isShort, sayShort] = useState(false);

  function submit(founding: Founding): void {
    const roles = founding.people.map((person) => person.role);
    const isComplete = needed.every((role) => roles.includes(role));
    sayShort(!isComplete);
    if (isComplete) void found(founding);
  }

  return (
    <Gate title={words("session:found.title")}>
      <p>{words("session:found.explained")}</p>
      <Form<Founding>
        layout="vertical"
        className="founding"
        requiredMark={false}
        validateTrigger="onSubmit"
        scrollToFirstError={{ focus: true }}
        initialValues={{ people: needed.map((role) => ({ role })) }}
        onFinish={submit}
      >
        <Form.Item
          name="code"
          label={words("session:found.code")}
          rules={[
            {
              required: true,
              pattern: /^\d{4}$/,
              message: fieldError(words("session:found.code.invalid")),
            },
          ]}
        >
          <Input
            maxLength={4}
            inputMode="numeric"
            autoComplete="off"
            className="figures"
            autoFocus
          />
        </Form.Item>
        <TextField name="name" label={words("session:found.name")} longest={60} />
        <TextField name="englishName" label={words("session:found.english")} longest={80} />
        <People />
        {isShort && (
          <p role="alert" className="refusal">
            {words("session:found.roles.missing")}
          </p>
        )}
        <RefusalNote refusal={refusal} />
        <Button type="primary" htmlType="submit" block loading={waiting}>
          {words("session:found.submit")}
        </Button>
      </Form>
      <GateHelp text={words("vault:found.help")} />
    </Gate>
  );
}
