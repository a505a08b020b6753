import { Button, Form } from "antd";
import { PasswordField } from "#renderer/sign-on/password-field.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

interface Asked {
  readonly key?: string;
}

/** A new data key for what is written from now on; a demonstration has no passphrase to ask for. */
export function RotateKey({ isLive }: { readonly isLive: boolean }) {
  const words = useWords();
  const { waiting, done, refusal } = useTeller((teller) => teller.keeping.key);
  const rotate = useTeller((teller) => teller.rotateKey);
  const [form] = Form.useForm<Asked>();

  async function submit({ key = "" }: Asked): Promise<void> {
    await rotate(key);
    form.resetFields();
  }

  return (
    <section aria-labelledby="rotate-key">
      <h2 id="rotate-key">{words("vault:rotate.title")}</h2>
      <p>{words("vault:rotate.explained")}</p>
      <Form<Asked>
        form={form}
        layout="vertical"
        requiredMark={false}
        validateTrigger="onSubmit"
        onFinish={(typed) => void submit(typed)}
      >
        {isLive && <PasswordField name="key" label={words("vault:passphrase")} />}
        <RefusalNote refusal={refusal} />
        {done && <p role="status">{words("vault:rotate.done")}</p>}
        <Button htmlType="submit" loading={waiting}>
          {words("vault:rotate.submit")}
        </Button>
      </Form>
    </section>
  );
}
