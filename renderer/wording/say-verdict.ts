import type { SwipeView } from "#core/contract/swipe-view.ts";
import type { Words } from "#renderer/wording/words.ts";

/** What a swiped card is, with its issuer where another bank issued it. */
export function sayVerdict(
  words: Words,
  swipe: Extract<SwipeView, { readonly status: "read" }>,
): string {
  const verdict = words(`noun:verdict.${swipe.verdict}`);
  if (!swipe.issuer) return verdict;
  return `${verdict} · ${words("shell:language.code") === "en" ? swipe.issuer.en : swipe.issuer.zh}`;
}
