import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Reply } from "#core/contract/contract.ts";
import type { WalletPaidView } from "#core/contract/own-wallet-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { fen, formatFen } from "#core/money/fen.ts";
import { causeOfFailure } from "#core/wallet/payment-failure.ts";
import { FocusedHeading } from "#renderer/customer/bank/payment-facts.tsx";
import { useSayToCustomer } from "#renderer/customer/bank/say-to-customer.ts";
import { takeLostFocus } from "#renderer/customer/focus.ts";
import { Line } from "#renderer/customer/line.tsx";
import { typed } from "#renderer/customer/wallet/fields.tsx";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Money that is to move: to whom, how much, and how it is sent once she has confirmed it. */
export interface Intent {
  readonly payee?: string;
  readonly amount: number;
  readonly send: (id: string, password: string) => Promise<Reply<"wallet.pay">>;
}

type Step =
  | { readonly step: "filling" }
  /** The id is made once, so that asking again after a bad line pays once (W16). */
  | { readonly step: "confirming"; readonly intent: Intent; readonly id: string }
  | { readonly step: "paid"; readonly receipt: WalletPaidView };

/** A form that moves money, its confirmation by the second password, and what became of it. */
export function Moving({
  submit,
  read,
  children,
  onPaid,
}: {
  readonly submit: string;
  /** What was filled in; nothing where it cannot be read. */
  readonly read: (form: HTMLFormElement) => Intent | undefined;
  readonly children: ReactNode;
  readonly onPaid?: () => void;
}) {
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [step, go] = useState<Step>({ step: "filling" });
  const [isUnread, tell] = useState(false);
  const isFilling = step.step === "filling";
  useEffect(() => {
    if (isFilling)
      takeLostFocus(form.current?.querySelector<HTMLElement>("input, select, textarea"));
  }, [isFilling]);

  function next(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const intent = read(event.currentTarget);
    tell(!intent);
    if (intent) go({ step: "confirming", intent, id: crypto.randomUUID() });
  }
  return (
    <>
      <form ref={form} className="order" onSubmit={next} hidden={!isFilling}>
        {children}
        {isUnread && <p role="alert">{words("bank:wrong.amount")}</p>}
        <div className="actions">
          <button type="submit" className="primary">
            {submit}
          </button>
        </div>
      </form>
      {step.step === "confirming" && (
        <Confirming
          {...step}
          onPaid={(receipt) => {
            go({ step: "paid", receipt });
            onPaid?.();
          }}
          onBack={() => go({ step: "filling" })}
        />
      )}
      {step.step === "paid" && (
        <Paid receipt={step.receipt} onDone={() => go({ step: "filling" })} />
      )}
    </>
  );
}

function Confirming({
  intent: { payee, amount, send },
  id,
  onPaid,
  onBack,
}: {
  readonly intent: Intent;
  readonly id: string;
  readonly onPaid: (receipt: WalletPaidView) => void;
  readonly onBack: () => void;
}) {
  const words = useWords();
  const [refusal, refuse] = useState<Refusal>();
  const [isSending, setSending] = useState(false);

  async function confirm(form: HTMLFormElement): Promise<void> {
    if (isSending) return;
    setSending(true);
    const reply = await send(id, typed(form, "password"));
    setSending(false);
    if (reply.ok) onPaid(reply.value);
    else refuse(reply.refusal);
  }
  return (
    <form
      className="step"
      aria-busy={isSending}
      onSubmit={(event) => {
        event.preventDefault();
        void confirm(event.currentTarget);
      }}
    >
      <FocusedHeading level="h3">{words("wallet:confirm")}</FocusedHeading>
      <dl className="facts">
        {payee && (
          <>
            <dt>{words("wallet:payee")}</dt>
            <dd>{payee}</dd>
          </>
        )}
        <dt>{words("bank:amount")}</dt>
        <dd className="figures amount">{words("wallet:yuan", { amount: spoken(amount) })}</dd>
      </dl>
      <Line
        required
        name="password"
        type="password"
        inputMode="numeric"
        maxLength={6}
        label={words("wallet:password.second")}
      />
      {refusal && <Failed refusal={refusal} />}
      <div className="actions">
        <button type="submit" className="primary" disabled={isSending}>
          {words(refusal?.code === "wallet.network" ? "wallet:again" : "wallet:confirm.pay")}
        </button>
        <button type="button" className="plain" onClick={onBack}>
          {words("wallet:back")}
        </button>
      </div>
    </form>
  );
}

/** 网络, 余额, 系统: what it failed of, told apart (W16), and what to do. */
function Failed({ refusal }: { readonly refusal: Refusal }) {
  const words = useWords();
  const say = useSayToCustomer();
  return (
    <div role="alert" className="declined">
      <strong>{words(`wallet:failed.${causeOfFailure(refusal.code)}`)}</strong>
      <p>{say(refusal)}</p>
    </div>
  );
}

function Paid({
  receipt: { payee, amount, balanceAfter, sequence, recordedAt },
  onDone,
}: {
  readonly receipt: WalletPaidView;
  readonly onDone: () => void;
}) {
  const words = useWords();
  return (
    <section className="step paid">
      <FocusedHeading level="h3">{words("wallet:done.title")}</FocusedHeading>
      <dl className="facts">
        {payee && (
          <>
            <dt>{words("wallet:payee")}</dt>
            <dd>{payee}</dd>
          </>
        )}
        <dt>{words("bank:amount")}</dt>
        <dd className="figures amount">{words("wallet:yuan", { amount: formatFen(amount) })}</dd>
        <dt>{words("wallet:done.sequence")}</dt>
        <dd className="figures">
          {sequence} · <InstantText instant={recordedAt} />
        </dd>
        <dt>{words("wallet:balance-after")}</dt>
        <dd className="figures">{words("wallet:yuan", { amount: formatFen(balanceAfter) })}</dd>
      </dl>
      <div className="actions">
        <button type="button" className="primary" onClick={onDone}>
          {words("wallet:done")}
        </button>
      </div>
    </section>
  );
}

function spoken(amount: number): string {
  return formatFen(fen(amount));
}
