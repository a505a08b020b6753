import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { BankView } from "#core/contract/bank-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { PaymentChannel } from "#core/e-bank/payment.ts";
import { useSayToCustomer } from "#renderer/customer/bank/say-to-customer.ts";
import { takeLostFocus } from "#renderer/customer/focus.ts";
import { byName } from "#renderer/customer/store/by-name.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

type Person = BankView["people"][number];

/**
 * The log-in of a channel. Whoever has it open can be chosen; the password that was given out first
 * is offered as long as it is still hers, because nobody else could know it.
 */
export function LogIn({ channel }: { readonly channel: PaymentChannel }) {
  const words = useWords();
  const people = useCustomer((customer) => customer.bank?.people);
  const entitled = byName((people ?? []).filter(({ channels }) => channels.includes(channel)));
  const hasLapsed = useCustomer((customer) => customer.bank?.lapsed === channel);
  return entitled.length === 0 ? (
    <p className="nothing">{words("bank:log-in.nobody")}</p>
  ) : (
    <>
      {hasLapsed && (
        <p className="caution" role="alert">
          {words("bank:lapsed")}
        </p>
      )}
      <LogInForm channel={channel} people={entitled} />
    </>
  );
}

function LogInForm({
  channel,
  people,
}: {
  readonly channel: PaymentChannel;
  readonly people: readonly Person[];
}) {
  const words = useWords();
  const say = useSayToCustomer();
  const id = useId();
  const logIn = useCustomer((customer) => customer.logIn);
  const field = useRef<HTMLInputElement>(null);
  const who = useRef<HTMLSelectElement>(null);
  const last = useCustomer((customer) => customer.lastCustomer);
  const [chosen, choose] = useState<string>();
  const [refusal, refuse] = useState<Refusal>();
  const [isSending, setSending] = useState(false);
  const person =
    people.find(({ customer }) => customer === chosen) ??
    people.find(({ customer }) => customer === last) ??
    people[0];

  // After logging out, or buying, the key that led here is gone.
  useEffect(() => takeLostFocus(who.current), []);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const password = field.current?.value ?? "";
    if (!person || isSending) return;
    setSending(true);
    const refused = await logIn({ customer: person.customer, channel, password });
    setSending(false);
    refuse(refused);
    if (!refused || !field.current) return;
    field.current.value = "";
    field.current.focus();
  }
  function fillIn(): void {
    if (field.current) field.current.value = person?.password ?? "";
    field.current?.focus();
  }

  return (
    <form className="log-in" onSubmit={(event) => void send(event)} aria-busy={isSending}>
      <div className="line">
        <label htmlFor={`${id}-who`}>{words("bank:log-in.who")}</label>
        <select
          ref={who}
          id={`${id}-who`}
          value={person?.customer}
          onChange={({ target }) => {
            choose(target.value);
            refuse(undefined);
          }}
        >
          {people.map(({ customer, name }) => (
            <option key={customer} value={customer}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="line">
        <label htmlFor={`${id}-password`}>{words("bank:log-in.password")}</label>
        <input
          ref={field}
          id={`${id}-password`}
          type="password"
          autoComplete="off"
          inputMode="numeric"
          maxLength={20}
        />
        {person?.password && (
          <button type="button" className="example" onClick={fillIn}>
            {words("bank:log-in.first", { password: person.password })}
          </button>
        )}
      </div>
      {refusal && <p role="alert">{say(refusal)}</p>}
      <div className="actions">
        <button type="submit" className="primary" disabled={isSending}>
          {words(channel === "shop" ? "bank:log-in.shop" : "bank:log-in")}
        </button>
      </div>
    </form>
  );
}
