import { formatFen } from "#core/money/fen.ts";
import { ChallengeForm } from "#renderer/customer/bank/challenge-form.tsx";
import { FocusedHeading, PaymentFacts } from "#renderer/customer/bank/payment-facts.tsx";
import { useSayToCustomer } from "#renderer/customer/bank/say-to-customer.ts";
import type { PaidView, Payment } from "#renderer/customer/store/payment-slice.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** What becomes of a payment after it was asked for. */
export function PaymentSteps({ payment }: { readonly payment: Payment }) {
  switch (payment.step) {
    case "none":
    case "sending":
      return null;
    case "challenged":
      return <ChallengeForm key={payment.challenge.id} payment={payment} />;
    case "confirming":
      return <Confirming payment={payment} />;
    case "paid":
      return <Paid receipt={payment.receipt} />;
    case "refused":
      return <Declined payment={payment} />;
  }
}

function Confirming({ payment }: { readonly payment: Extract<Payment, { step: "confirming" }> }) {
  const words = useWords();
  const confirm = useCustomer((customer) => customer.confirm);
  const leave = useCustomer((customer) => customer.leavePayment);
  const medium = useCustomer((customer) => customer.bank?.session?.medium);
  const way = medium === "usb-key" ? "usb-key" : "static";
  return (
    <section className="step">
      <FocusedHeading level="h3">{words("bank:confirm.title")}</FocusedHeading>
      <PaymentFacts named={payment.named} />
      <p className="explained">{words(`bank:confirm.${way}`)}</p>
      <div className="actions">
        <button
          type="button"
          className={way === "usb-key" ? "primary key-button" : "primary"}
          disabled={payment.isSending}
          onClick={() => void confirm()}
        >
          {words(`bank:confirm.${way}.press`)}
        </button>
        <button type="button" className="plain" onClick={leave}>
          {words("bank:give-up")}
        </button>
      </div>
    </section>
  );
}

function Paid({ receipt }: { readonly receipt: PaidView }) {
  const words = useWords();
  const leave = useCustomer((customer) => customer.leavePayment);
  const { sequence, recordedAt, balanceAfter, usesLeft, isToRemind } = receipt;
  return (
    <section className="step paid">
      <FocusedHeading level="h3">{words("bank:paid.title")}</FocusedHeading>
      <PaymentFacts named={receipt}>
        <dt>{words("bank:paid.sequence")}</dt>
        <dd className="figures">{sequence}</dd>
        <dt>{words("bank:paid.at")}</dt>
        <dd>
          <InstantText instant={recordedAt} />
        </dd>
        <dt>{words("bank:balance-after")}</dt>
        <dd className="figures">{words("bank:yuan", { amount: formatFen(balanceAfter) })}</dd>
        {usesLeft !== undefined && (
          <>
            <dt>{words("bank:uses-left")}</dt>
            <dd className="figures">{words("bank:times", { times: usesLeft })}</dd>
          </>
        )}
      </PaymentFacts>
      {isToRemind && <p role="alert">{words("bank:remind")}</p>}
      <div className="actions">
        <button type="button" className="primary" onClick={leave}>
          {words("bank:done")}
        </button>
      </div>
    </section>
  );
}

function Declined({ payment }: { readonly payment: Extract<Payment, { step: "refused" }> }) {
  const words = useWords();
  const say = useSayToCustomer();
  const pay = useCustomer((customer) => customer.pay);
  const leave = useCustomer((customer) => customer.leavePayment);
  const goTo = useCustomer((customer) => customer.goTo);
  const channel = useCustomer((customer) => customer.bank?.session?.channel);
  const { refusal, order } = payment;
  return (
    <section className="step declined">
      <FocusedHeading level="h3">{words("bank:declined.title")}</FocusedHeading>
      <p role="alert">{say(refusal)}</p>
      <div className="actions">
        {refusal.code === "challenge.expired" && (
          <button type="button" className="primary" onClick={() => void pay(order)}>
            {words("bank:ask-again")}
          </button>
        )}
        {refusal.code === "password-card.not-activated" && channel === "shop" && (
          <button type="button" className="primary" onClick={() => goTo("internet-bank")}>
            {words("bank:go-log-in")}
          </button>
        )}
        <button type="button" className="plain" onClick={leave}>
          {words("bank:back")}
        </button>
      </div>
    </section>
  );
}
