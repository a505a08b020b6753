import { noCaseFor } from "#renderer/screens/loss/case-reasons.ts";
import { Suited } from "#renderer/screens/suited.tsx";
import { AmountField } from "#renderer/transaction/amount-field.tsx";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { CaseField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { SlipField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const whyNot = noCaseFor("4008");

/** 4008 挂失销户: instead of a new card the holder takes balance and interest in cash (T11). */
export function CloseAccount() {
  const words = useWords();
  return (
    <Suited code="4008" whyNot={whyNot}>
      <TransactionScreen code="4008">
        <CaseField transaction="4008" />
        <SlipField />
        <IdentityField />
        <AmountField name="payout" label={words("loss:payout.label")} />
        <SignedTick />
      </TransactionScreen>
    </Suited>
  );
}
