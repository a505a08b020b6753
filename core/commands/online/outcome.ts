import { maskAccountNumber } from "#core/account/account-number.ts";
import type { Drawn, OnlineDecision, PaymentOutcome } from "#core/commands/online/online.ts";
import type { PaymentElements, PaymentOrder } from "#core/e-bank/payment.ts";
import { maskDocumentNumber } from "#core/identity/mask.ts";
import type { Entry } from "#core/journal/entry.ts";
import type { SignedFen } from "#core/money/fen.ts";
import { moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** An order that every rule about money allows: what it binds, and what it posts when confirmed. */
export interface Payment {
  readonly elements: PaymentElements;
  /** Of a deposit's payout; the challenge binds the sum of both. */
  readonly drawn?: Drawn;
  /** What the journal gets once the customer has confirmed. */
  readonly entries: readonly Entry[];
  /** Of the account behind the registered card, once it is done. */
  readonly balanceAfter: SignedFen;
}

/** What a card has left after it confirmed a payment. */
export interface Wear {
  readonly usesLeft?: number;
  readonly isToRemind: boolean;
}

/** A payment that is confirmed: its money moves with these entries. */
export function paid(
  order: PaymentOrder,
  payment: Payment,
  confirmed: { readonly entries: readonly Entry[]; readonly wear: Wear },
): OnlineDecision<PaymentOutcome> {
  const { entries, balanceAfter } = payment;
  return {
    entries: [...confirmed.entries, ...entries],
    outcome: { status: "paid", ...namedIn(payment), balanceAfter, ...confirmed.wear },
    facts: [...orderFacts(order, payment), moneyFact("balanceAfter", balanceAfter)],
  };
}

/** What the customer reads of a payment before she confirms it, and on its receipt. */
export function namedIn({ elements: { payee, amount }, drawn }: Payment) {
  return { payee, amount, ...(drawn ? { drawn } : {}) };
}

/** The lines about an order, every number of the payee's or the bill's masked (K01). */
export function orderFacts(
  order: PaymentOrder,
  { elements: { channel, kind, payee, amount }, drawn }: Payment,
): readonly Fact[] {
  return [
    termFact("channel", `channel.${channel}`),
    termFact("paymentKind", `payment.${kind}`),
    ...payeeFacts(order, payee),
    moneyFact("amount", amount),
    ...(drawn ? [moneyFact("interest", drawn.interest)] : []),
  ];
}

/** The lines about who is paid, masked (K01). */
export function payeeFacts(order: PaymentOrder, payee: string): readonly Fact[] {
  switch (order.kind) {
    case "transfer":
      return [
        textFact("payee", order.payeeName),
        textFact("payeeAccount", maskAccountNumber(order.payeeAccount)),
      ];
    case "early-withdrawal":
      return [textFact("payeeAccount", maskAccountNumber(payee))];
    case "purchase":
      return [textFact("payee", payee)];
    case "bill":
      // Often somebody's telephone or identity number.
      return [textFact("payee", `${order.biller} ${maskDocumentNumber(order.reference)}`)];
  }
}
