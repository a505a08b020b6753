import { EnrolmentField } from "#renderer/screens/e-pay/enrolment-field.tsx";
import { EPayBeside } from "#renderer/screens/e-pay/enrolments.tsx";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 7004 e支付 注销: it ends for good, in whatever state it is (5.5). */
export function CancelEPay() {
  const words = useWords();
  return (
    <Suited code="7004" whyNot={whyNot}>
      <div className="with-beside">
        <TransactionScreen code="7004">
          <EnrolmentField only={({ status }) => status !== "cancelled"} />
          <p className="notable">{words("ePay:cancel.for-good")}</p>
          <IdentityField />
          <SignedTick />
        </TransactionScreen>
        <EPayBeside />
      </div>
    </Suited>
  );
}

const whyNot: WhyNot = ({ ePay }, words) =>
  ePay.enrolments.some(({ status }) => status !== "cancelled")
    ? []
    : [{ text: words("ePay:none.here"), ways: [{ code: "7001" }] }];
