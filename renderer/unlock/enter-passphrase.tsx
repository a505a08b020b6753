import { Button, Form } from "antd";
import { useEffect } from "react";
import { Gate } from "#renderer/sign-on/gate.tsx";
import { PasswordField } from "#renderer/sign-on/password-field.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** The branch opens in the morning: its passphrase, once for everybody who works here. */
export function EnterPassphrase() {
  const words = useWords();
  const { waiting, refusal } = useTeller((teller) => teller.opening);
  const open = useTeller((teller) => teller.openBranch);
  const [form] = Form.useForm<{ readonly passphrase: string }>();
  useEffect(() => {
    if (refusal) form.setFieldValue("passphrase", "");
  }, [refusal, form]);

  return (
    <Gate title={words("vault:open.title")}>
      <p>{words("vault:open.explained")}</p>
      <Form<{ readonly passphrase: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        validateTrigger="onSubmit"
        onFinish={({ passphrase }) => void open(passphrase)}
      >
        <PasswordField name="passphrase" label={words("vault:passphrase")} isFirst />
        <RefusalNote refusal={refusal} />
        <Button type="primary" htmlType="submit" block loading={waiting}>
          {words("vault:open.submit")}
        </Button>
      </Form>
    </Gate>
  );
}
