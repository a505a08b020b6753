import { Button, Form } from "antd";
import { useState } from "react";
import { useFocusAfter } from "#renderer/screens/vault/use-focus-after.ts";
import { PasswordField } from "#renderer/sign-on/password-field.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

interface Asked {
  readonly key?: string;
}

/** A new data key for what is written from now on; a demonstration has no passphrase to ask for. */
export function RotateKey({
  isLive,
  isFirst = false,
}: {
  readonly isLive: boolean;
  readonly isFirst?: boolean;
}) {
  const words = useWords();
  const kept = useTeller((teller) => teller.keeping.key);
  const { waiting, done, refusal } = kept;
  const place = useFocusAfter<HTMLParagraphElement>(kept);
  const [isAsking, askFirst] = useState(false);
  const rotate = useTeller((teller) => teller.rotateKey);
  const [form] = Form.useForm<Asked>();

  async function submit({ key = "" }: Asked): Promise<void> {
    // A passphrase is a second thought of its own; where there is none, one is asked for.
    if (!isLive && !isAsking) return askFirst(true);
    askFirst(false);
    await rotate(key);
    form.setFieldsValue({ key: "" });
  }

  function callOff(): void {
    askFirst(false);
    place.form.current?.querySelector<HTMLElement>("button[type=submit]")?.focus();
  }

  return (
    <section aria-labelledby="rotate-key">
      <h2 id="rotate-key">{words("vault:rotate.title")}</h2>
      <p>{words("vault:rotate.explained")}</p>
      <div ref={place.form}>
        <Form<Asked>
          form={form}
          layout="vertical"
          requiredMark={false}
          validateTrigger="onSubmit"
          onFinish={(typed) => void submit(typed)}
        >
          {isLive && (
            <PasswordField name="key" label={words("vault:passphrase")} isFirst={isFirst} />
          )}
          <RefusalNote refusal={refusal} />
          {done && !isAsking && (
            <p ref={place.result} role="status" tabIndex={-1}>
              {words("vault:rotate.done")}
            </p>
          )}
          {isAsking && <p role="alert">{words("vault:rotate.sure")}</p>}
          <div className="actions">
            <Button htmlType="submit" autoFocus={isFirst && !isLive} loading={waiting}>
              {words(isAsking ? "vault:rotate.yes" : "vault:rotate.submit")}
            </Button>
            {isAsking && (
              <Button autoFocus onClick={callOff}>
                {words("vault:rotate.no")}
              </Button>
            )}
          </div>
        </Form>
      </div>
    </section>
  );
}
