import { Checkbox, Form } from "antd";
import { CardId } from "#core/card/card.ts";
import {
  CardPinField,
  isUsable,
  RegisteredCardFields,
} from "#renderer/screens/e-bank/registered-card.tsx";
import {
  AliasField,
  PhoneSaidField,
  usePhoneSaid,
} from "#renderer/screens/e-pay/enrolment-field.tsx";
import { EPayBeside } from "#renderer/screens/e-pay/enrolments.tsx";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { fieldError } from "#renderer/transaction/field.ts";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { SmsCodeField } from "#renderer/transaction/sms-code-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 7001 e支付开通: the holder's card, her reserved telephone, the agreement, PIN and code (E01–E10). */
export function EnrolEPay() {
  const words = useWords();
  return (
    <Suited code="7001" whyNot={whyNot}>
      <div className="with-beside">
        <TransactionScreen code="7001">
          <p className="hint">{words("ePay:enrol.hint")}</p>
          <RegisteredCardFields services={[]} />
          <IdentityField />
          <PhoneSaidField label={words("ePay:phone.reserved")} />
          <AgreementTick />
          <CardPinField />
          <AliasField />
          <EnrolCodeField />
          <SignedTick />
        </TransactionScreen>
        <EPayBeside />
      </div>
    </Suited>
  );
}

/** 已阅读并接受: the tick stands for the version that holds now (E07). */
function AgreementTick() {
  const words = useWords();
  const version = useTeller((teller) => teller.customer?.ePay.agreement) ?? "";
  return (
    <Form.Item
      name="agreement"
      valuePropName="checked"
      getValueProps={(value: unknown) => ({ checked: value !== undefined })}
      getValueFromEvent={({ target }: { readonly target: { readonly checked: boolean } }) =>
        target.checked ? version : undefined
      }
      rules={[{ required: true, message: fieldError(words("ePay:agreement.required")) }]}
    >
      <Checkbox>{words("ePay:agreement.accepted", { version })}</Checkbox>
    </Form.Item>
  );
}

/** The code is good for this card and this telephone; another of either needs another code. */
function EnrolCodeField() {
  const customer = useTeller((teller) => teller.customer?.id);
  const chosen = Form.useWatch<unknown>("card", Form.useFormInstance());
  const card = CardId.safeParse(chosen).data;
  const phone = usePhoneSaid();
  return (
    <SmsCodeField
      asked={
        customer && card && phone ? { purpose: "e-pay.enrol", customer, card, phone } : undefined
      }
    />
  );
}

const whyNot: WhyNot = (customer, words) => {
  if (customer.phone === undefined) {
    return [{ text: words("ePay:no-phone"), ways: [{ code: "2004" }] }];
  }
  if (customer.cards.some(isUsable)) return [];
  return [{ text: words("eBank:card.none"), ways: [{ code: "9002" }] }];
};
