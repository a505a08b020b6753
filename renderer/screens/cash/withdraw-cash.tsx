import { Form } from "antd";
import { isOpenAccount, noAccount } from "#renderer/screens/cash/open-account.ts";
import { Instead, Suited } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { AmountField } from "#renderer/transaction/amount-field.tsx";
import { AccountField } from "#renderer/transaction/customer-fields.tsx";
import { PinField } from "#renderer/transaction/pin-field.tsx";
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

function useChosenAccount(): string | undefined {
  return Form.useWatch<string | undefined>("account", Form.useFormInstance());
}

function AccountPinField() {
  return <PinField account={useChosenAccount()} purpose="verify" />;
}

/** An account from which nothing can be drawn says so before anybody types an amount. */
function Blocked() {
  const words = useWords();
  const chosen = useChosenAccount();
  const account = useTeller((teller) => teller.customer?.accounts.find(({ id }) => id === chosen));
  const isBlocked = account?.holds.some(
    ({ kind }) => kind === "debit-block" || kind === "full-block",
  );
  if (!account || !isBlocked) return null;
  const text = words("cash:blocked", { number: account.number });
  return <Instead reasons={[{ text, ways: [{ code: "9002" }] }]} />;
}
