import { useCallback } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import { sayRefusal } from "#renderer/wording/say-refusal.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Says refusals in the language now chosen. */
export function useSayRefusal(): (refusal: Refusal) => string {
  const words = useWords();
  return useCallback((refusal) => sayRefusal(words, refusal), [words]);
}
