import { useEffect, useId, useRef, useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import { FocusedHeading } from "#renderer/customer/bank/payment-facts.tsx";
import { takeLostFocus } from "#renderer/customer/focus.ts";
import { Line } from "#renderer/customer/line.tsx";
import { byName } from "#renderer/customer/store/by-name.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { Choosing } from "#renderer/customer/wallet/choosing.tsx";
import { Declined, fillIn, typed } from "#renderer/customer/wallet/fields.tsx";
import { useWords } from "#renderer/wording/words.ts";

const tabs = ["log-in", "register", "reset"] as const;
type Tab = (typeof tabs)[number];

/** Before a wallet is open: log in, register, or choose both passwords anew. */
export function Outside({ note }: { readonly note: string | undefined }) {
  const words = useWords();
  const id = useId();
  const [tab, open] = useState<Tab>("log-in");
  const [done, tell] = useState(note);

  function finish(said: string): void {
    tell(said);
    open("log-in");
  }
  return (
    <div className="site-inside">
      <nav aria-label={words("wallet:outside")}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === tab ? "page" : undefined}
            onClick={() => {
              open(one);
              tell(undefined);
            }}
          >
            {words(`wallet:tab.${one}`)}
          </button>
        ))}
      </nav>
      <section key={tab} className="panel" aria-labelledby={id}>
        <FocusedHeading level="h2" id={id}>
          {words(`wallet:tab.${tab}`)}
        </FocusedHeading>
        {done && <p role="status">{done}</p>}
        {tab === "log-in" && <LogIn />}
        {tab === "register" && (
          <Choosing purpose="register" onDone={() => finish(words("wallet:registered"))} />
        )}
        {tab === "reset" && (
          <Choosing purpose="reset" onDone={() => finish(words("wallet:reset.done"))} />
        )}
      </section>
    </div>
  );
}

function LogIn() {
  const words = useWords();
  const id = useId();
  const people = useCustomer((customer) => customer.wallet?.people) ?? [];
  const hasLapsed = useCustomer((customer) => customer.wallet?.hasLapsed);
  const change = useCustomer((customer) => customer.changeWallet);
  const ask = useCustomer((customer) => customer.askWallet);
  const form = useRef<HTMLFormElement>(null);
  const [refusal, refuse] = useState<Refusal>();
  const owners = byName(people.filter(({ hasWallet }) => hasWallet));
  useEffect(() => takeLostFocus(form.current?.querySelector<HTMLElement>("select")), []);
  if (owners.length === 0) return <p className="nothing">{words("wallet:nobody")}</p>;

  async function send(): Promise<void> {
    if (!form.current) return;
    const [customer, password] = [typed(form.current, "who"), typed(form.current, "password")];
    refuse(await change("wallet.log-in", { customer, password }));
  }
  async function recall(): Promise<void> {
    if (!form.current) return;
    const reply = await ask("wallet.recall", { customer: typed(form.current, "who") });
    if (reply.ok) fillIn(form.current, { password: reply.value.login });
  }
  return (
    <form
      ref={form}
      className="log-in"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {hasLapsed && (
        <p className="caution" role="alert">
          {words("wallet:lapsed")}
        </p>
      )}
      <div className="line">
        <label htmlFor={id}>{words("wallet:who")}</label>
        <select id={id} name="who">
          {owners.map(({ customer, name }) => (
            <option key={customer} value={customer}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Line required name="password" type="password" label={words("wallet:password.login")} />
      <p className="line">
        <button type="button" className="example" onClick={() => void recall()}>
          {words("wallet:fill-in")}
        </button>
      </p>
      <Declined refusal={refusal} />
      <div className="actions">
        <button type="submit" className="primary">
          {words("wallet:log-in")}
        </button>
      </div>
    </form>
  );
}
