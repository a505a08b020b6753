import { AccountPinField, Blocked } from "#renderer/screens/cash/blocked.tsx";
import { isOpenAccount, noAccount } from "#renderer/screens/cash/open-account.ts";
import { Suited } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { AmountField } from "#renderer/transaction/amount-field.tsx";
import { AccountField } from "#renderer/transaction/customer-fields.tsx";
import { SwipeField } from "#renderer/transaction/swipe-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 3012 现金取款: cash to the holder, by card and PIN (5.1, L15). */
export function WithdrawCash() {
  const words = useWords();
  const account = useTeller(
    ({ customer, subject }) => customer?.cards.find(({ id }) => id === subject.card)?.account,
  );
  return (
    <Suited code="3012" whyNot={noAccount}>
      <TransactionScreen code="3012" initial={account === undefined ? {} : { account }}>
        <AccountField only={isOpenAccount} />
        <Blocked />
        <AmountField />
        <SwipeField name="swipe" label={words("cash:swipe.label")} />
        <AccountPinField />
      </TransactionScreen>
    </Suited>
  );
}
