import { addDays } from "#core/calendar/business-date.ts";
import type { Card } from "#core/card/card.ts";
import type { Context } from "#core/commands/command.ts";
import { pendingOrders } from "#core/commands/void-orders.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { ProductionOrder } from "#core/replacement/production-order.ts";

/** The last sequence number Track 3 can bear; after it only a new number helps (T33). */
const LAST_SEQUENCE = 9;

/** The last version of a stripe that two digits of Track 2 can bear (VE10). */
const LAST_VERSION = 99;

/**
 * A card of the same number is ordered, to be there after the factory's days (L06, T31).
 *
 * One pending order a card, but an exchange gives way to a loss: what was to be given up is gone.
 * The customer is promised the later of the factory's day and, for a loss, the end of the legal
 * wait (L02).
 */
export function orderCard(
  card: Card,
  purpose: ProductionOrder["purpose"],
  context: Context,
): Result<ProductionOrder, Refusal> {
  const { books, today, parameters } = context;
  if (lastSequence(card, context) >= LAST_SEQUENCE || lastVersion(card, context) >= LAST_VERSION) {
    return refuse({ code: "card.sequence-exhausted" });
  }
  const pending = pendingOrders(card, context).find((order) => !givesWay(order, purpose));
  if (pending) return refuse({ code: "production.already-ordered", order: pending.id });

  const made = addDays(today, parameters.sameNumberProductionDays);
  const wait = purpose.type === "loss" ? books.find("lossCase", purpose.lossCase)?.maturesOn : made;
  return accept({
    id: `o-${books.count("order") + 1}`,
    card: card.id,
    customer: card.customer,
    purpose,
    orderedOn: today,
    dueOn: wait && wait > made ? wait : made,
    status: "ordered",
    custodians: [],
  });
}

function givesWay(order: ProductionOrder, purpose: ProductionOrder["purpose"]): boolean {
  return order.purpose.type === "exchange" && purpose.type === "loss";
}

/** The highest sequence number that was ever made for the card's number, void ones too (M25, T33). */
export function lastSequence({ pan }: Card, { books }: Context): number {
  return Math.max(...books.list("card", "pan", pan).map(({ sequence }) => sequence));
}

/** The newest version of a stripe that was ever made for the card's number, void ones too (VE10). */
export function lastVersion({ pan }: Card, { books }: Context): number {
  return Math.max(...books.list("card", "pan", pan).map(({ trackVersion }) => trackVersion));
}
