import type { Command } from "#core/commands/command.ts";
import { paperFacts } from "#core/commands/freeze-facts.ts";
import { checkedOfficers, kindOf } from "#core/commands/freeze-papers.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";

/**
 * 6012 协助查询登记: an organ asked what the bank knows of a customer, and what it was told (F03, F15).
 *
 * A query rests on the notice alone: a ruling or a decision is for measures.
 */
export const recordAssistance: Command<"6012"> = (input, context) => {
  const { papers, asked } = input;
  const needed = kindOf(papers, context).papers.filter(
    (paper) => paper !== "ruling" && paper !== "decision",
  );
  const officers = checkedOfficers(papers, needed, context);
  if (!officers.ok) return officers;
  if (papers.deliveredAt > context.now) return refuse({ code: "freeze.delivered-later" });
  const customer = context.books.find("customer", input.customer);
  if (!customer) return refuse({ code: "customer.unknown" });

  const facts = [
    ...paperFacts(papers),
    textFact("customer", customer.name),
    textFact("asked", asked),
    termFact("note", "note.not-to-be-told"),
  ];
  return accept({
    level: "A2",
    entries: [{ type: "freeze.assisted", customer: customer.id, papers, asked }],
    outcome: { facts, relations: [] },
    slip: "freeze-receipt",
  });
};
