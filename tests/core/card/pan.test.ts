import { describe, expect, test } from "vitest";
import { isLuhnValid, lastFour, luhnCheckDigit, maskPan, Pan, parsePan } from "#core/card/pan.ts";
import { fc } from "#tests/support/fast-check.ts";

const digit = fc.integer({ min: 0, max: 9 });
const luhnValid = fc
  .array(digit, { minLength: 12, maxLength: 18 })
  .map((digits) => digits.join(""))
  .map((body) => `${body}${luhnCheckDigit(body)}`);

describe("the check digit", () => {
  test("N05, N13: the addends of the standard's example sum to 64 and give 6", () => {
    expect(luhnCheckDigit("4992739871")).toBe(6);
    expect(luhnCheckDigit("21492739871")).toBe(6);
  });

  test("N06: is 0 where the sum ends in 0", () => {
    expect(luhnCheckDigit("0000")).toBe(0);
    expect(luhnCheckDigit("91")).toBe(9);
    expect(luhnCheckDigit("82")).toBe(8);
    expect(luhnCheckDigit("19")).toBe(0);
  });

  test("X8: both wordings of step 3 say the same: the complement to ten of the last digit", () => {
    expect(luhnCheckDigit("955880020012345")).toBe(3);
    expect(luhnCheckDigit("622202020012345678")).toBe(8);
  });

  test("is computed from nothing but digits", () => {
    expect(() => luhnCheckDigit("49A")).toThrow("Invariant broken");
    expect(() => luhnCheckDigit("")).toThrow("Invariant broken");
  });

  test("N04: a number without digits, or of one digit, has no check digit to be valid by", () => {
    expect(isLuhnValid("")).toBe(false);
    expect(isLuhnValid("0")).toBe(false);
    expect(isLuhnValid("00")).toBe(true);
    expect(isLuhnValid("4992 7398716")).toBe(false);
  });

  // Goal: no single wrong digit goes unseen.
  // Method: replace one digit of a valid number of any length by each other digit.
  test("N04: catches every single wrong digit", () => {
    fc.assert(
      fc.property(luhnValid, fc.nat(), fc.integer({ min: 1, max: 9 }), (valid, place, change) => {
        const at = place % valid.length;
        const wrong = (Number(valid[at]) + change) % 10;

        expect(isLuhnValid(`${valid.slice(0, at)}${wrong}${valid.slice(at + 1)}`)).toBe(false);
      }),
    );
  });

  // Goal: two neighbours that changed places are seen unless they are 0 and 9.
  // Method: swap neighbours anywhere and compare with what the pair of digits predicts.
  test("VE9: catches every swap of neighbours but 09 and 90", () => {
    fc.assert(
      fc.property(luhnValid, fc.nat(), (valid, place) => {
        const at = place % (valid.length - 1);
        const pair = valid.slice(at, at + 2);
        const swapped = `${valid.slice(0, at)}${pair[1]}${pair[0]}${valid.slice(at + 2)}`;

        const goesUnseen = pair === "09" || pair === "90" || pair[0] === pair[1];
        expect(isLuhnValid(swapped)).toBe(goesUnseen);
      }),
      { numRuns: 1_000 },
    );
  });

  test("VE9: is blind to 09 in the place of 90", () => {
    expect(isLuhnValid("9558800900123456")).toBe(true);
    expect(isLuhnValid("9558809000123456")).toBe(true);
  });
});

describe("a card number", () => {
  test.each([
    ["9988771234561"],
    ["9558800200123453"],
    ["9558800200123456788"],
    ["6222020200123456788"],
  ])("VE0: %s is one", (digits) => {
    expect(parsePan(digits)).toEqual({ ok: true, value: digits });
  });

  test("N13: 49927398716 passes Luhn and is yet no card number, being too short", () => {
    expect(isLuhnValid("49927398716")).toBe(true);
    expect(parsePan("49927398716")).toEqual({
      ok: false,
      refusal: { code: "pan.length", length: 11 },
    });
  });

  test("N01: has 13 digits at least", () => {
    expect(isLuhnValid("998877123450")).toBe(true);
    expect(parsePan("998877123450")).toEqual({
      ok: false,
      refusal: { code: "pan.length", length: 12 },
    });
    expect(parsePan("9988771234561")).toMatchObject({ ok: true });
  });

  test("N01, N03: has 19 digits at most, 12 of them the issuer's own", () => {
    expect(parsePan("6222020200123456788")).toMatchObject({ ok: true });
    expect(isLuhnValid("62220202001234567884")).toBe(true);
    expect(parsePan("62220202001234567884")).toEqual({
      ok: false,
      refusal: { code: "pan.length", length: 20 },
    });
  });

  test("N02: may begin with any digit, not with 9 alone", () => {
    expect(parsePan("9558800200123453")).toMatchObject({ ok: true });
    expect(parsePan("6222020200123456788")).toMatchObject({ ok: true });
    expect(parsePan("4000000000000002")).toMatchObject({ ok: true });
  });

  test("N04, VE8: is refused with a wrong check digit", () => {
    expect(parsePan("9558810200123453")).toEqual({
      ok: false,
      refusal: { code: "pan.check-digit" },
    });
  });

  test.each([["9558 8002 0012 3453"], ["955880020012345X"], ["９５５８８００２００１２３４５３"]])(
    "N01: is refused with anything but digits in it: %s",
    (text) => {
      expect(parsePan(text)).toEqual({ ok: false, refusal: { code: "pan.characters" } });
    },
  );

  test("N01: is refused where nothing was typed", () => {
    expect(parsePan("")).toEqual({ ok: false, refusal: { code: "pan.length", length: 0 } });
  });

  test("N12: is the primary account number; the schema takes what the reading takes", () => {
    expect(Pan.safeParse("9558800200123453").success).toBe(true);
    expect(Pan.safeParse("9558800200123454").success).toBe(false);
    expect(Pan.safeParse("49927398716").success).toBe(false);
  });
});

describe("what people may see of a card number", () => {
  test("K01: the first six and the last four digits", () => {
    expect(maskPan(Pan.parse("9558800200123456788"))).toBe("955880*********6788");
    expect(maskPan(Pan.parse("9558800200123453"))).toBe("955880******3453");
  });

  test("K02: less of the head of a short number, so that six digits stay hidden", () => {
    expect(maskPan(Pan.parse("9988771234561"))).toBe("998******4561");
    expect(maskPan(Pan.parse("378282246310005"))).toBe("37828******0005");
  });

  test("K01: the last four, by which a customer knows the card", () => {
    expect(lastFour(Pan.parse("9558800200123456788"))).toBe("6788");
  });

  // Goal: six digits stay hidden at every length, and at most six and four are shown.
  // Method: mask valid numbers of every length and count.
  test("K01, K02: six digits stay hidden at every length", () => {
    fc.assert(
      fc.property(luhnValid, (digits) => {
        const masked = maskPan(Pan.parse(digits));

        expect(masked).toHaveLength(digits.length);
        expect(masked).toMatch(/^\d{3,6}\*{6,}\d{4}$/);
        expect(masked.slice(-4)).toBe(digits.slice(-4));
      }),
    );
  });
});
