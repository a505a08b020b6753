import { type BoxCount, heldIn, keepsBoxes } from "#core/cash/box.ts";
import { boxMeant } from "#core/commands/box-meant.ts";
import { boxFacts, comparedFacts, countedFacts } from "#core/commands/cash-facts.ts";
import type { Command } from "#core/commands/command.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { countedSum } from "#core/money/denomination.ts";
import { fen } from "#core/money/fen.ts";
import { termFact } from "#core/slip/facts.ts";

/**
 * 1103 现金碰库: what lies in the own box, by two people in the vault, or at A3 in the box of somebody who
 * has gone, is counted piece by piece and held against the books (C02, C03).
 *
 * The count is blind: neither the form nor the preview says what the books expect; the receipt and the
 * slip do. A count may be taken back by counting again, and every count stays in the journal.
 */
export const countCash: Command<"1103"> = ({ place, cash }, context) => {
  const { books, today } = context;
  const meant = boxMeant(place, context);
  if (!meant.ok) return meant;
  const { box, isOthers } = meant.value;
  const status = books.find("box", box)?.status;
  const isShut = status === undefined || status === "closed";
  if (isShut && box !== "vault" && keepsBoxes(books)) return refuse({ code: "box.not-open", box });

  const expected = fen(heldIn(books, box));
  const count: BoxCount = { date: today, cash, counted: countedSum(cash), expected };
  return accept({
    level: isOthers ? "A3" : box === "vault" ? "A1" : "A0",
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
