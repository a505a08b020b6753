import { type BoxCount, type BoxId, heldIn, keepsBoxes } from "#core/cash/box.ts";
import { boxFacts, comparedFacts, countedFacts } from "#core/commands/cash-facts.ts";
import type { Command, Context } from "#core/commands/command.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { countedSum } from "#core/money/denomination.ts";
import { fen } from "#core/money/fen.ts";
import { termFact } from "#core/slip/facts.ts";

/**
 * 1103 现金碰库: what lies in the own box, or by two people in the vault, is counted piece by piece and
 * held against the books (C02).
 *
 * The count is blind: neither the form nor the preview says what the books expect; the receipt and the
 * slip do. A count may be taken back by counting again, and every count stays in the journal.
 */
export const countCash: Command<"1103"> = ({ place, cash }, context) => {
  const { books, today } = context;
  const box = boxAt(place, context);
  const status = books.find("box", box)?.status;
  const isShut = status === undefined || status === "closed";
  if (isShut && box !== "vault" && keepsBoxes(books)) return refuse({ code: "box.not-open", box });

  const expected = fen(heldIn(books, box));
  const count: BoxCount = { date: today, cash, counted: countedSum(cash), expected };
  return accept({
    level: box === "vault" ? "A1" : "A0",
    entries: [{ type: "cash.counted", box, date: today, count }],
    outcome: {
      facts: [
        ...boxFacts(box),
        ...countedFacts(cash),
        termFact("note", "note.count-after-posting"),
      ],
      relations: [],
    },
    afterwards: comparedFacts(count),
    slip: "general",
  });
};

/** The box that a count or a difference is about: the vault, or that of whoever sits there. */
export function boxAt(place: "own" | "vault", { teller }: Context): BoxId {
  return place === "vault" ? "vault" : teller.id;
}
