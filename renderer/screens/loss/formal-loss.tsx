import { isReportable, noCardToReport, useLikelyLost } from "#renderer/screens/loss/reportable.ts";
import { useUsualReasons } from "#renderer/screens/loss/usual-reasons.ts";
import { Suited } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import {
  FeeField,
  MediumField,
  NumberingField,
  SignedTick,
} from "#renderer/transaction/choice-fields.tsx";
import { CardField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { ReporterField } from "#renderer/transaction/reporter-field.tsx";
import { ReasonField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";

const whyNot = noCardToReport(["card"]);

/** 4002 书面挂失: the written report, by the holder or an agent with both documents (T02, T09). */
export function FormalLoss() {
  const customer = useTeller((teller) => teller.customer);
  const likely = useLikelyLost(["card"]);
  const usual = useUsualReasons();
  return (
    <Suited code="4002" whyNot={whyNot}>
      <TransactionScreen
        code="4002"
        initial={{ medium: "card", reporter: { by: "holder" }, fee: "cash" }}
      >
        <CardField only={isReportable(customer, ["card"])} likely={likely} />
        <MediumField />
        <NumberingField />
        <ReporterField />
        <IdentityField />
        <ReasonField usual={usual} />
        <FeeField />
        <SignedTick />
      </TransactionScreen>
    </Suited>
  );
}
