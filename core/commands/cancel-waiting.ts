import type { Command } from "#core/commands/command.ts";
import { orderOfOrgan } from "#core/commands/freeze-papers.ts";
import { measureTaken } from "#core/commands/freeze-receipt.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact } from "#core/slip/facts.ts";

/** 6005 解除轮候: the organ takes its waiting order back, and those behind it move up (5.4). */
export const cancelWaiting: Command<"6005"> = (input, context) => {
  const file = orderOfOrgan(input, "reduction", context);
  if (!file.ok) return file;
  const { order } = file.value;
  if (order.status !== "waiting") return refuse({ code: "freeze.not-waiting" });

  const { papers } = input;
  const measure = { type: "freeze.cancelled", order: order.id, papers } as const;
  const lines = [termFact("note", "note.freeze-over")];
  return accept(measureTaken(file.value, { level: "A2", papers, measure, lines }, context));
};
