import { cashBox, transferOf } from "#core/account/posting.ts";
import { differenceOf } from "#core/cash/box.ts";
import { boxMeant } from "#core/commands/box-meant.ts";
import { boxFacts } from "#core/commands/cash-facts.ts";
import type { Command } from "#core/commands/command.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { capitalAmount } from "#core/money/capital.ts";
import { moneyFact, textFact } from "#core/slip/facts.ts";

/**
 * 1104 长短款登记: the difference that the last count found is booked on a supervisor's word, so that
 * the books expect what lies there (C02).
 *
 * Over and short have accounts of their own and never pay for each other. Another amount than the one
 * that was counted is refused.
 */
export const bookDifference: Command<"1104"> = ({ place, kind, amount, words }, context) => {
  const { books, today } = context;
  const meant = boxMeant(place, context);
  if (!meant.ok) return meant;
  const { box, isOthers } = meant.value;
  const record = books.find("box", box);
  if (record?.status !== "difference" || !record.count) {
    return refuse({ code: "cash.no-difference", box });
  }
  const difference = differenceOf(record.count);
  const over = Math.max(0, difference);
  const short = Math.max(0, -difference);
  if (amount !== { over, short }[kind]) {
    return refuse({ code: "cash.not-as-counted", over, short });
  }

  const postings =
    kind === "over"
      ? transferOf(amount, cashBox(box), "cash-over")
      : transferOf(amount, "cash-short", cashBox(box));
  return accept({
    level: isOthers ? "A3" : "A2",
    entries: [
      { type: "money.posted", memo: `cash-${kind}`, postings },
      { type: "cash.difference-booked", box, date: today, kind, amount, words },
    ],
    outcome: {
      facts: [
        ...boxFacts(box, `cash-action.${kind}`),
        moneyFact("cashCounted", record.count.counted),
        moneyFact("cashExpected", record.count.expected),
        moneyFact(kind === "over" ? "cashOver" : "cashShort", amount),
        textFact("amountInWords", capitalAmount(amount)),
        textFact("reason", words),
      ],
      relations: [],
    },
    slip: "general",
  });
};
