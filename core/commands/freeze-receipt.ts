import type { Context, Decision } from "#core/commands/command.ts";
import { afterFacts, measureFacts, paperFacts, scopeFacts } from "#core/commands/freeze-facts.ts";
import type { OrderFile } from "#core/commands/freeze-papers.ts";
import type { FreezePapers } from "#core/freeze/freeze-order.ts";
import type { MeasureEntry } from "#core/freeze/measure.ts";
import type { Entry } from "#core/journal/entry.ts";
import { termFact } from "#core/slip/facts.ts";
import { type Line, linesFor } from "#core/slip/on-paper.ts";
import type { Fact } from "#core/slip/slip.ts";

/** What an organ's paper brings about, and whose word that needs. */
interface Carried {
  readonly level: "A2" | "A3";
  readonly papers: FreezePapers;
  readonly entries: readonly Entry[];
  /** The lines of the receipt below those about the paper. */
  readonly lines: readonly Line[];
}

/**
 * 回执: whatever is done on the paper of an organ, the organ takes a receipt away that begins with its
 * paper. There is none for the customer, and nobody is told (F02, F19).
 */
export function receipted({ level, papers, entries, lines }: Carried): Decision {
  const all = [...paperFacts(papers), ...lines, termFact("note", "note.not-to-be-told")];
  const saidAt = (side: "desk" | "paper") => linesFor(side, all).filter(isFirstOfItsNote);
  return {
    level,
    entries,
    outcome: { facts: saidAt("desk"), relations: [] },
    slip: "freeze-receipt",
    paper: saidAt("paper"),
  };
}

/** What is to be noted is noted once, of however many accounts it is true. */
function isFirstOfItsNote(fact: Fact, at: number, facts: readonly Fact[]): boolean {
  if (fact.kind !== "term" || fact.name !== "note") return true;
  return facts.findIndex((one) => one.kind === "term" && one.term === fact.term) === at;
}

/**
 * A measure on an order that is in the books: its receipt states the order, what was done to it, and
 * how things stand then (F09, F10, F17).
 */
export function measureTaken(
  { order, account, customer }: OrderFile,
  {
    level,
    papers,
    measure,
    money = [],
    lines,
  }: Omit<Carried, "entries"> & {
    readonly measure: Exclude<MeasureEntry, { type: "freeze.registered" }>;
    /** What is posted before it. */
    readonly money?: readonly Entry[];
  },
  context: Context,
): Decision {
  const entries = [...money, measure];
  return receipted({
    level,
    papers,
    entries,
    lines: [
      ...scopeFacts(order, customer),
      ...measureFacts(order, account, measure),
      ...lines,
      ...afterFacts(order.id, entries, context),
    ],
  });
}
