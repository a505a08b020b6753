import { Button, Form } from "antd";
import { useEffect } from "react";
import { Gate } from "#renderer/sign-on/gate.tsx";
import { PasswordField } from "#renderer/sign-on/password-field.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 1003: the counter while its teller is away. Nothing of the desk is left in the page (D07). */
export function Locked() {
  const words = useWords();
  const session = useTeller((teller) => teller.workstation?.session);
  const { waiting, refusal } = useTeller((teller) => teller.session);
  const resume = useTeller((teller) => teller.resume);
  const signOff = useTeller((teller) => teller.signOff);
  const [form] = Form.useForm<{ readonly password: string }>();
  useEffect(() => {
    if (refusal) form.setFieldValue("password", "");
  }, [refusal, form]);

  if (session?.status !== "locked") return null;
  return (
    <Gate title={words("session:lock.title")}>
      <p>{words("session:lock.explained", { name: session.name, teller: session.teller })}</p>
      <Form<{ readonly password: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        validateTrigger="onSubmit"
        onFinish={({ password }) => void resume(password)}
      >
        <PasswordField name="password" label={words("session:sign-on.password")} isFirst />
        <RefusalNote refusal={refusal} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={waiting}>
            {words("session:lock.submit")}
          </Button>
          <Button onClick={() => void signOff()}>{words("session:lock.sign-off")}</Button>
        </div>
      </Form>
    </Gate>
  );
}
