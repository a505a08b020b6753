import { unreachable } from "#core/kernel/assert.ts";
import { faceOf } from "#core/money/denomination.ts";
import { formatFen, signedFen } from "#core/money/fen.ts";
import type { FactName } from "#core/slip/fact-name.ts";
import type { Fact } from "#core/slip/slip.ts";
import { sayEndMoment, sayMoment } from "#renderer/wording/say-moment.ts";
import { sayChange } from "#renderer/wording/say-parameter.ts";
import { sayTransaction } from "#renderer/wording/say-transaction.ts";
import type { Words } from "#renderer/wording/words.ts";

/** Lines about until when something holds. */
const ends: readonly FactName[] = [
  "freezeEnds",
  "frozenUntil",
  "promotedUntil",
  "renewedFrom",
  "waitsUntil",
];

/** The value of a fact as screens and slips show it. */
export function sayFact(words: Words, fact: Fact): string {
  switch (fact.kind) {
    case "text":
      return fact.name === "reversedCode" ? sayTransaction(words, fact.text) : fact.text;
    case "qr":
      return fact.text;
    case "date":
      return fact.date;
    case "instant":
      return ends.includes(fact.name) ? sayEndMoment(fact.instant) : sayMoment(fact.instant);
    case "cash": {
      const worth = signedFen(fact.pieces * faceOf(fact.denomination));
      const name = words(`cash:denomination.${fact.denomination}`);
      return `${name} × ${fact.pieces} = ${formatFen(worth)}`;
    }
    case "money":
      return formatFen(fact.amount);
    case "term":
      return words(`term:${fact.term}`);
    case "cash-day":
      return `${sayHolder(words, fact.box)}  ${formatFen(fact.held)}`;
    case "stock-day":
      return `${sayHolder(words, fact.holder)}  ${words(`term:voucher.${fact.voucher}`)}  ${fact.held}`;
    case "tally":
      return `${sayTransaction(words, fact.code)} × ${fact.count}  ${formatFen(fact.turnover)}`;
    case "period":
      return words("freeze:term.of", {
        count: fact.count,
        unitText: words(`freeze:unit.${fact.unit}`),
      });
    case "change":
      return sayChange(words, fact);
    case "officer":
      return `${fact.officer} ${fact.permit}`;
    case "order":
      return sayOrder(words, fact);
    default:
      return unreachable(fact);
  }
}

/** Another order in one line, so that no organ stands beside another one's date (F10). */
function sayOrder(
  words: Words,
  { organ, documentNumber, until }: Extract<Fact, { readonly kind: "order" }>,
): string {
  const order = `${organ} ${documentNumber}`;
  return until === undefined
    ? words("kit:fact.order.open", { order })
    : words("kit:fact.order", { order, until: sayEndMoment(until) });
}

/** Whose box or stock it is. */
export function sayHolder(words: Words, holder: string): string {
  return holder === "vault" ? words("kit:vault") : holder;
}
