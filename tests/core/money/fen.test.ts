import { describe, expect, test } from "vitest";
import {
  FEN_MAX,
  Fen,
  fen,
  fenFromText,
  formatFen,
  minus,
  plus,
  SignedFen,
  signedFen,
} from "#core/money/fen.ts";
import { fc } from "#tests/support/fast-check.ts";

describe("an amount of money", () => {
  test("is a whole number of fen from nothing to the most the counter handles", () => {
    expect(Fen.safeParse(0).success).toBe(true);
    expect(Fen.safeParse(FEN_MAX).success).toBe(true);
    expect(Fen.safeParse(-1).success).toBe(false);
    expect(Fen.safeParse(FEN_MAX + 1).success).toBe(false);
    expect(Fen.safeParse(0.5).success).toBe(false);
    expect(Fen.safeParse("1").success).toBe(false);
  });

  test("may be below zero only where it is a movement", () => {
    expect(SignedFen.safeParse(-FEN_MAX).success).toBe(true);
    expect(SignedFen.safeParse(-FEN_MAX - 1).success).toBe(false);
    expect(SignedFen.safeParse(FEN_MAX).success).toBe(true);
    expect(SignedFen.safeParse(FEN_MAX + 1).success).toBe(false);
  });

  test("adds and takes away to the fen", () => {
    expect(plus(fen(10), fen(20))).toBe(30);
    expect(minus(fen(30), fen(30))).toBe(0);
  });

  test("stops the program rather than go below zero or beyond the most", () => {
    expect(() => minus(fen(30), fen(31))).toThrow();
    expect(() => plus(fen(FEN_MAX), fen(1))).toThrow();
  });

  test.each([FEN_MAX, -FEN_MAX])("takes %d as an amount with a sign", (most) => {
    expect(signedFen(most)).toBe(most);
  });

  test.each([FEN_MAX + 1, -FEN_MAX - 1, 0.5, Number.NaN, 2 ** 53])(
    "stops the program rather than take %d as one",
    (amount) => {
      expect(() => signedFen(amount)).toThrow();
    },
  );
});

describe("reading what a teller types", () => {
  test("takes yuan with none, one or two decimals", () => {
    expect(fenFromText("12")).toBe(12_00);
    expect(fenFromText("12.5")).toBe(12_50);
    expect(fenFromText("12.05")).toBe(12_05);
    expect(fenFromText("0.29")).toBe(29);
    expect(fenFromText("0")).toBe(0);
    expect(fenFromText("  12.50 ")).toBe(12_50);
  });

  test("takes commas only where they part thousands", () => {
    expect(fenFromText("1,234.5")).toBe(1_234_50);
    expect(fenFromText("1,234,567")).toBe(1_234_567_00);
    expect(fenFromText("1,23")).toBeUndefined();
    expect(fenFromText("1234,567")).toBeUndefined();
    expect(fenFromText(",123")).toBeUndefined();
  });

  test("takes the full-width digits of a Chinese keyboard, and no other signs for digits", () => {
    expect(fenFromText("１，２３４．５０")).toBe(1_234_50);
    expect(fenFromText("1²")).toBeUndefined();
    expect(fenFromText("①")).toBeUndefined();
    expect(fenFromText("1。5")).toBeUndefined();
  });

  test("refuses what is likelier a slip than an amount", () => {
    expect(fenFromText("12.345")).toBeUndefined();
    expect(fenFromText("12.")).toBeUndefined();
    expect(fenFromText(".5")).toBeUndefined();
    expect(fenFromText("012")).toBeUndefined();
    expect(fenFromText("-12")).toBeUndefined();
    expect(fenFromText("¥12")).toBeUndefined();
    expect(fenFromText("1e3")).toBeUndefined();
    expect(fenFromText("")).toBeUndefined();
  });

  test("takes the most the counter handles and refuses one fen more", () => {
    expect(fenFromText("100,000,000,000.00")).toBe(FEN_MAX);
    expect(fenFromText("100,000,000,000.01")).toBeUndefined();
    expect(fenFromText("9".repeat(400))).toBeUndefined();
  });
});

describe("writing an amount", () => {
  test("parts thousands and always shows two decimals", () => {
    expect(formatFen(fen(1_234_50))).toBe("1,234.50");
    expect(formatFen(fen(999_99))).toBe("999.99");
    expect(formatFen(fen(1_000_00))).toBe("1,000.00");
    expect(formatFen(fen(5))).toBe("0.05");
    expect(formatFen(fen(0))).toBe("0.00");
    expect(formatFen(fen(FEN_MAX))).toBe("100,000,000,000.00");
  });

  test("puts the sign of a movement in front", () => {
    expect(formatFen(signedFen(-1_234_50))).toBe("-1,234.50");
    expect(formatFen(signedFen(-5))).toBe("-0.05");
  });

  // Goal: what is shown can be typed back. Method: write any amount and read it again.
  test("is the inverse of reading, for every amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: FEN_MAX }), (amount) => {
        expect(fenFromText(formatFen(fen(amount)))).toBe(amount);
      }),
    );
  });
});
