import type { Command } from "#core/commands/command.ts";
import { handFact, mayAnswerFor, namedIn, pieceFacts } from "#core/commands/stock/named-pieces.ts";
import { accept } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";

/**
 * 8003 凭证作废 (V04): pieces found damaged, wherever in the hand they lie. They are stamped, cut and
 * kept for their destruction; the next piece of the box is its lowest that is left (V02).
 */
export const voidPieces: Command<"8003"> = ({ kind, holder, ranges, reason, words }, context) => {
  const may = mayAnswerFor(context.teller, holder);
  if (!may.ok) return may;
  const pieces = namedIn({ kind, holder, ranges }, context);
  if (!pieces.ok) return pieces;

  return accept({
    level: "A2",
    entries: [{ type: "pieces.voided", kind, from: holder, ranges: pieces.value, reason }],
    outcome: {
      facts: [
        ...pieceFacts(kind, pieces.value),
        handFact("stockFrom", holder),
        termFact("reason", `spoiled.${reason}`),
        ...(words === undefined ? [] : [textFact("stockWords", words)]),
        termFact("note", "note.stock-cut-and-kept"),
      ],
      relations: [],
    },
    slip: "general",
  });
};
