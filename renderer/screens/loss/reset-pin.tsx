import { noCaseFor } from "#renderer/screens/loss/case-reasons.ts";
import { CasePinField } from "#renderer/screens/loss/chosen-case.tsx";
import { Suited } from "#renderer/screens/suited.tsx";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { CaseField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { SlipField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";

const whyNot = noCaseFor("4009");

/** 4009 挂失密码重置: after the term the holder chooses a new PIN on the pad (T21, T24). */
export function ResetPin() {
  return (
    <Suited code="4009" whyNot={whyNot}>
      <TransactionScreen code="4009">
        <CaseField transaction="4009" />
        <SlipField />
        <IdentityField />
        <CasePinField purpose="new" />
        <SignedTick />
      </TransactionScreen>
    </Suited>
  );
}
