import { Button, Form } from "antd";
import { useFocusAfter } from "#renderer/screens/vault/use-focus-after.ts";
import { Gate } from "#renderer/sign-on/gate.tsx";
import { PasswordField } from "#renderer/sign-on/password-field.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { fieldError } from "#renderer/transaction/field.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { GateHelp } from "#renderer/unlock/gate-help.tsx";
import { useWords } from "#renderer/wording/words.ts";

interface Passphrases {
  readonly passphrase: string;
  readonly again: string;
}

/**
 * A live branch gets its passphrase: a new one, or one whose keys an older program left in clear.
 * Typed twice, because a slip of the finger would lock everybody out for ever.
 */
export function SetPassphrase({ isOlder }: { readonly isOlder: boolean }) {
  const words = useWords();
  const { waiting, refusal } = useTeller((teller) => teller.opening);
  const place = useFocusAfter({ waiting, done: false, refusal });
  const set = useTeller((teller) => teller.setPassphrase);
  return (
    <Gate title={words("vault:set.title")}>
      <p>{words("vault:set.explained")}</p>
      <p>{words("vault:set.envelopes")}</p>
      {isOlder && <p>{words("vault:set.older")}</p>}
      <div ref={place.form}>
        <Form<Passphrases>
          layout="vertical"
          requiredMark={false}
          validateTrigger="onSubmit"
          onFinish={({ passphrase }) => void set(passphrase)}
        >
          <PasswordField name="passphrase" label={words("vault:passphrase")} isFirst />
          <PasswordField
            name="again"
            label={words("vault:again")}
            rules={[
              ({ getFieldValue }) => ({
                message: fieldError(words("vault:different")),
                validator: async (_rule, again: unknown) => {
                  if (again !== getFieldValue("passphrase")) throw new Error("different");
                },
              }),
            ]}
          />
          <RefusalNote refusal={refusal} />
          <Button type="primary" htmlType="submit" block loading={waiting}>
            {words("vault:set.submit")}
          </Button>
        </Form>
      </div>
      <GateHelp text={words("vault:set.help")} />
    </Gate>
  );
}
