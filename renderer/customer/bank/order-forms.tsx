import type { BankSessionView } from "#core/contract/bank-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { AmountLine, TextLine } from "#renderer/customer/bank/field.tsx";
import { BillLines, TransferLines } from "#renderer/customer/bank/order-lines.tsx";
import { OrderPage } from "#renderer/customer/bank/order-page.tsx";
import { useWords } from "#renderer/wording/words.ts";

interface SessionProps {
  readonly session: BankSessionView;
}

/** What one payment and one day may come to with what the customer confirms by (P38–P40). */
function useLimitHint({ limits, paidToday }: BankSessionView): string {
  const words = useWords();
  return limits
    ? words("bank:limits", {
        single: formatFen(limits.single),
        day: formatFen(limits.day),
        paid: formatFen(paidToday),
      })
    : words("bank:limits.none");
}

/** 对外转账. */
export function TransferForm({ session }: SessionProps) {
  const words = useWords();
  return (
    <OrderPage kind="transfer" submit={words("bank:next")}>
      <TransferLines hint={useLimitHint(session)} />
    </OrderPage>
  );
}

/** B2C购物, ordered inside the bank. */
export function PurchaseForm({ session }: SessionProps) {
  const words = useWords();
  return (
    <OrderPage kind="purchase" submit={words("bank:next")}>
      <TextLine
        name="merchant"
        label={words("bank:merchant")}
        defaultValue={words("bank:example.merchant")}
      />
      <AmountLine hint={useLimitHint(session)} />
    </OrderPage>
  );
}

/** 缴费: a bill is named by the customer number on it. */
export function BillForm({ session }: SessionProps) {
  const words = useWords();
  return (
    <OrderPage kind="bill" submit={words("bank:next")}>
      <BillLines hint={useLimitHint(session)} />
    </OrderPage>
  );
}

/** 定期存款提前支取: a deposit is drawn whole, and loses its rate. */
export function EarlyWithdrawalForm({ session }: SessionProps) {
  const words = useWords();
  const all = session.accounts.filter(({ product }) => product === "time-deposit");
  const deposits = all.filter(({ isMatured }) => !isMatured);
  const matured = all.filter(({ isMatured }) => isMatured);
  if (deposits.length === 0) {
    const why = matured.length > 0 ? "bank:deposits.matured" : "bank:deposits.none";
    return <p className="nothing">{words(why)}</p>;
  }
  return (
    <OrderPage kind="early-withdrawal" submit={words("bank:next")}>
      <fieldset className="choices">
        <legend>{words("bank:deposits")}</legend>
        {deposits.map(({ id, number, balance, maturesOn }, index) => (
          <label key={id} className="choice">
            <input type="radio" name="deposit" value={id} defaultChecked={index === 0} />
            <span className="figures">{number}</span>
            <span className="figures">{words("bank:yuan", { amount: formatFen(balance) })}</span>
            {maturesOn && <span>{words("bank:matures", { date: maturesOn })}</span>}
          </label>
        ))}
      </fieldset>
      {matured.length > 0 && (
        <p className="explained">
          {words("bank:deposits.matured-too", {
            numbers: matured.map(({ number }) => number).join(" · "),
          })}
        </p>
      )}
      <p className="caution">{words("bank:deposits.caution")}</p>
    </OrderPage>
  );
}
