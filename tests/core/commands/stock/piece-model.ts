import { assert } from "#core/kernel/assert.ts";
import { Serial, type Stock, serialAfter } from "#core/voucher/stock.ts";

/** One piece on its way, by its number alone. */
export interface Moved {
  readonly piece: string;
  readonly from: string;
  readonly to: string;
}

/** Where every piece is, one by one: what the books say in runs, told again without any run. */
export function modelOf(stocks: readonly Stock[]) {
  const hands = new Map<string, string>();
  for (const { holder, ranges } of stocks) {
    for (const piece of laidOut(ranges)) {
      assert(!hands.has(piece), `${piece} is in one hand`);
      hands.set(piece, holder);
    }
  }
  const within = (hand: string) =>
    [...hands].flatMap(([piece, holder]) => (holder === hand ? [piece] : [])).sort();

  return {
    within,
    lowest: (hand: string, count: number) => within(hand).slice(0, count),
    highest: (hand: string, count: number) => within(hand).slice(-count),
    size: () => hands.size,
    whose: (piece: string) => hands.get(piece) ?? "nowhere",
    /** Moves pieces, each from where it must have been. */
    move(pieces: readonly string[], from: string, to: string): readonly Moved[] {
      for (const piece of pieces) {
        const here = hands.get(piece) ?? "nowhere";
        assert(here === from, `${piece} was with ${from}, not with ${here}`);
        hands.set(piece, to);
      }
      return pieces.map((piece) => ({ piece, from, to }));
    },
  };
}
export type PieceModel = ReturnType<typeof modelOf>;

/** Every piece of some runs, in their order. */
export function laidOut(ranges: Stock["ranges"]): readonly string[] {
  return ranges.flatMap(({ first, last }) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) =>
      serialAfter(Serial.parse(first), at),
    ),
  );
}
