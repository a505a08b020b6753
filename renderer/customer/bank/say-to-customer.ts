import { useCallback } from "react";
import type { Refusal, RefusalCode } from "#core/contract/refusal.ts";
import { insertedWords, sayRefusal } from "#renderer/wording/say-refusal.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";
import { type DeclinedCode, declined } from "#renderer/wording/zh-CN/declined.ts";

/**
 * Says a refusal to the customer: what she can do about it herself, and when she must come to the
 * branch. What would read the same at the counter is said in the counter's words.
 */
export function sayToCustomer(words: Words, refusal: Refusal): string {
  const { code } = refusal;
  return isCustomers(code)
    ? words(`declined:${code}`, { ...refusal, ...insertedWords(words, refusal) })
    : sayRefusal(words, refusal);
}

function isCustomers(code: RefusalCode): code is DeclinedCode {
  return code in declined;
}

/** Says refusals to the customer in the language now chosen. */
export function useSayToCustomer(): (refusal: Refusal) => string {
  const words = useWords();
  return useCallback((refusal) => sayToCustomer(words, refusal), [words]);
}
