import { addDays } from "#core/calendar/business-date.ts";
import type { Card } from "#core/card/card.ts";
import type { Context } from "#core/commands/command.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { ProductionOrder } from "#core/replacement/production-order.ts";

/** The last sequence number Track 3 can bear; after it only a new number helps (T33). */
const LAST_SEQUENCE = 9;

/**
 * A card of the same number is ordered, to be there after the factory's days (L06, T31).
 *
 * One open order a card. The customer is promised the later of the factory's day and, for a loss,
 * the end of the legal wait (L02).
 */
export function orderCard(
  card: Card,
  purpose: ProductionOrder["purpose"],
  { books, today, parameters }: Context,
): Result<ProductionOrder, Refusal> {
  if (card.sequence >= LAST_SEQUENCE) return refuse({ code: "card.sequence-exhausted" });

  const open = books
    .list("order", "customer", card.customer)
    .find(
      ({ card: of, status }) => of === card.id && (status === "ordered" || status === "arrived"),
    );
  if (open) return refuse({ code: "production.already-ordered", order: open.id });

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
