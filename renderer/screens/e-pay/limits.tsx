import { formatFen } from "#core/money/fen.ts";
import {
  EnrolmentField,
  noEnrolment,
  useChosenEnrolment,
} from "#renderer/screens/e-pay/enrolment-field.tsx";
import { EPayBeside } from "#renderer/screens/e-pay/enrolments.tsx";
import { Suited } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { AmountField } from "#renderer/transaction/amount-field.tsx";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 7002 e支付限额调整: down at once; up, to the bank's limit, before a supervisor (E15). */
export function LimitEPay() {
  const words = useWords();
  return (
    <Suited code="7002" whyNot={noEnrolment}>
      <div className="with-beside">
        <TransactionScreen code="7002">
          <EnrolmentField />
          <LimitsNow />
          <AmountField name="single" label={words("ePay:limit.single")} />
          <AmountField name="day" label={words("ePay:limit.day")} />
          <IdentityField />
          <SignedTick />
        </TransactionScreen>
        <EPayBeside />
      </div>
    </Suited>
  );
}

/** What the limits are, and the most they may be. */
function LimitsNow() {
  const words = useWords();
  const enrolment = useChosenEnrolment();
  const ceiling = useTeller((teller) => teller.customer?.ePay.ceiling);
  if (!enrolment || ceiling === undefined) return null;
  return (
    <p className="hint figures">
      {words("ePay:limits.now", {
        single: formatFen(enrolment.single),
        day: formatFen(enrolment.day),
        ceiling: formatFen(ceiling),
      })}
    </p>
  );
}
