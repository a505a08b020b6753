import type { JournalRow } from "#core/contract/posting-view.ts";
import { sayTransaction } from "#renderer/wording/say-transaction.ts";
import type { Words } from "#renderer/wording/words.ts";
import { entry } from "#renderer/wording/zh-CN/entry.ts";

/**
 * What a line of the journal came from: a transaction by its code and its name, or what the journal
 * alone knows by its name without the word that stands for it in the books.
 */
export function sayLine(words: Words, code: string): string {
  const key = `code.${code}`;
  if (!isOf(entry, key)) return sayTransaction(words, code);
  const name = words(`entry:${key}`);
  return /^\d/.test(code) ? `${code} ${name}` : name;
}

/** What was recorded; the contract leaves the list open. */
export function sayEntry(words: Words, type: string): string {
  return isOf(entry, type) ? words(`entry:${type}`) : type;
}

/** Who did it: a number, or the workstation itself. */
export function sayDoer(words: Words, teller: string): string {
  return teller === "system" ? words("entry:code.system") : teller;
}

/** Whether a line tells of an attempt that was refused: then nothing was posted. */
export function isRefused({ entries }: Pick<JournalRow, "entries">): boolean {
  return entries.includes("request.refused");
}

function isOf<Known extends object>(known: Known, key: string): key is keyof Known & string {
  return Object.hasOwn(known, key);
}
