import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { formatFen } from "#core/money/fen.ts";
import { FocusedHeading } from "#renderer/customer/bank/payment-facts.tsx";
import { useSayToCustomer } from "#renderer/customer/bank/say-to-customer.ts";
import { TimeLeft } from "#renderer/customer/bank/time-left.tsx";
import type { EPayStep } from "#renderer/customer/store/e-pay-slice.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

type Asked = Extract<EPayStep, { readonly step: "code" }>;

/**
 * 短信动态密码: what it confirms, and six digits for it (E05, E10, 4.2). What is typed goes out at once and
 * stays nowhere in the window.
 */
export function CodeForm({ step }: { readonly step: Asked }) {
  const words = useWords();
  const say = useSayToCustomer();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const give = useCustomer((customer) => customer.giveCode);
  const leave = useCustomer((customer) => customer.leaveEPayStep);
  const [isMalformed, tellMalformed] = useState(false);
  const { what, sent, refusal, isSending } = step;

  useEffect(() => field.current?.focus(), []);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const input = field.current;
    if (!input || isSending) return;
    const digits = input.value.trim();
    tellMalformed(!/^\d{6}$/.test(digits));
    if (!/^\d{6}$/.test(digits)) return input.focus();
    input.value = "";
    await give(digits);
    input.focus();
  }
  const confirm = what.for === "payment" ? "code.confirm" : (`code.confirm.${what.for}` as const);

  return (
    <form className="step challenge" onSubmit={(event) => void send(event)} aria-busy={isSending}>
      <FocusedHeading level="h3">{words("ePayHome:code.title")}</FocusedHeading>
      <p>
        {words(what.for === "payment" ? "ePayHome:code.sent" : "ePayHome:code.sent.own", {
          to: sent.to,
        })}
      </p>
      {what.for === "payment" && <Named {...what.named} />}
      <label className="question" htmlFor={id}>
        {words("ePayHome:code.digits")}
      </label>
      <div className="answering">
        <input
          ref={field}
          id={id}
          className="answer figures"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          size={7}
          aria-describedby={`${id}-how`}
          aria-invalid={isMalformed || refusal !== undefined}
        />
        <TimeLeft until={sent.expiresAt} />
      </div>
      <p id={`${id}-how`} className="hint">
        {words("ePayHome:code.hint")}
      </p>
      {isMalformed && <p role="alert">{words("ePayHome:wrong.code")}</p>}
      {refusal && !isMalformed && <p role="alert">{say(refusal)}</p>}
      <div className="actions">
        <button type="submit" className="primary" disabled={isSending}>
          {words(`ePayHome:${confirm}`)}
        </button>
        <button type="button" className="plain" onClick={leave}>
          {words("ePayHome:back")}
        </button>
      </div>
    </form>
  );
}

/** Who is paid how much, and by which card as she calls it (E13, 4.2). */
export function Named({
  payee,
  amount,
  alias,
}: {
  readonly payee: string;
  readonly amount: Parameters<typeof formatFen>[0];
  readonly alias: string;
}) {
  const words = useWords();
  return (
    <dl className="facts">
      <dt>{words("bank:payee")}</dt>
      <dd>{payee}</dd>
      <dt>{words("bank:amount")}</dt>
      <dd className="figures amount">{words("bank:yuan", { amount: formatFen(amount) })}</dd>
      <dt>{words("ePayHome:payer")}</dt>
      <dd>{alias}</dd>
    </dl>
  );
}
