import { Suited } from "#renderer/screens/suited.tsx";
import { noWallet } from "#renderer/screens/wallet/freeze-wallet.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 7103 e钱包 密码重置引导: a link to the reserved telephone; nobody here sees a password (W10). */
export function OfferReset() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer?.id) ?? "";
  return (
    <Suited code="7103" whyNot={noWallet}>
      <TransactionScreen code="7103" toInput={(draft) => ({ ...draft, customer })}>
        <p className="explained">{words("wallet:link.explained")}</p>
        <IdentityField />
        <SignedTick />
      </TransactionScreen>
    </Suited>
  );
}
