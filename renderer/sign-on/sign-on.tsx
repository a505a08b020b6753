import { Button, Form, Input, type InputRef } from "antd";
import { useEffect, useRef } from "react";
import type { OperatorCardView } from "#core/contract/people-view.ts";
import { Gate } from "#renderer/sign-on/gate.tsx";
import { PasswordField } from "#renderer/sign-on/password-field.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { fieldError } from "#renderer/transaction/field.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

interface Credentials {
  readonly teller: string;
  readonly password: string;
}

/** 1001 柜员签到. */
export function SignOn() {
  const words = useWords();
  const { waiting, refusal } = useTeller((teller) => teller.session);
  const signOn = useTeller((teller) => teller.signOn);
  const [form] = Form.useForm<Credentials>();
  const number = useRef<InputRef>(null);

  const card = useTeller((teller) => teller.operatorCard);
  const takeCard = useTeller((teller) => teller.takeOperatorCard);

  useEffect(() => number.current?.focus(), []);
  useEffect(() => () => takeCard(undefined), [takeCard]);
  useEffect(() => {
    // The card says who comes; the password is asked all the same (D02).
    if (card?.status !== "known") return;
    form.setFieldValue("teller", card.teller);
    form.getFieldInstance("password")?.focus();
  }, [card, form]);
  useEffect(() => {
    if (refusal) form.setFieldValue("password", "");
  }, [refusal, form]);

  return (
    <Gate title={words("session:sign-on.title")}>
      <Form<Credentials>
        form={form}
        layout="vertical"
        requiredMark={false}
        validateTrigger="onSubmit"
        onFinish={({ teller, password }) => void signOn(teller, password)}
      >
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
          <Input
            ref={number}
            maxLength={4}
            inputMode="numeric"
            autoComplete="off"
            className="figures"
          />
        </Form.Item>
        <PasswordField name="password" label={words("session:sign-on.password")} />
        <CardNote card={card} />
        <RefusalNote refusal={refusal} />
        <Button type="primary" htmlType="submit" block loading={waiting}>
          {words("session:sign-on.submit")}
        </Button>
      </Form>
    </Gate>
  );
}

/** What became of an operator card, or that one may be swiped. */
function CardNote({ card }: { readonly card: OperatorCardView | undefined }) {
  const words = useWords();
  if (card?.status === "unknown") return <p role="alert">{words("people:sign-on.card.unknown")}</p>;
  return <output>{words(card ? "people:sign-on.card" : "people:sign-on.card.hint")}</output>;
}
