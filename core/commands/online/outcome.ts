import { maskAccountNumber } from "#core/account/account-number.ts";
import type { OnlineDecision, PaymentOutcome } from "#core/commands/online/online.ts";
import type { PaymentElements, PaymentOrder } from "#core/e-bank/payment.ts";
import { maskDocumentNumber } from "#core/identity/mask.ts";
import type { Entry } from "#core/journal/entry.ts";
import type { SignedFen } from "#core/money/fen.ts";
import { moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** An order that every rule about money allows: what it binds, and what it posts when confirmed. */
export interface Payment {
  readonly elements: PaymentElements;
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
  { elements, entries, balanceAfter }: Payment,
  confirmed: { readonly entries: readonly Entry[]; readonly wear: Wear },
): OnlineDecision<PaymentOutcome> {
  const { payee, amount } = elements;
  return {
    entries: [...confirmed.entries, ...entries],
    outcome: { status: "paid", payee, amount, balanceAfter, ...confirmed.wear },
    facts: [...orderFacts(order, elements), moneyFact("balanceAfter", balanceAfter)],
  };
}

/** The lines about an order, every number of the payee's or the bill's masked (K01). */
export function orderFacts(
  order: PaymentOrder,
  { channel, kind, payee, amount }: PaymentElements,
): readonly Fact[] {
  return [
    termFact("channel", `channel.${channel}`),
    termFact("paymentKind", `payment.${kind}`),
    ...payeeFacts(order, payee),
    moneyFact("amount", amount),
  ];
}

function payeeFacts(order: PaymentOrder, payee: string): readonly Fact[] {
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
