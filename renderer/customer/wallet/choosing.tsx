import { useId, useRef, useState } from "react";
import type { Answer } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { Line } from "#renderer/customer/line.tsx";
import { byName } from "#renderer/customer/store/by-name.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { Declined, fillIn, typed } from "#renderer/customer/wallet/fields.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Sent = Answer<"wallet.ask-code">;
const which = ["login", "second"] as const;

/**
 * Who she is, a code to her reserved telephone, and two passwords, each typed twice: to register (W05,
 * W06), or to choose both anew (W10).
 */
export function Choosing({
  purpose,
  onDone,
}: {
  readonly purpose: "register" | "reset";
  readonly onDone: () => void;
}) {
  const words = useWords();
  const ask = useCustomer((customer) => customer.askWallet);
  const change = useCustomer((customer) => customer.changeWallet);
  const form = useRef<HTMLFormElement>(null);
  const [sent, keep] = useState<Sent>();
  const [refusal, refuse] = useState<Refusal>();
  const [different, tell] = useState<(typeof which)[number]>();
  // Made once for a code, so that pressing twice registers once.
  const [id, renew] = useState(() => crypto.randomUUID());

  async function sendCode(): Promise<void> {
    if (!form.current) return;
    const [phone, documentNumber] = [typed(form.current, "phone"), typed(form.current, "document")];
    const reply = await ask("wallet.ask-code", { purpose, phone, documentNumber });
    refuse(reply.ok ? undefined : reply.refusal);
    if (reply.ok) keep(reply.value);
  }
  async function choose(): Promise<void> {
    const filled = form.current;
    if (!filled || !sent) return;
    const wrong = which.find((one) => typed(filled, one) !== typed(filled, `${one}-again`));
    tell(wrong);
    if (wrong) return;
    const refused = await change(purpose === "register" ? "wallet.register" : "wallet.reset", {
      id,
      phone: typed(filled, "phone"),
      documentNumber: typed(filled, "document"),
      code: sent.code,
      digits: typed(filled, "code"),
      login: typed(filled, "login"),
      second: typed(filled, "second"),
    });
    refuse(refused);
    if (refused) renew(crypto.randomUUID());
    else onDone();
  }

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void (sent ? choose() : sendCode());
      }}
    >
      <p className="explained">{words(`wallet:${purpose}.explained`)}</p>
      <Recall purpose={purpose} onRecalled={(values) => fillIn(form.current, values)} />
      <Line
        required
        name="phone"
        label={words("wallet:phone")}
        inputMode="numeric"
        maxLength={11}
      />
      <Line
        required
        name="document"
        label={words("wallet:document")}
        hint={words("wallet:document.hint")}
        maxLength={18}
      />
      {sent && <Passwords sent={sent} />}
      {different && (
        <p role="alert">
          {words("wallet:different", { which: words(`wallet:password.${different}`) })}
        </p>
      )}
      <Declined refusal={refusal} />
      <div className="actions">
        {sent && (
          <button type="submit" className="primary">
            {words(`wallet:${purpose}`)}
          </button>
        )}
        <button
          type="button"
          className={sent ? "plain" : "primary"}
          onClick={() => void sendCode()}
        >
          {words("wallet:send-code")}
        </button>
      </div>
    </form>
  );
}

function Passwords({ sent }: { readonly sent: Sent }) {
  const words = useWords();
  const now = useCustomer((customer) => customer.wallet?.now ?? 0);
  const minutes = Math.max(1, Math.round((sent.expiresAt - now) / 60_000));
  return (
    <>
      <p role="status">{words("wallet:code.sent", { phone: sent.to, minutes })}</p>
      <Line required name="code" label={words("wallet:code")} inputMode="numeric" maxLength={6} />
      {which.map((one) => (
        <div key={one}>
          <Line
            required
            name={one}
            type="password"
            label={words(`wallet:new-${one}`)}
            hint={words(`wallet:new-${one}.hint`)}
            maxLength={20}
          />
          <Line
            required
            name={`${one}-again`}
            type="password"
            label={words("wallet:repeat", { which: words(`wallet:password.${one}`) })}
            maxLength={20}
          />
        </div>
      ))}
    </>
  );
}

/** Lets the presenter fill in what an invented customer knows by heart. */
function Recall({
  purpose,
  onRecalled,
}: {
  readonly purpose: "register" | "reset";
  readonly onRecalled: (values: Readonly<Record<string, string | undefined>>) => void;
}) {
  const words = useWords();
  const id = useId();
  const people = useCustomer((customer) => customer.wallet?.people) ?? [];
  const ask = useCustomer((customer) => customer.askWallet);
  const select = useRef<HTMLSelectElement>(null);
  const suited = byName(people.filter(({ hasWallet }) => hasWallet === (purpose === "reset")));

  async function recall(): Promise<void> {
    const reply = await ask("wallet.recall", { customer: select.current?.value ?? "" });
    if (!reply.ok) return;
    const { phone, documentNumber: document, login, second } = reply.value;
    const chosen = { login, "login-again": login, second, "second-again": second };
    onRecalled({ phone, document, ...chosen });
  }
  return (
    <div className="line">
      <label htmlFor={id}>{words("wallet:who")}</label>
      <select ref={select} id={id}>
        {suited.map(({ customer, name }) => (
          <option key={customer} value={customer}>
            {name}
          </option>
        ))}
      </select>
      <button type="button" className="example" onClick={() => void recall()}>
        {words("wallet:fill-in")}
      </button>
    </div>
  );
}
