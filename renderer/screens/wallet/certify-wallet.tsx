import type { AccountView } from "#core/contract/customer-view.ts";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { noWallet } from "#renderer/screens/wallet/freeze-wallet.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { AccountField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Accounts that can stand behind a wallet: money comes and goes through them at any time. */
function isToBeLinked({ life, product }: AccountView): boolean {
  return life === "open" && product !== "time-deposit";
}

const whyNot: WhyNot = (customer, words, here) => {
  const without = noWallet(customer, words, here);
  if (without.length > 0) return without;
  return customer.accounts.some(isToBeLinked)
    ? []
    : [{ text: words("wallet:whyNot.noAccount"), ways: [{ code: "9002" }] }];
};

/** 7102 e钱包 实名认证: identity card or passport, its check, and the account behind the wallet (W08). */
export function CertifyWallet() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer?.id) ?? "";
  return (
    <Suited code="7102" whyNot={whyNot}>
      <TransactionScreen code="7102" toInput={(draft) => ({ ...draft, customer })}>
        <AccountField only={isToBeLinked} label={words("wallet:account.label")} />
        <IdentityField />
        <SignedTick />
      </TransactionScreen>
    </Suited>
  );
}
