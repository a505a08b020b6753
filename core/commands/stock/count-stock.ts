import { handOf } from "#core/books/post-stock.ts";
import type { Command, Context } from "#core/commands/command.ts";
import {
  handFact,
  listable,
  mayAnswerFor,
  named,
  pieceFacts,
  runFact,
} from "#core/commands/stock/named-pieces.ts";
import { accept } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";
import { piecesIn, type SerialRange, type Stock } from "#core/voucher/stock.ts";
import { countedAs } from "#core/voucher/stock-day.ts";

/** So many runs of a difference stand on the paper; the rest stands in the books. */
const RUNS_SHOWN = 50;

/**
 * 8005 凭证碰库 (V05): two people count a hand by number range. Blind: neither the preview nor whoever
 * gives the word sees what should be there; only the paper of the posted count says it.
 *
 * For what the branch keeps together one of the two is a supervisor.
 */
export const countStock: Command<"8005"> = (input, context) => {
  const { kind, holder } = input;
  const may = mayAnswerFor(context.teller, holder);
  if (!may.ok) return may;
  const once = named(input.counted);
  if (!once.ok) return once;
  const counted = listable(once.value);
  if (!counted.ok) return counted;

  const facts = [handFact("stockHolder", holder), ...pieceFacts(kind, counted.value)];
  const isOwn = holder === context.teller.id;
  return accept({
    level: isOwn || context.teller.role !== "teller" ? "A1" : "A2",
    entries: [{ type: "stock.counted", kind, holder, ranges: counted.value }],
    outcome: { facts, relations: [] },
    paper: [...facts, ...foundFacts(handOf(context.books, kind, holder), counted.value, context)],
    slip: "general",
  });
};

/** What the count found, held against the books. */
function foundFacts(
  stock: Stock,
  ranges: readonly SerialRange[],
  { today }: Context,
): readonly Fact[] {
  const { count } = countedAs(stock, { ranges, date: today });
  const { missing = [], surplus = [] } = count ?? {};
  if (missing.length === 0 && surplus.length === 0) {
    return [
      textFact("expected", String(piecesIn(stock.ranges))),
      termFact("note", "note.stock-agrees"),
    ];
  }
  return [
    textFact("expected", String(piecesIn(stock.ranges))),
    textFact("missing", String(piecesIn(missing))),
    ...missing.slice(0, RUNS_SHOWN).map((range) => runFact("missingSerials", range)),
    textFact("surplus", String(piecesIn(surplus))),
    ...surplus.slice(0, RUNS_SHOWN).map((range) => runFact("surplusSerials", range)),
    termFact("note", "note.stock-differs"),
  ];
}
