import { Button, Form } from "antd";
import { useEffect, useRef } from "react";
import { Gate } from "#renderer/sign-on/gate.tsx";
import { PasswordField } from "#renderer/sign-on/password-field.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { GateHelp } from "#renderer/unlock/gate-help.tsx";
import { useSecondsLeft } from "#renderer/unlock/use-seconds-left.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The branch opens in the morning: its passphrase, once for everybody who works here. */
export function EnterPassphrase() {
  const words = useWords();
  const { waiting, refusal } = useTeller((teller) => teller.opening);
  const open = useTeller((teller) => teller.openBranch);
  const [form] = Form.useForm<{ readonly passphrase: string }>();
  const left = useSecondsLeft(refusal);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A try that came too soon was not tried: what was typed may still be right and stays.
    if (refusal && refusal.code !== "vault.too-soon") form.setFieldValue("passphrase", "");
    if (refusal) place.current?.querySelector("input")?.focus();
  }, [refusal, form]);

  return (
    <Gate title={words("vault:open.title")}>
      <p>{words("vault:open.explained")}</p>
      <div ref={place}>
        <Form<{ readonly passphrase: string }>
          form={form}
          layout="vertical"
          requiredMark={false}
          validateTrigger="onSubmit"
          onFinish={({ passphrase }) => void open(passphrase)}
        >
          <PasswordField name="passphrase" label={words("vault:passphrase")} isFirst />
          <RefusalNote refusal={refusal} />
          {left > 0 && <p className="figures">{words("vault:wait.left", { count: left })}</p>}
          <Button type="primary" htmlType="submit" block loading={waiting}>
            {words("vault:open.submit")}
          </Button>
        </Form>
      </div>
      <GateHelp text={words("vault:open.help")} />
    </Gate>
  );
}
