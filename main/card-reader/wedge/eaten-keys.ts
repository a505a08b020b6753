import { mayHaveEnded, type Stroke } from "./stroke.ts";

/** Counts the keys of a run that an input method has in its hands. It keeps none of them. */
export interface EatenKeys {
  /** A run begins, of which so many keys had come before. */
  begin(keysBefore: number): void;
  count(stroke: Stroke): void;
  /** Whether so many keys, with the end sentinel's among them, can only have been a card. */
  isCard(): boolean;
}

const KEYS_MIN = 15;

/** A count that nothing has been added to. */
export function createEatenKeys(): EatenKeys {
  let count = 0;
  let hasEnd = false;

  return {
    begin(keysBefore) {
      count = keysBefore;
      hasEnd = false;
    },
    count(stroke) {
      if (stroke.key !== "Enter") count += 1;
      hasEnd ||= mayHaveEnded(stroke);
    },
    isCard: () => hasEnd && count >= KEYS_MIN,
  };
}
