import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Fact } from "#core/slip/slip.ts";
import type { SlipWords } from "#renderer/slips/wording/zh-CN.ts";
import { sayFact } from "#renderer/wording/say-fact.ts";
import type { Words } from "#renderer/wording/words.ts";

/**
 * The value of a fact as papers state it: money behind its mark and capitals behind 人民币, both
 * without a gap, so that nothing can be written in between (支付结算办法, annex 1).
 */
export function sayOnPaper(words: Words, fact: Fact): string {
  const said = sayFact(words, fact);
  if (fact.kind === "money") return `¥${said}`;
  return fact.name === "amountInWords" ? `人民币${said}` : said;
}

/** An advice as a whole sentence. */
export function sayNote(words: Words, slipWords: SlipWords, fact: Fact): string {
  // Only a term can have a sentence of its own; the books keep advice as terms alone.
  const sentences: Readonly<Record<string, string>> = slipWords.note;
  return (fact.kind === "term" && sentences[fact.term]) || sayFact(words, fact);
}

/** A day in words, for the lines that a customer must not misread. */
export function sayDay(slipWords: SlipWords, date: BusinessDate): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return slipWords.day(year, month, day);
}
