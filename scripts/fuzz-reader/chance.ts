/** Chance that can be repeated: the same seed, the same choices. */
export interface Chance {
  /** A whole number from 0 up to, and without, `below`. */
  below(below: number): number;
  /** True once in `times`. */
  onceIn(times: number): boolean;
  pick<Choice>(choices: readonly [Choice, ...Choice[]]): Choice;
  bytes(count: number): Uint8Array;
  /** From `lengthMin` to `lengthMax` characters out of `alphabet`. */
  text(alphabet: string, lengthMin: number, lengthMax: number): string;
}

/** Chance from a seed (mulberry32: small, quick and even enough to throw bytes about). */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;

  function below(limit: number): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  return {
    below,
    onceIn: (times) => below(times) === 0,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
    text(alphabet, lengthMin, lengthMax) {
      const length = lengthMin + below(lengthMax - lengthMin + 1);
      return Array.from({ length }, () => alphabet[below(alphabet.length)]).join("");
    },
  };
}
