import { describe, expect, test } from "vitest";
import {
  CashCount,
  countedSum,
  Denomination,
  faceOf,
  PIECES_MAX,
  piecesOf,
} from "#core/money/denomination.ts";
import { FEN_MAX } from "#core/money/fen.ts";
import { cashOf } from "#tests/support/cash-desk.ts";
import { fc } from "#tests/support/fast-check.ts";

const anyCount = fc.dictionary(
  fc.constantFrom(...Denomination.options),
  fc.integer({ min: 0, max: PIECES_MAX }),
);

describe("a count by denomination", () => {
  test("C02: is worth its pieces, notes and coins of one face apart", () => {
    const count = CashCount.parse({ "note-10000": 3, "note-100": 2, "coin-100": 5, "coin-1": 4 });

    expect(countedSum(count)).toBe(307_04);
    expect(piecesOf(count)).toEqual([
      { denomination: "note-10000", pieces: 3, worth: 300_00 },
      { denomination: "note-100", pieces: 2, worth: 2_00 },
      { denomination: "coin-100", pieces: 5, worth: 5_00 },
      { denomination: "coin-1", pieces: 4, worth: 4 },
    ]);
  });

  test("the RMB in circulation has no 2 yuan and no 2 jiao, and has notes of 5 and 1 jiao", () => {
    const accepts = (denomination: string) => CashCount.safeParse({ [denomination]: 1 }).success;

    expect(["note-200", "note-20", "coin-10000"].filter(accepts)).toEqual([]);
    expect(["note-50", "note-10", "coin-5", "coin-1"].filter(accepts)).toHaveLength(4);
  });

  test("is of whole pieces, from none to a million of each", () => {
    const accepts = (pieces: unknown) => CashCount.safeParse({ "note-10000": pieces }).success;

    expect([0, 1, PIECES_MAX].filter(accepts)).toEqual([0, 1, PIECES_MAX]);
    expect([-1, 0.5, PIECES_MAX + 1, "1", null].filter(accepts)).toEqual([]);
    expect(countedSum(CashCount.parse({}))).toBe(0);
  });

  test("is never worth more than an amount can be, even with the most of each", () => {
    const most = Object.fromEntries(Denomination.options.map((one) => [one, PIECES_MAX]));

    expect(countedSum(CashCount.parse(most))).toBeLessThanOrEqual(FEN_MAX);
  });

  // Goal: no piece is lost in the sum. Method: any count; the sum is that of the faces.
  test("C02: sums to its faces, whatever was counted", () => {
    fc.assert(
      fc.property(anyCount, (raw) => {
        const sum = Object.entries(raw).reduce(
          (total, [one, pieces]) => total + pieces * Number(faceOf(Denomination.parse(one))),
          0,
        );

        expect(countedSum(CashCount.parse(raw))).toBe(sum);
      }),
    );
  });

  // Goal: any amount can be counted out to the last fen. Method: make it up, count it again.
  test("C02: any amount can be made up of the money there is, and counts back to it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_00 }), (amount) => {
        expect(countedSum(cashOf(amount))).toBe(amount);
      }),
    );
  });
});
