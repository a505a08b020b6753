import { lastFour } from "#core/card/pan.ts";
import {
  type CodeSent,
  sendCode,
  type TypedCode,
  takeCode,
} from "#core/commands/online/e-pay/code.ts";
import { ePayPaymentOf, watched } from "#core/commands/online/e-pay/payment.ts";
import type { OnlineContext, OnlineResult } from "#core/commands/online/online.ts";
import type { OutgoingOrder } from "#core/e-bank/payment.ts";
import { type Identifier, namedBy } from "#core/e-pay/identifier.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { type Fen, formatFen } from "#core/money/fen.ts";

/** What is to be paid, before and after the code has come back. */
interface Named {
  readonly payee: string;
  readonly amount: Fen;
  /** What the customer calls the card that pays (E13). */
  readonly alias: string;
}

/** A payment that waits for its code. */
export interface EPayAsked extends Named {
  readonly sent: CodeSent;
}

/** A payment that is done. */
export interface EPayDone extends Named {
  readonly status: "paid";
}

/**
 * 第一步: telephone and last six digits, and what is to be paid (E04, E05, E06). When nothing stands in
 * the way, a code for exactly this payee, amount, kind and account goes to the reserved telephone (E11).
 *
 * An identifier that names nobody and one whose enrolment ended are answered alike, so that nobody can
 * try out whose telephone goes with which card.
 */
export function askByEPay(
  { identifier, order }: { readonly identifier: Identifier; readonly order: OutgoingOrder },
  context: OnlineContext,
): OnlineResult<EPayAsked> {
  const enrolment = namedBy(identifier, context.books);
  if (!enrolment) return refuse({ code: "e-pay.unknown" });
  const payment = ePayPaymentOf(enrolment, order, context);
  if (!payment.ok) return payment;

  // What it would write down is written with the payment; here it may only stand in the way.
  const seen = watched(payment.value, context);
  if (!seen.ok) return seen;

  const { payee, spoken, amount, elements, payer, facts } = payment.value;
  const { customer, phone: to, alias } = enrolment;
  const values = {
    card: lastFour(payer.card.pan),
    payee: spoken,
    amount: formatFen(amount),
  };
  const request = { customer, to, purpose: "e-pay.pay", elements, values } as const;
  const sent = sendCode(request, context);
  if (!sent.ok) return sent;
  return accept({
    entries: sent.value.entries,
    outcome: { sent: sent.value.sent, payee, amount, alias },
    facts,
  });
}

/**
 * 第二步: the code (E05, E11). Everything that held when it was sent must hold still, and the payment be
 * the same to the fen; only then are the digits compared. A wrong one is counted, the third ends the code;
 * one for another payee or amount is refused uncounted (4.2 d).
 */
export function payByEPay(
  {
    identifier,
    order,
    typed,
  }: {
    readonly identifier: Identifier;
    readonly order: OutgoingOrder;
    readonly typed: TypedCode;
  },
  context: OnlineContext,
): OnlineResult<EPayDone> {
  const enrolment = namedBy(identifier, context.books);
  if (!enrolment) return refuse({ code: "e-pay.unknown" });
  const payment = ePayPaymentOf(enrolment, order, context);
  if (!payment.ok) return payment;

  const { payee, amount, elements, entries, facts } = payment.value;
  const use = { customer: enrolment.customer, purpose: "e-pay.pay", elements } as const;
  const taken = takeCode(typed, use, context);
  if (!taken.ok) return taken;
  const seen = watched(payment.value, context);
  if (!seen.ok) return seen;
  return accept({
    entries: [...taken.value, ...entries, ...seen.value],
    outcome: { status: "paid", payee, amount, alias: enrolment.alias },
    facts,
  });
}
