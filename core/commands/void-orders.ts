import type { Card } from "#core/card/card.ts";
import type { Context } from "#core/commands/command.ts";
import type { Entry } from "#core/journal/entry.ts";
import { isPending, type ProductionOrder } from "#core/replacement/production-order.ts";

/** The orders for a card of the same number that have not ended yet: one at most. */
export function pendingOrders(card: Card, { books }: Context): readonly ProductionOrder[] {
  return books
    .list("order", "customer", card.customer)
    .filter((order) => order.card === card.id && isPending(order));
}

/**
 * What becomes of a card that was ordered when the old one ends, or comes back, another way: order
 * and made card are void. With `which`, of those orders only.
 */
export function voidOrders(
  card: Card,
  context: Context,
  which: (order: ProductionOrder) => boolean = () => true,
): readonly Entry[] {
  return pendingOrders(card, context)
    .filter(which)
    .flatMap(({ id, newCard }): readonly Entry[] => [
      { type: "production.settled", order: id, status: "voided" },
      ...(newCard ? [{ type: "card.voided", card: newCard } as const] : []),
    ]);
}
