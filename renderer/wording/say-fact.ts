import { dateOf, timeOf } from "#core/calendar/instant.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { formatFen } from "#core/money/fen.ts";
import type { Fact } from "#core/slip/slip.ts";
import type { Words } from "#renderer/wording/words.ts";

/** The value of a fact as screens and slips show it. */
export function sayFact(words: Words, fact: Fact): string {
  switch (fact.kind) {
    case "text":
      return fact.text;
    case "date":
      return fact.date;
    case "instant":
      return `${dateOf(fact.instant)} ${timeOf(fact.instant)}`;
    case "money":
      return formatFen(fact.amount);
    case "term":
      return words(`term:${fact.term}`);
    default:
      return unreachable(fact);
  }
}
