import { maskPan } from "#core/card/pan.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import { handFact, namedIn, pieceFacts } from "#core/commands/stock/named-pieces.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { ProductionOrder } from "#core/replacement/production-order.ts";
import { isUnclaimed } from "#core/replacement/unclaimed.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { VoucherRefusal } from "#core/voucher/voucher-refusal.ts";

/**
 * 8010 凭证销毁 (V04, V10): void pieces, or made cards that nobody came for in time, are destroyed
 * before two people of whom one is a supervisor. The slip lists every number.
 */
export const destroyPieces: Command<"8010"> = (input, context) =>
  input.what === "voided" ? destroyVoided(input, context) : destroyUnclaimed(input.orders, context);

function destroyVoided(
  { kind, ranges }: Extract<TransactionInput<"8010">, { readonly what: "voided" }>,
  context: Context,
): Result<Decision, Refusal> {
  const pieces = namedIn({ kind, holder: "voided", ranges }, context);
  if (!pieces.ok) return pieces;
  return accept({
    level: "A2",
    entries: [{ type: "pieces.destroyed", kind, ranges: pieces.value }],
    outcome: {
      facts: [
        ...pieceFacts(kind, pieces.value),
        handFact("stockFrom", "voided"),
        termFact("note", "note.stock-destroyed"),
      ],
      relations: [],
    },
    slip: "general",
  });
}

/** A made card was never in stock: its order ends, and the card that lay there is void. */
function destroyUnclaimed(ids: readonly string[], context: Context): Result<Decision, Refusal> {
  const orders: ProductionOrder[] = [];
  for (const id of new Set(ids)) {
    const order = unclaimed(id, context);
    if (!order.ok) return order;
    orders.push(order.value);
  }
  return accept({
    level: "A2",
    entries: orders.flatMap(({ id, newCard }): readonly Entry[] => [
      { type: "production.settled", order: id, status: "voided" },
      ...(newCard ? [{ type: "card.voided", card: newCard } as const] : []),
    ]),
    outcome: {
      facts: [
        textFact("pieces", String(orders.length)),
        ...orders.flatMap(({ id, newCard }) => [
          textFact("order", id),
          ...(newCard ? [textFact("card", maskedCard(newCard, context))] : []),
        ]),
        termFact("note", "note.stock-destroyed"),
      ],
      relations: [],
    },
    slip: "general",
  });
}

/** V10: a made card that has waited longer than the branch keeps one for its holder. */
function unclaimed(
  id: string,
  { books, today, parameters }: Context,
): Result<ProductionOrder, VoucherRefusal> {
  const order = books.find("order", id);
  return order && isUnclaimed(order, today, parameters)
    ? accept(order)
    : refuse({ code: "voucher.not-unclaimed", order: id });
}

function maskedCard(id: string, { books }: Context): string {
  return maskPan(known(books.find("card", id), "an order that arrived has a card").pan);
}
