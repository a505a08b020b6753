import { useRef, useState } from "react";
import type { Sent } from "#core/contract/contract.ts";
import type { EnteredWalletView, MerchantView } from "#core/contract/own-wallet-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { type Fen, fenFromText, formatFen } from "#core/money/fen.ts";
import { Line } from "#renderer/customer/line.tsx";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { Declined, typed } from "#renderer/customer/wallet/fields.tsx";
import { type Intent, Moving } from "#renderer/customer/wallet/moving.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Order = Sent<"wallet.pay">["order"];

/** What an order would pay, to be confirmed. */
export function useIntent(): (order: Order, payee: string, amount: Fen) => Intent {
  const ask = useCustomer((customer) => customer.askWallet);
  return (order, payee, amount) => ({
    ...{ payee, amount },
    send: (id, password) => ask("wallet.pay", { id, order, password }),
  });
}

function AmountLine() {
  const words = useWords();
  return (
    <Line
      required
      name="amount"
      label={words("wallet:amount")}
      inputMode="decimal"
      maxLength={12}
    />
  );
}

/** 充值 (W09): from the account behind the wallet. */
export function TopUpForm({ entered: { account } }: { readonly entered: EnteredWalletView }) {
  const words = useWords();
  const ask = useCustomer((customer) => customer.askWallet);
  return (
    <Moving
      submit={words("wallet:top-up")}
      read={(form) => {
        const amount = fenFromText(typed(form, "amount"));
        if (amount === undefined) return undefined;
        return { amount, send: (id, password) => ask("wallet.top-up", { id, amount, password }) };
      }}
    >
      {account && (
        <dl className="facts">
          <dt>{words("wallet:account")}</dt>
          <dd className="figures">{account.number}</dd>
          <dt>{words("wallet:account.available")}</dt>
          <dd className="figures">
            {words("wallet:yuan", { amount: formatFen(account.available) })}
          </dd>
        </dl>
      )}
      <AmountLine />
    </Moving>
  );
}

/** 转账 to another wallet, by name and telephone. */
export function TransferForm() {
  const words = useWords();
  const intent = useIntent();
  return (
    <Moving
      submit={words("wallet:transfer")}
      read={(form) => {
        const amount = fenFromText(typed(form, "amount"));
        const [payeeName, payeePhone] = [typed(form, "payeeName"), typed(form, "payeePhone")];
        if (amount === undefined) return undefined;
        const order = { kind: "transfer", payeeName, payeePhone, amount } as const;
        return intent(order, `${payeeName} ${payeePhone}`, amount);
      }}
    >
      <Line required name="payeeName" label={words("wallet:payee-name")} />
      <Line
        required
        name="payeePhone"
        label={words("wallet:payee-phone")}
        inputMode="numeric"
        maxLength={11}
      />
      <AmountLine />
    </Moving>
  );
}

/** 付款 (W02): by the account that a merchant gives, or by the text of the code it shows. */
export function PayForm() {
  const words = useWords();
  const [how, choose] = useState<"merchant" | "code">("merchant");
  return (
    <>
      <fieldset className="how">
        <legend>{words("wallet:pay.how")}</legend>
        {(["merchant", "code"] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="how" checked={one === how} onChange={() => choose(one)} />{" "}
            {words(`wallet:pay.${one}`)}
          </label>
        ))}
      </fieldset>
      {how === "merchant" ? <MerchantForm /> : <CodeForm />}
    </>
  );
}

function MerchantForm() {
  const words = useWords();
  const intent = useIntent();
  return (
    <Moving
      submit={words("wallet:pay")}
      read={(form) => {
        const amount = fenFromText(typed(form, "amount"));
        const [merchant, merchantName] = [typed(form, "merchant"), typed(form, "merchantName")];
        if (amount === undefined) return undefined;
        return intent({ kind: "merchant", merchant, merchantName, amount }, merchantName, amount);
      }}
    >
      <Line
        required
        name="merchant"
        label={words("wallet:merchant")}
        hint={words("wallet:merchant.hint")}
        inputMode="numeric"
        maxLength={15}
      />
      <Line required name="merchantName" label={words("wallet:merchant-name")} maxLength={25} />
      <AmountLine />
    </Moving>
  );
}

function CodeForm() {
  const words = useWords();
  const ask = useCustomer((customer) => customer.askWallet);
  const intent = useIntent();
  const scanning = useRef<HTMLFormElement>(null);
  const [read, keep] = useState<{ readonly merchant: MerchantView; readonly text: string }>();
  const [refusal, refuse] = useState<Refusal>();

  async function recognise(): Promise<void> {
    if (!scanning.current) return;
    const text = typed(scanning.current, "text").trim();
    const reply = await ask("wallet.read-code", { text });
    keep(reply.ok ? { merchant: reply.value, text } : undefined);
    refuse(reply.ok ? undefined : reply.refusal);
  }
  return (
    <>
      <form
        ref={scanning}
        onSubmit={(event) => {
          event.preventDefault();
          void recognise();
        }}
      >
        <Line required name="text" label={words("wallet:code-text")} maxLength={512} />
        <Declined refusal={refusal} />
        <div className="actions">
          <button type="submit" className="plain">
            {words("wallet:read-code")}
          </button>
        </div>
      </form>
      {read && (
        <Moving
          key={read.text}
          submit={words("wallet:pay")}
          read={(form) => {
            const amount = read.merchant.amount ?? fenFromText(typed(form, "amount"));
            if (amount === undefined) return undefined;
            return intent({ kind: "code", text: read.text, amount }, read.merchant.name, amount);
          }}
        >
          <p role="status">{words("wallet:pay.read", read.merchant)}</p>
          {read.merchant.amount === undefined ? (
            <AmountLine />
          ) : (
            <p>{words("wallet:pay.fixed", { amount: formatFen(read.merchant.amount) })}</p>
          )}
        </Moving>
      )}
    </>
  );
}
