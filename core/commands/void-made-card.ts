import type { Context } from "#core/commands/command.ts";
import type { Entry } from "#core/journal/entry.ts";
import type { LossCase } from "#core/loss/loss-case.ts";

/** What becomes of a card ordered for a case that ends another way: the order and the card are void. */
export function voidMadeCard(lossCase: LossCase, { books }: Context): readonly Entry[] {
  const order = lossCase.order ? books.find("order", lossCase.order) : undefined;
  if (!order || order.status === "handed-over" || order.status === "voided") return [];

  return [
    { type: "production.settled", order: order.id, status: "voided" },
    ...(order.newCard ? [{ type: "card.voided", card: order.newCard } as const] : []),
  ];
}
