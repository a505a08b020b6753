import { transferOf } from "#core/account/posting.ts";
import type { Refused } from "#core/commands/command.ts";
import { tell } from "#core/commands/one-time-codes.ts";
import type { OnlineContext } from "#core/commands/online/online.ts";
import { payeeFacts } from "#core/commands/online/outcome.ts";
import { payeeOfOrder, payeeWords } from "#core/commands/online/payment-file.ts";
import { riskOf } from "#core/commands/own-risk.ts";
import { payeeHasRoom, reaching } from "#core/commands/payee.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { OutgoingOrder } from "#core/e-bank/payment.ts";
import type { EPay } from "#core/e-pay/e-pay.ts";
import { type EPayPayer, mayPay } from "#core/e-pay/standing.ts";
import { maskDocumentNumber } from "#core/identity/mask.ts";
import type { Entry } from "#core/journal/entry.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { accept, type Result } from "#core/kernel/result.ts";
import { type Fen, formatFen } from "#core/money/fen.ts";
import { moneyFact, termFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** A payment by e支付 that every rule allows but the code, which is not looked at here. */
export interface EPayPayment {
  readonly payer: EPayPayer;
  /** Who is paid, in full, as the customer reads and confirms it (4.2). */
  readonly payee: string;
  /** The same as a message names it. */
  readonly spoken: string;
  readonly amount: Fen;
  /** Everything its code is good for: with any other of these it is another payment (E11). */
  readonly elements: readonly (string | number)[];
  /** What the journal gets once the code has come back: money, what was paid, and word of it. */
  readonly entries: readonly Entry[];
  /** What the journal states of it, every number masked (K01). */
  readonly facts: readonly Fact[];
}

/**
 * Whether an enrolment may pay this order now: standing, card, cooling, limits and account (`mayPay`),
 * then its payee by name and account, last the room there. The same at the asking and at the answer,
 * so that nothing that ended meanwhile is paid (5.5, 4.2).
 */
export function ePayPaymentOf(
  enrolment: EPay,
  order: OutgoingOrder,
  context: OnlineContext,
): Result<EPayPayment, Refusal> {
  const payer = mayPay(enrolment, order, context);
  if (!payer.ok) return payer;
  const payee = payeeOfOrder(order, payer.value, context);
  if (!payee.ok) return payee;
  const room = payeeHasRoom(order.amount, payee.value, context);
  if (!room.ok) return room;

  const { account } = payer.value;
  const { kind, amount } = order;
  const { id, customer, phone, alias } = enrolment;
  const to = payeeWords(order);
  const spoken = spokenPayee(order);
  const postings = transferOf(amount, account.id, reaching(payee.value));
  const values = {
    alias,
    payee: spoken,
    amount: formatFen(amount),
  };
  return accept({
    payer: payer.value,
    payee: to,
    spoken,
    amount,
    elements: [id, kind, account.id, to, amount, "CNY"],
    entries: [
      { type: "money.posted", memo: `e-pay-${kind}`, postings },
      { type: "e-pay.paid", enrolment: id, on: context.today, amount, kind, to },
      tell("e-pay.paid", { customer, to: phone, values }, context),
    ],
    facts: [
      termFact("channel", "channel.e-pay"),
      termFact("paymentKind", `payment.${kind}`),
      ...payeeFacts(order, to),
      moneyFact("amount", amount),
    ],
  });
}

/**
 * What the eye on unusual payments says of this one (W04): entries that go with it when it is posted, or
 * why it is not made now. The only place where a payment by e支付 is held against the rules of risk.
 */
export function watched(
  { payer, elements, spoken: payee, amount, entries }: EPayPayment,
  context: OnlineContext,
): Result<readonly Entry[], Refusal> | Refused {
  const { customer } = payer.enrolment;
  return riskOf({ customer, code: "e-pay", entries, elements, payee, amount }, context);
}

/**
 * The payee as a message names it: enough for her to know it again, and no number in full, for others
 * may look over her shoulder and the bank keeps what it wrote (O07, K01).
 */
function spokenPayee(order: OutgoingOrder): string {
  switch (order.kind) {
    case "transfer":
      return `${order.payeeName} *${order.payeeAccount.slice(-4)}`;
    case "purchase":
      return order.merchant;
    case "bill":
      return `${order.biller} ${maskDocumentNumber(order.reference)}`;
    default:
      return unreachable(order);
  }
}
