import { Button, Form } from "antd";
import { Gate } from "#renderer/sign-on/gate.tsx";
import { PasswordField } from "#renderer/sign-on/password-field.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { fieldError } from "#renderer/transaction/field.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

interface Passwords {
  readonly password: string;
  readonly next: string;
  readonly again: string;
}

/** A first password is good for one thing: choosing another. */
export function ChangePassword() {
  const words = useWords();
  const { waiting, refusal } = useTeller((teller) => teller.session);
  const change = useTeller((teller) => teller.changePassword);
  return (
    <Gate title={words("session:change.title")}>
      <p>{words("session:change.explained")}</p>
      <Form<Passwords>
        layout="vertical"
        requiredMark={false}
        validateTrigger="onSubmit"
        onFinish={({ password, next }) => void change(password, next)}
      >
        <PasswordField name="password" label={words("session:change.old")} isFirst />
        <PasswordField name="next" label={words("session:change.next")} />
        <PasswordField
          name="again"
          label={words("session:change.again")}
          rules={[
            ({ getFieldValue }) => ({
              message: fieldError(words("session:change.different")),
              validator: async (_rule, again: unknown) => {
                if (again !== getFieldValue("next")) {
                  throw new Error("different");
                }
              },
            }),
          ]}
        />
        <RefusalNote refusal={refusal} />
        <Button type="primary" htmlType="submit" block loading={waiting}>
          {words("session:change.submit")}
        </Button>
      </Form>
    </Gate>
  );
}
