import { AccountPinField, Blocked } from "#renderer/screens/cash/blocked.tsx";
import { isOpenAccount, noAccount } from "#renderer/screens/cash/open-account.ts";
import { Suited } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { AccountNumberField } from "#renderer/transaction/account-number-field.tsx";
import { AmountField } from "#renderer/transaction/amount-field.tsx";
import { AccountField } from "#renderer/transaction/customer-fields.tsx";
import { SwipeField } from "#renderer/transaction/swipe-field.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 3013 转账: out of the account by card and PIN, to one of ours or another bank's. */
export function Transfer() {
  const words = useWords();
  const account = useTeller(
    ({ customer, subject }) => customer?.cards.find(({ id }) => id === subject.card)?.account,
  );
  return (
    <Suited code="3013" whyNot={noAccount}>
      <TransactionScreen code="3013" initial={account === undefined ? {} : { account }}>
        <AccountField only={isOpenAccount} label={words("cash:payer.label")} />
        <Blocked />
        <TextField name="payeeName" label={words("cash:payee.name")} />
        <AccountNumberField name="payeeAccount" label={words("cash:payee.account")} />
        <AmountField />
        <SwipeField name="swipe" label={words("cash:payer.card")} />
        <AccountPinField />
      </TransactionScreen>
    </Suited>
  );
}
