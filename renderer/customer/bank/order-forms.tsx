import { useId, useRef } from "react";
import type { BankSessionView } from "#core/contract/bank-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { AmountLine, TextLine } from "#renderer/customer/bank/field.tsx";
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

/** 对外转账. A presenter may let an invented payee be filled in. */
export function TransferForm({ session }: SessionProps) {
  const words = useWords();
  const lines = useRef<HTMLDivElement>(null);

  function fillIn(): void {
    for (const [name, value] of [
      ["payeeName", words("bank:example.payee")],
      ["payeeAccount", EXAMPLE_ACCOUNT],
    ] as const) {
      const input = lines.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (input) input.value = value;
    }
    lines.current?.querySelector<HTMLInputElement>('input[name="amount"]')?.focus();
  }

  return (
    <OrderPage kind="transfer" submit={words("bank:next")}>
      <div ref={lines}>
        <p className="line">
          <button type="button" className="example" onClick={fillIn}>
            {words("bank:example.payee.fill")}
          </button>
        </p>
        <TextLine name="payeeName" label={words("bank:payee-name")} />
        <TextLine
          name="payeeAccount"
          label={words("bank:payee-account")}
          inputMode="numeric"
          hint={words("bank:payee-account.hint")}
        />
        <AmountLine hint={useLimitHint(session)} />
      </div>
    </OrderPage>
  );
}

/** Nobody's account: the branch's own numbers begin differently. */
const EXAMPLE_ACCOUNT = "9558800200135073266";

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

const billers = ["water", "power", "gas", "phone"] as const;

/** 缴费: a bill is named by the customer number on it. */
export function BillForm({ session }: SessionProps) {
  const words = useWords();
  const id = useId();
  return (
    <OrderPage kind="bill" submit={words("bank:next")}>
      <div className="line">
        <label htmlFor={id}>{words("bank:biller")}</label>
        <select id={id} name="biller">
          {billers.map((biller) => (
            <option key={biller} value={words(`bank:biller.${biller}`)}>
              {words(`bank:biller.${biller}`)}
            </option>
          ))}
        </select>
      </div>
      <TextLine
        name="reference"
        label={words("bank:reference")}
        hint={words("bank:reference.hint")}
        defaultValue="20061208-77"
      />
      <AmountLine hint={useLimitHint(session)} />
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
