import { noCaseFor } from "#renderer/screens/loss/case-reasons.ts";
import { NumberingOfCase } from "#renderer/screens/loss/chosen-case.tsx";
import { Suited } from "#renderer/screens/suited.tsx";
import { FeeField, SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { CaseField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { ReporterField } from "#renderer/transaction/reporter-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";

const whyNot = noCaseFor("4003");

/** 4003 口头转书面: an oral report is put into writing before it lapses; the stop goes on. */
export function UpgradeLoss() {
  return (
    <Suited code="4003" whyNot={whyNot}>
      <TransactionScreen code="4003" initial={{ reporter: { by: "holder" }, fee: "cash" }}>
        <CaseField transaction="4003" />
        <NumberingOfCase />
        <ReporterField />
        <IdentityField />
        <FeeField />
        <SignedTick />
      </TransactionScreen>
    </Suited>
  );
}
