import { cashBox, transferOf } from "#core/account/posting.ts";
import { heldIn, whyNotMoved } from "#core/cash/box.ts";
import { boxFacts, movedFacts } from "#core/commands/cash-facts.ts";
import type { Command } from "#core/commands/command.ts";
import { hasRoomFor } from "#core/commands/room.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { countedSum } from "#core/money/denomination.ts";
import { textFact } from "#core/slip/facts.ts";

/**
 * 1102 柜员间现金调拨: cash out of the own box into another teller's. It is there when that teller
 * says so: nobody else's word counts, because nobody else has counted it (C01).
 */
export const handCash: Command<"1102"> = ({ to, cash }, { books, teller }) => {
  const amount = countedSum(cash);
  if (amount === 0) return refuse({ code: "amount.zero" });
  if (to === teller.id) return refuse({ code: "cash.same-box" });
  const receiver = books.find("teller", to);
  if (receiver?.role !== "teller") return refuse({ code: "box.not-open", box: to });
  const shut = whyNotMoved(books, teller.id) ?? whyNotMoved(books, to);
  if (shut) return refuse(shut);
  const held = heldIn(books, teller.id);
  if (amount > held) return refuse({ code: "amount.box-short", held });
  const room = hasRoomFor(amount, heldIn(books, to));
  if (!room.ok) return room;

  const postings = transferOf(amount, cashBox(to), cashBox(teller.id));
  return accept({
    level: "A1",
    onlyBy: [to],
    entries: [{ type: "money.posted", memo: "cash-between-boxes", postings }],
    outcome: {
      facts: [...boxFacts(teller.id), textFact("receiver", to), ...movedFacts(cash)],
      relations: [],
    },
    slip: "general",
  });
};
