import type { SignedFen } from "#core/money/fen.ts";
import type { Fact } from "#core/slip/slip.ts";

/** What was posted on a day under one transaction code. */
export interface Tally {
  readonly code: string;
  /** Postings that issued a slip. */
  readonly count: number;
  /** What they credited somewhere, in fen. */
  readonly turnover: SignedFen;
}

/** 交易量: one line a transaction, in the order of the codes. */
export function tallyFacts(tallies: readonly Tally[]): readonly Fact[] {
  return [...tallies]
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map((tally) => ({ name: "tally", kind: "tally", ...tally }));
}
