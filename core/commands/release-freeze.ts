import type { Command } from "#core/commands/command.ts";
import { endFacts } from "#core/commands/freeze-facts.ts";
import { activeOrderOfOrgan } from "#core/commands/freeze-papers.ts";
import { measureTaken } from "#core/commands/freeze-receipt.ts";
import type { FreezeOrder, FreezeRefusal } from "#core/freeze/freeze-order.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Fen, fen, minus } from "#core/money/fen.ts";
import { moneyFact, termFact } from "#core/slip/facts.ts";

/**
 * 6004 解除冻结: the organ lifts its own order, wholly or an amount of it (F07).
 *
 * No other hold is touched by it; the next that waits takes effect in the same posting (F09).
 */
export const releaseFreeze: Command<"6004"> = (input, context) => {
  const file = activeOrderOfOrgan(input, "reduction", context);
  if (!file.ok) return file;
  const { order } = file.value;
  const rest = restAfter(order, input.amount);
  if (!rest.ok) return rest;

  const isWhole = rest.value === 0;
  const { papers } = input;
  const measure = { type: "freeze.released", order: order.id, papers, rest: rest.value } as const;
  const lines = [
    ...(order.scope.type === "amount"
      ? [moneyFact("released", minus(order.rest, rest.value)), moneyFact("rest", rest.value)]
      : []),
    ...(isWhole ? [termFact("note", "note.freeze-over")] : endFacts(order)),
  ];
  return accept(measureTaken(file.value, { level: "A2", papers, measure, lines }, context));
};

/** What is still to be held after a release of `amount`, or of the whole where none is named. */
function restAfter(
  { scope, rest }: FreezeOrder,
  amount: Fen | undefined,
): Result<Fen, FreezeRefusal> {
  if (amount === undefined) return accept(fen(0));
  if (scope.type === "account") return refuse({ code: "freeze.no-part" });
  if (amount === 0) return refuse({ code: "freeze.amount-zero" });
  return amount < rest ? accept(minus(rest, amount)) : refuse({ code: "freeze.over-rest", rest });
}
