import { Checkbox, Form, Input } from "antd";
import { useEffect } from "react";
import type { PersonView } from "#core/contract/people-view.ts";
import { DocumentKind } from "#core/identity/document.ts";
import { Role } from "#core/teller/teller.ts";
import { FirstPasswordField } from "#renderer/screens/people/first-password-field.tsx";
import { OperatorCardField } from "#renderer/screens/people/operator-card-field.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { fieldError } from "#renderer/transaction/field.ts";
import { ReasonField, TextField } from "#renderer/transaction/text-fields.tsx";
import type { Draft } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Action = Draft<"9008">["action"];

/** What is asked for each step about a person. */
export function PersonFields({
  action,
  people,
}: {
  readonly action: Action;
  readonly people: readonly PersonView[];
}) {
  const form = Form.useFormInstance();
  const id = Form.useWatch<string | undefined>("teller", form);
  return (
    <>
      {action === "register" ? <NumberField /> : <WhoField people={people} />}
      {action === "register" && <OfficeFields />}
      {action === "change" && <OfficeFields person={people.find((one) => one.id === id)} />}
      {action === "link" && <LinkFields />}
      {(action === "register" || action === "reset-password") && (
        <FirstPasswordField teller={action === "register" ? undefined : id} />
      )}
      {action === "card" && <OperatorCardField />}
      {action !== "register" && <ReasonField />}
    </>
  );
}

function NumberField() {
  const words = useWords();
  return (
    <Form.Item
      name="teller"
      label={words("session:sign-on.teller")}
      rules={[
        {
          required: true,
          pattern: /^\d{4}$/,
          message: fieldError(words("session:sign-on.teller.invalid")),
        },
      ]}
    >
      <Input maxLength={4} inputMode="numeric" autoComplete="off" className="figures count" />
    </Form.Item>
  );
}

function WhoField({ people }: { readonly people: readonly PersonView[] }) {
  const words = useWords();
  return (
    <ChooseOneField
      name="teller"
      label={words("people:who")}
      none={words("people:list.none")}
      options={people
        .filter(({ leftAt }) => leftAt === undefined)
        .map(({ id, name }) => ({ value: id, label: `${id} ${name}` }))}
    />
  );
}

/** Name, office and duty; of somebody who is there they begin as they are. */
function OfficeFields({ person }: { readonly person?: PersonView | undefined }) {
  const words = useWords();
  const form = Form.useFormInstance();
  const role = Form.useWatch<Role | undefined>("role", form);
  useEffect(() => {
    if (!person) return;
    const { name, role: office, assists } = person;
    form.setFieldsValue({ name, role: office, assists });
  }, [form, person]);
  useEffect(() => {
    if (role !== undefined && role !== "teller") form.setFieldValue("assists", false);
  }, [form, role]);

  return (
    <>
      <TextField name="name" label={words("people:name")} longest={40} />
      <ChooseOneField
        name="role"
        label={words("people:role")}
        options={Role.options.map((value) => ({ value, label: words(`shell:role.${value}`) }))}
      />
      <Form.Item name="assists" valuePropName="checked" initialValue={false}>
        <Checkbox disabled={role !== "teller"}>{words("people:assists.tick")}</Checkbox>
      </Form.Item>
    </>
  );
}

/** Which customer this person is, or is related to, by the document the branch knows them by (D08). */
function LinkFields() {
  const words = useWords();
  return (
    <>
      <ChooseOneField
        name="whose"
        label={words("people:whose")}
        options={(["own", "relative"] as const).map((value) => ({
          value,
          label: words(`term:kinship.${value}`),
        }))}
      />
      <p>{words("people:link.explained")}</p>
      <ChooseOneField
        name={["document", "kind"]}
        label={words("people:document.kind")}
        isOptional
        options={DocumentKind.options.map((value) => ({
          value,
          label: words(`noun:document.${value}`),
        }))}
      />
      <TextField
        name={["document", "number"]}
        label={words("people:document.number")}
        longest={30}
        isOptional
      />
    </>
  );
}
