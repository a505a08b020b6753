import { Button, Form, Input, Select } from "antd";
import { PasswordField } from "#renderer/sign-on/password-field.tsx";
import { fieldError } from "#renderer/transaction/field.ts";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { useWords } from "#renderer/wording/words.ts";

const roles = ["branch-head", "supervisor", "teller", "auditor", "administrator"] as const;
const PEOPLE_AT_LEAST = 3;
const PEOPLE_AT_MOST = 50;

/** The people of a branch that is being set up. */
export function People() {
  const words = useWords();
  return (
    <fieldset className="people">
      <legend>{words("session:found.people")}</legend>
      <Form.List name="people">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className="person">
                <Person at={row.name} />
                <Button
                  disabled={rows.length <= PEOPLE_AT_LEAST}
                  onClick={() => remove(row.name)}
                  aria-label={`${words("session:found.remove")} ${row.name + 1}`}
                >
                  {words("session:found.remove")}
                </Button>
              </div>
            ))}
            <Button
              disabled={rows.length >= PEOPLE_AT_MOST}
              onClick={() => add({ role: "teller" })}
            >
              {words("session:found.add")}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function Person({ at }: { readonly at: number }) {
  const words = useWords();
  return (
    <>
      <Form.Item
        name={[at, "role"]}
        label={words("session:found.person.role")}
        rules={[{ required: true, message: fieldError(words("kit:choose")) }]}
      >
        <Select options={roles.map((value) => ({ value, label: words(`shell:role.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name={[at, "id"]}
        label={words("session:sign-on.teller")}
        rules={[
          {
            required: true,
            pattern: /^\d{4}$/,
            message: fieldError(words("session:sign-on.teller.invalid")),
          },
          ({ getFieldValue }) => ({
            message: fieldError(words("session:found.person.twice")),
            validator: async (_rule, id: unknown) => {
              const people: readonly { readonly id?: string }[] = getFieldValue("people") ?? [];
              if (id && people.filter((person) => person?.id === id).length > 1) {
                throw new Error("twice");
              }
            },
          }),
        ]}
      >
        <Input maxLength={4} inputMode="numeric" autoComplete="off" className="figures" />
      </Form.Item>
      <TextField name={[at, "name"]} label={words("session:found.person.name")} longest={40} />
      <PasswordField
        name={[at, "password"]}
        label={words("session:found.person.password")}
        rules={[
          {
            pattern: /^(?=.*[A-Za-z])(?=.*\d).{12,}$/,
            message: fieldError(words("session:found.person.password.weak")),
          },
        ]}
      />
    </>
  );
}
