import { askFor } from "#core/commands/online/challenge.ts";
import type {
  OnlineContext,
  OnlineResult,
  OnlineSession,
  PaymentOutcome,
} from "#core/commands/online/online.ts";
import { namedIn, orderFacts, paid } from "#core/commands/online/outcome.ts";
import { confirmationOf, payerOf } from "#core/commands/online/payer.ts";
import { paymentOf } from "#core/commands/online/payment-file.ts";
import type { PaymentOrder } from "#core/e-bank/payment.ts";
import { accept } from "#core/kernel/result.ts";

/**
 * A customer asks for a payment (P06, P07). By card she is asked for cells; by U盾 or, for small
 * sums, by her login alone, it is done once she has `confirmed` it.
 *
 * Refuses in the binding order: channel, registered card, medium, password card, switch, amount and
 * limits, payee, money. Cells are drawn only when nothing else stands in the way.
 */
export function pay(
  session: OnlineSession,
  { order, confirmed }: { readonly order: PaymentOrder; readonly confirmed: boolean },
  context: OnlineContext,
): OnlineResult<PaymentOutcome> {
  const payer = payerOf(session, order, context);
  if (!payer.ok) return payer;
  const confirmation = confirmationOf(order, payer.value, context);
  if (!confirmation.ok) return confirmation;
  const payment = paymentOf(order, payer.value, confirmation.value, context);
  if (!payment.ok) return payment;

  const { elements } = payment.value;
  const named = namedIn(payment.value);
  const facts = orderFacts(order, payment.value);
  if (confirmation.value.medium === "card") {
    const asked = askFor(elements, confirmation.value.card, context);
    if (!asked.ok) return asked;

    const { challenge, again, entries } = asked.value;
    return accept({
      entries,
      outcome: { status: "challenged", challenge, again, ...named },
      facts,
    });
  }
  return confirmed
    ? accept(paid(order, payment.value, { entries: [], wear: { isToRemind: false } }))
    : accept({ entries: [], outcome: { status: "confirm-on-key", ...named }, facts });
}
