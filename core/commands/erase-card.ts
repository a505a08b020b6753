import { type Card, isOver } from "#core/card/card.ts";
import { maskPan } from "#core/card/pan.ts";
import type { Command } from "#core/commands/command.ts";
import { presented } from "#core/commands/present-card.ts";
import { ExchangeReason } from "#core/contract/transactions.ts";
import { maskName } from "#core/identity/mask.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/**
 * 3014 旧卡消磁: the stripe of an old card that the counter keeps is erased and read back empty, before
 * two tellers (T34). No good card can be erased: the one just read must be over and collected.
 *
 * A counterfeit is never erased, for it is evidence. What no rule can see is whether the piece that
 * is pulled through for the erasing is the one that was read before: a writer cannot read and erase
 * in one pass. So the reading must be fresh, and two people look at the number.
 */
export const eraseCard: Command<"3014"> = (input, context) => {
  const swipe = presented(input.swipe, context);
  if (!swipe.ok) return swipe;
  const { card, verdict } = swipe.value;
  if (verdict === "foreign") return refuse({ code: "card.foreign" });
  if (verdict === "counterfeit") return refuse({ code: "card.counterfeit" });
  if (!card) return refuse({ code: "card.unknown" });
  if (card.erased) return refuse({ code: "card.erased-already" });
  if (!isOver(card) || card.collected === undefined) {
    return refuse({ code: "card.not-collected", life: card.life });
  }

  const holder = context.books.find("customer", card.customer);
  const facts = [
    textFact("card", maskPan(card.pan)),
    ...(holder ? [textFact("customer", maskName(holder.name))] : []),
    ...(card.serial === undefined ? [] : [textFact("piece", card.serial)]),
    whyCollected(card, card.collected),
    termFact("note", "note.card-erased"),
  ];
  return accept({
    level: "A1",
    entries: [{ type: "card.erased", card: card.id }],
    outcome: { facts, relations: [] },
    slip: "general",
    erase: { card: card.id, pan: card.pan, swipe: input.swipe },
  });
};

/** What a teller wrote at 3009; of a card given up for another the reason of the exchange. */
function whyCollected({ life }: Card, collected: string): Fact {
  if (life === "retained") return textFact("collected", collected);
  const exchange = ExchangeReason.safeParse(collected);
  return termFact(
    "collected",
    exchange.success ? `exchange.${exchange.data}` : "collected.exchange",
  );
}
