import type { Command } from "#core/commands/command.ts";
import { afterFacts, orderFacts, paperFacts } from "#core/commands/freeze-facts.ts";
import { orderOfOrgan } from "#core/commands/freeze-papers.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact } from "#core/slip/facts.ts";

/** 6005 解除轮候: the organ takes its waiting order back, and those behind it move up (5.4). */
export const cancelWaiting: Command<"6005"> = (input, context) => {
  const file = orderOfOrgan(input, context);
  if (!file.ok) return file;
  const { order } = file.value;
  if (order.status !== "waiting") return refuse({ code: "freeze.not-waiting" });

  const { papers } = input;
  const entries: readonly Entry[] = [{ type: "freeze.cancelled", order: order.id, papers }];
  const facts = [
    ...paperFacts(papers),
    ...orderFacts(order, file.value),
    termFact("note", "note.freeze-over"),
    ...afterFacts(order.id, entries, context),
    termFact("note", "note.not-to-be-told"),
  ];
  return accept({
    level: "A2",
    entries,
    outcome: { facts, relations: [] },
    slip: "freeze-receipt",
  });
};
