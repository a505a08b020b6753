import { type FormEvent, useEffect, useId, useRef } from "react";
import { FocusedHeading, PaymentFacts } from "#renderer/customer/bank/payment-facts.tsx";
import { useSayToCustomer } from "#renderer/customer/bank/say-to-customer.ts";
import { TimeLeft } from "#renderer/customer/bank/time-left.tsx";
import type { Payment } from "#renderer/customer/store/payment-slice.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

type Challenged = Extract<Payment, { readonly step: "challenged" }>;

/**
 * 口令卡验证: what is paid, the cells that are asked for, and how long they may be answered (P03, P04,
 * 4.2). What is typed goes out as it is: a blank in it is the rules' to refuse.
 */
export function ChallengeForm({ payment }: { readonly payment: Challenged }) {
  const words = useWords();
  const say = useSayToCustomer();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const answer = useCustomer((customer) => customer.answer);
  const leave = useCustomer((customer) => customer.leavePayment);
  const { challenge, refusal, isSending } = payment;

  useEffect(() => field.current?.focus(), []);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const input = field.current;
    if (!input) return;
    const typed = input.value;
    input.value = ""; // At once: a guess is not sent twice, and what is typed next is not lost.
    const outcome = await answer(typed);
    if (outcome !== "compared" && input.value === "") input.value = typed;
    input.focus();
  }

  return (
    <form className="step challenge" onSubmit={(event) => void send(event)} aria-busy={isSending}>
      <FocusedHeading level="h3">{words("bank:confirm.title")}</FocusedHeading>
      <PaymentFacts named={payment.named} />
      <label className="question" htmlFor={id}>
        <Question coordinates={challenge.coordinates} />
      </label>
      <div className="answering">
        <input
          ref={field}
          id={id}
          className="answer figures"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={200}
          size={challenge.digits + 1}
          aria-describedby={`${id}-how`}
          aria-invalid={refusal !== undefined}
        />
        <TimeLeft until={challenge.expiresAt} />
      </div>
      <p id={`${id}-how`} className="hint">
        {words("bank:challenge.how", { digits: challenge.digits })}
        {challenge.again && ` ${words("bank:challenge.again")}`}
      </p>
      {refusal && <p role="alert">{say(refusal)}</p>}
      <div className="actions">
        <button type="submit" className="primary" disabled={isSending}>
          {words("bank:confirm")}
        </button>
        <button type="button" className="plain" onClick={leave}>
          {words("bank:give-up")}
        </button>
        <ShowCard />
      </div>
    </form>
  );
}

/** The sentence of the question, with the coordinates set out in it. */
function Question({ coordinates }: { readonly coordinates: readonly string[] }) {
  const words = useWords();
  const [before, after] = words("bank:challenge.question", { coordinates: GAP }).split(GAP);
  return (
    <>
      {before}
      {coordinates.map((coordinate) => (
        <b key={coordinate} className="coordinate">
          {coordinate}
        </b>
      ))}
      {after}
    </>
  );
}

/** No sentence has such a sign in it. */
const GAP = "\u0001";

function ShowCard() {
  const words = useWords();
  const isBeside = useCustomer((customer) => customer.isCardBeside);
  const layBeside = useCustomer((customer) => customer.layCardBeside);
  return isBeside ? null : (
    <button type="button" className="plain" onClick={() => layBeside(true)}>
      {words("bank:show-card")}
    </button>
  );
}
