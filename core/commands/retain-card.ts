import { maskPan } from "#core/card/pan.ts";
import type { Command } from "#core/commands/command.ts";
import { presented } from "#core/commands/present-card.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";

/**
 * 3009 没收登记: a card that is no longer one is kept at the counter before two tellers (L14, L15).
 *
 * Of a counterfeit only the plastic is kept: the record of the genuine card stays as it is. A card
 * reported lost is not kept this way, for its holder may be bringing it back (4006).
 */
export const retainCard: Command<"3009"> = (input, context) => {
  const swipe = presented(input.swipe, context);
  if (!swipe.ok) return swipe;
  const { card, verdict } = swipe.value;
  if (verdict === "foreign") return refuse({ code: "card.foreign" });
  if (!card) return refuse({ code: "card.unknown" });

  const isCounterfeit = verdict === "counterfeit";
  const isOver = card.life === "replaced" || card.life === "cancelled" || card.life === "void";
  if (!isCounterfeit && !isOver) return refuse({ code: "card.nothing-to-retain" });

  const kept = { card: card.id, reason: input.reason };
  const facts = [
    textFact("card", maskPan(card.pan)),
    textFact("reason", input.reason),
    termFact("note", "note.card-kept"),
  ];
  return accept({
    level: "A1",
    entries: [
      ...(isCounterfeit
        ? [{ type: "piece.collected", ...kept, counterfeit: true } as const]
        : [
            { type: "piece.collected", ...kept } as const,
            { type: "card.retained", ...kept } as const,
          ]),
    ],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};
