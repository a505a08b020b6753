import { Form, Input } from "antd";
import type { EPayView } from "#core/contract/e-pay-view.ts";
import { EPayId } from "#core/e-pay/e-pay.ts";
import { Phone } from "#core/identity/phone.ts";
import { liveEnrolments, sayEnrolment } from "#renderer/screens/e-pay/enrolments.tsx";
import type { WhyNot } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField, useChosenBefore } from "#renderer/transaction/choose-one.tsx";
import { type FieldProps, fieldError, requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/** One of the customer's enrolments; the one that the screen was opened for is chosen already. */
export function EnrolmentField({
  only = everyone,
}: {
  readonly only?: (enrolment: EPayView) => boolean;
}) {
  const words = useWords();
  const enrolments = useTeller((teller) => teller.customer?.ePay.enrolments) ?? [];
  const about = useTeller((teller) => teller.subject.enrolment);
  const options = enrolments.filter(only).map((one) => ({
    value: one.id as string,
    label: `${one.alias} · ${sayEnrolment(one, words)}`,
  }));
  useChosenBefore("enrolment", options, about);
  return (
    <ChooseOneField
      name="enrolment"
      label={words("ePay:enrolment")}
      options={options}
      none={words("ePay:none")}
    />
  );
}

/** The enrolment that is chosen in the form around. */
export function useChosenEnrolment(): EPayView | undefined {
  const chosen = Form.useWatch<string | undefined>("enrolment", Form.useFormInstance());
  return useTeller((teller) => teller.customer?.ePay.enrolments.find(({ id }) => id === chosen));
}

/** The reference of what is chosen, as the wire wants it. */
export function useChosenEnrolmentId(): EPayId | undefined {
  const chosen = useChosenEnrolment();
  return EPayId.safeParse(chosen?.id).data;
}

/** 别名: what the customer calls the card, so that its number is never shown (E13). */
export function AliasField() {
  const words = useWords();
  const label = words("ePay:alias");
  return (
    <Form.Item
      name="alias"
      label={label}
      extra={words("ePay:alias.hint")}
      rules={[
        ...requiredRule(words("kit:required", { label })),
        { pattern: /^(?!.*\d{5})/, message: fieldError(words("ePay:alias.digits")) },
      ]}
    >
      <Input maxLength={20} autoComplete="off" />
    </Form.Item>
  );
}

/** A telephone as the customer says it, eleven digits. */
export function PhoneSaidField({
  label,
  isOptional,
}: Pick<FieldProps, "isOptional"> & {
  readonly label: string;
}) {
  const words = useWords();
  return (
    <Form.Item
      name="phone"
      label={label}
      rules={[
        ...requiredRule(words("kit:required", { label }), isOptional),
        { pattern: /^1[3-9]\d{9}$/, message: fieldError(words("ePay:phone.invalid")) },
      ]}
    >
      <Input maxLength={11} inputMode="numeric" autoComplete="off" className="figures" />
    </Form.Item>
  );
}

/** The telephone in the form around, once it is one. */
export function usePhoneSaid(): Phone | undefined {
  const typed = Form.useWatch<unknown>("phone", Form.useFormInstance());
  return Phone.safeParse(typed).data;
}

/** Why nothing can be changed: the customer has no enrolment that is in use or suspended. */
export const noEnrolment: WhyNot = (customer, words) =>
  liveEnrolments(customer).length > 0
    ? []
    : [{ text: words("ePay:none.here"), ways: [{ code: "7001" }] }];

function everyone({ status }: EPayView): boolean {
  return status === "enrolled" || status === "suspended";
}
