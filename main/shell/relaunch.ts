/** How often a window whose process died is loaded again, and within what time. */
export const RELOADS = 3;
export const RELOADS_WITHIN_MS = 5 * 60_000;

/**
 * Decides whether a dead window is loaded again. A window that dies again and again is fed something
 * that kills it, so after three times in five minutes the answer is no. `now` is in milliseconds.
 */
export function reloadLimit(now: () => number): () => boolean {
  let reloadedAt: readonly number[] = [];
  return () => {
    const at = now();
    reloadedAt = reloadedAt.filter((time) => at - time < RELOADS_WITHIN_MS);
    if (reloadedAt.length >= RELOADS) return false;
    reloadedAt = [...reloadedAt, at];
    return true;
  };
}
