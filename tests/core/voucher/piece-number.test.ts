import { describe, expect, test } from "vitest";
import { isLuhnValid } from "#core/card/pan.ts";
import { panOfPiece } from "#core/voucher/piece-number.ts";
import { Serial } from "#core/voucher/stock.ts";
import { fc } from "#tests/support/fast-check.ts";

const serial = (text: string) => Serial.parse(text);

describe("the card number of a blank piece", () => {
  test("N01, N05: is the range, the serial of the piece and the check digit", () => {
    // VE0 gives 6222020200123456788 as a valid number.
    expect(panOfPiece("622202", serial("020012345678"))).toBe("6222020200123456788");
  });

  test("N05: is another number, with another check digit, in another range", () => {
    expect(panOfPiece("955880", serial("020012345678"))).toBe("9558800200123456788");
    expect(panOfPiece("622202", serial("020012345679"))).toBe("6222020200123456796");
  });

  test("N01: fills nineteen digits, and a prefix of seven has no room", () => {
    expect(panOfPiece("622202", serial("000000000000"))).toHaveLength(19);
    expect(() => panOfPiece("6222021", serial("000000000000"))).toThrow();
  });

  // Goal: two pieces never become cards of one number. Method: draw two serials, compare.
  test("V02: names its piece", () => {
    const twelve = fc.nat(999_999_999).map((number) => String(number).padStart(12, "0"));
    fc.assert(
      fc.property(twelve, twelve, (one, other) => {
        const pan = panOfPiece("622202", serial(one));

        expect(isLuhnValid(pan)).toBe(true);
        expect(pan === panOfPiece("622202", serial(other))).toBe(one === other);
      }),
    );
  });
});
