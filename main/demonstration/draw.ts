import { assert, known } from "#core/kernel/assert.ts";

/** Chance that repeats itself: the same seed draws the same, on every machine. */
export interface Draw {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  /** A whole number from `first` through `last`. */
  readonly between: (first: number, last: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** So many random digits; the first may be 0. */
  readonly digits: (count: number) => string;
}

/**
 * Draws for invented data only, never for a secret: mulberry32 by Tommy Ettinger, 32 bits of state,
 * public domain.
 */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0;

  function below(limit: number): number {
    assert(Number.isInteger(limit) && limit > 0, "a draw is made from at least one");
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  return {
    below,
    between: (first, last) => first + below(last - first + 1),
    pick: (list) => known(list[below(list.length)], "a draw stays within its list"),
    digits: (count) => Array.from({ length: count }, () => String(below(10))).join(""),
  };
}
