import type { Command } from "#core/commands/command.ts";
import { holderLines } from "#core/commands/freeze-facts.ts";
import { checkedOfficers, kindOf } from "#core/commands/freeze-papers.ts";
import { receipted } from "#core/commands/freeze-receipt.ts";
import { papersFor } from "#core/freeze/freeze-kind.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { textFact } from "#core/slip/facts.ts";

/**
 * 6012 协助查询登记: an organ asked what the bank knows of a customer, and what it was told (F03, F15).
 *
 * A query rests on permits and 协助查询通知书: a ruling or a decision is for measures.
 */
export const recordAssistance: Command<"6012"> = (input, context) => {
  const { papers, asked } = input;
  const needed = papersFor(kindOf(papers, context), "query");
  const officers = checkedOfficers(papers, needed, context);
  if (!officers.ok) return officers;
  if (papers.deliveredAt > context.now) return refuse({ code: "freeze.delivered-later" });
  const customer = context.books.find("customer", input.customer);
  if (!customer) return refuse({ code: "customer.unknown" });

  const entries: readonly Entry[] = [
    { type: "freeze.assisted", customer: customer.id, papers, asked },
  ];
  const lines = [...holderLines(customer), textFact("asked", asked)];
  return accept(receipted({ level: "A2", papers, entries, lines }));
};
