/** How often something may happen, over time. */
export interface Allowance {
  /** Takes one from what is left; false where nothing is. */
  take(): boolean;
}

/**
 * Lets `burst` through at once and `perSecond` in the long run. `now` is in milliseconds on a clock
 * that does not run backwards; only differences count.
 */
export function allowance({
  perSecond,
  burst,
  now,
}: {
  readonly perSecond: number;
  readonly burst: number;
  readonly now: () => number;
}): Allowance {
  let left = burst;
  let countedAt = now();

  return {
    take() {
      const at = now();
      left = Math.min(burst, left + (Math.max(0, at - countedAt) / 1000) * perSecond);
      countedAt = at;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
