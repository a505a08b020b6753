import { Button, Form } from "antd";
import { useFocusAfter } from "#renderer/screens/vault/use-focus-after.ts";
import { PasswordField } from "#renderer/sign-on/password-field.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { fieldError } from "#renderer/transaction/field.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

interface Passphrases {
  readonly passphrase: string;
  readonly next: string;
  readonly again: string;
}

/** Another passphrase for the branch, by whoever knows the one that it has. */
export function ChangePassphrase() {
  const words = useWords();
  const kept = useTeller((teller) => teller.keeping.passphrase);
  const { waiting, done, refusal } = kept;
  const place = useFocusAfter<HTMLParagraphElement>(kept);
  const change = useTeller((teller) => teller.changePassphrase);
  const [form] = Form.useForm<Passphrases>();

  async function submit({ passphrase, next }: Passphrases): Promise<void> {
    await change(passphrase, next);
    form.setFieldsValue({ passphrase: "", next: "", again: "" });
  }

  return (
    <section aria-labelledby="change-passphrase">
      <h2 id="change-passphrase">{words("vault:change.title")}</h2>
      <p>{words("vault:set.envelopes")}</p>
      <div ref={place.form}>
        <Form<Passphrases>
          form={form}
          layout="vertical"
          requiredMark={false}
          validateTrigger="onSubmit"
          onFinish={(typed) => void submit(typed)}
        >
          <PasswordField name="passphrase" label={words("vault:change.old")} isFirst />
          <PasswordField name="next" label={words("vault:change.next")} />
          <PasswordField
            name="again"
            label={words("vault:change.again")}
            rules={[
              ({ getFieldValue }) => ({
                message: fieldError(words("vault:different")),
                validator: async (_rule, again: unknown) => {
                  if (again !== getFieldValue("next")) throw new Error("different");
                },
              }),
            ]}
          />
          <RefusalNote refusal={refusal} />
          {done && (
            <p ref={place.result} role="status" tabIndex={-1}>
              {words("vault:change.done")}
            </p>
          )}
          <Button htmlType="submit" loading={waiting}>
            {words("vault:change.submit")}
          </Button>
        </Form>
      </div>
    </section>
  );
}
