import { type ReactNode, useEffect, useRef } from "react";
import { formatFen } from "#core/money/fen.ts";
import type { Named } from "#renderer/customer/store/payment-slice.ts";
import { useWords } from "#renderer/wording/words.ts";

/** A heading that takes the focus, so that the next step is read and keys go on from there. */
export function FocusedHeading({
  level: Level,
  id,
  children,
}: {
  readonly level: "h2" | "h3";
  readonly id?: string;
  readonly children: string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Level ref={heading} id={id} tabIndex={-1} className="focused-heading">
      {children}
    </Level>
  );
}

/** What is paid, and to whom: before anything is confirmed (4.2). */
export function PaymentFacts({
  named: { payee, amount, drawn },
  children,
}: {
  readonly named: Named;
  /** Whatever else is known of the payment. */
  readonly children?: ReactNode;
}) {
  const words = useWords();
  return (
    <dl className="facts">
      <dt>{words("bank:payee")}</dt>
      <dd>{payee}</dd>
      {drawn && (
        <>
          <dt>{words("bank:principal")}</dt>
          <dd className="figures">{words("bank:yuan", { amount: formatFen(drawn.principal) })}</dd>
          <dt>{words("bank:interest")}</dt>
          <dd className="figures">{words("bank:yuan", { amount: formatFen(drawn.interest) })}</dd>
        </>
      )}
      <dt>{words(drawn ? "bank:payout" : "bank:amount")}</dt>
      <dd className="figures amount">{words("bank:yuan", { amount: formatFen(amount) })}</dd>
      {children}
    </dl>
  );
}
