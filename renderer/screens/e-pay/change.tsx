import { ActionField, useAction } from "#renderer/screens/e-bank/action-field.tsx";
import {
  AliasField,
  EnrolmentField,
  noEnrolment,
  PhoneSaidField,
  useChosenEnrolment,
  useChosenEnrolmentId,
  usePhoneSaid,
} from "#renderer/screens/e-pay/enrolment-field.tsx";
import { EPayBeside } from "#renderer/screens/e-pay/enrolments.tsx";
import { Suited } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { SmsCodeField } from "#renderer/transaction/sms-code-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 7005 e支付 别名/手机变更: in person and before a supervisor; a new telephone cools (E13, O09). */
export function ChangeEPay() {
  return (
    <Suited code="7005" whyNot={noEnrolment}>
      <div className="with-beside">
        <TransactionScreen code="7005" initial={{ action: "rename" }}>
          <ActionField actions={["rename", "re-bind"]} />
          <EnrolmentField />
          <FieldsOfAction />
          <IdentityField />
          <SignedTick />
        </TransactionScreen>
        <EPayBeside />
      </div>
    </Suited>
  );
}

function FieldsOfAction() {
  const action = useAction();
  if (action === "rename") return <AliasField />;
  return action === "re-bind" ? <ReBindFields /> : null;
}

/**
 * One telephone for everything: a number that is said becomes the reserved one. An enrolment whose
 * telephone is not the reserved one any more is bound to that, and then no number is asked for.
 */
function ReBindFields() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer?.id);
  const isApart = useChosenEnrolment()?.stopped === "phone";
  const enrolment = useChosenEnrolmentId();
  const phone = usePhoneSaid();
  const toReserved = customer &&
    enrolment && { purpose: "e-pay.change-phone" as const, customer, enrolment };
  const toNew = customer && phone && { purpose: "phone-change" as const, customer, phone };
  return (
    <>
      {isApart ? (
        <p className="hint">{words("ePay:re-bind.reserved")}</p>
      ) : (
        <>
          <p className="hint">{words("ePay:re-bind.hint")}</p>
          <PhoneSaidField label={words("ePay:phone.new")} />
        </>
      )}
      <SmsCodeField asked={(isApart ? toReserved : toNew) || undefined} />
    </>
  );
}
