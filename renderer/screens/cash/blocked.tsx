import { Form } from "antd";
import { Instead } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { PinField } from "#renderer/transaction/pin-field.tsx";
import { useWords } from "#renderer/wording/words.ts";

function useChosenAccount(): string | undefined {
  return Form.useWatch<string | undefined>("account", Form.useFormInstance());
}

/** The PIN of the account that was chosen above. */
export function AccountPinField() {
  return <PinField account={useChosenAccount()} purpose="verify" />;
}

/** An account from which nothing can be drawn says so before anybody types an amount. */
export function Blocked() {
  const words = useWords();
  const chosen = useChosenAccount();
  const account = useTeller((teller) => teller.customer?.accounts.find(({ id }) => id === chosen));
  if (!account) return null;
  if (account.dormant) {
    const text = words("refusal:account.dormant");
    return <Instead reasons={[{ text, ways: [{ code: "6010" }] }]} />;
  }
  if (account.available === undefined) {
    const text = words("refusal:account.judicial-freeze");
    return <Instead reasons={[{ text, ways: [{ code: "9002" }] }]} />;
  }
  const isBlocked = account.holds.some(
    (hold) =>
      hold.source !== "restricted" && (hold.kind === "debit-block" || hold.kind === "full-block"),
  );
  if (!isBlocked) return null;
  const text = words("cash:blocked", { number: account.number });
  return <Instead reasons={[{ text, ways: [{ code: "9002" }] }]} />;
}
