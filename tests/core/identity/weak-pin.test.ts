import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { weakPin } from "#core/identity/weak-pin.ts";

const stranger = {};
const owner = {
  birthDate: businessDate("1990-01-05"),
  phone: "13872049615",
  identityNumber: "320583199001057192",
};

describe("a PIN (T24, W11)", () => {
  test("T24: is six digits", () => {
    expect(weakPin("28394", stranger)).toBe("not-six-digits");
    expect(weakPin("2839471", stranger)).toBe("not-six-digits");
    expect(weakPin("28394a", stranger)).toBe("not-six-digits");
    expect(weakPin("２８３９４７", stranger)).toBe("not-six-digits");
    expect(weakPin("283947", stranger)).toBeUndefined();
  });

  test("T24: is weak with one or two different digits, not with three", () => {
    expect(weakPin("000000", stranger)).toBe("repeats");
    expect(weakPin("888889", stranger)).toBe("repeats");
    expect(weakPin("282882", stranger)).toBe("repeats");
    expect(weakPin("282887", stranger)).toBeUndefined();
  });

  test("T24: is weak as a pattern said twice or digit by digit", () => {
    expect(weakPin("528528", stranger)).toBe("repeats");
    expect(weakPin("528529", stranger)).toBeUndefined();
    expect(weakPin("552288", stranger)).toBe("repeats");
    expect(weakPin("552289", stranger)).toBeUndefined();
  });

  test("T24: is weak as a sequence up or down, past the zero too", () => {
    expect(weakPin("123456", stranger)).toBe("sequence");
    expect(weakPin("654321", stranger)).toBe("sequence");
    expect(weakPin("789012", stranger)).toBe("sequence");
    expect(weakPin("321098", stranger)).toBe("sequence");
    expect(weakPin("123457", stranger)).toBeUndefined();
  });

  test("T24: is weak as two sequences of three", () => {
    expect(weakPin("123321", stranger)).toBe("sequence");
    expect(weakPin("456987", stranger)).toBe("sequence");
    expect(weakPin("456986", stranger)).toBeUndefined();
  });

  test("W11: is weak as the owner's birthday in any usual order", () => {
    expect(weakPin("900105", owner)).toBe("birthday");
    expect(weakPin("900501", owner)).toBe("birthday");
    expect(weakPin("010590", owner)).toBe("birthday");
    expect(weakPin("050190", owner)).toBe("birthday");
    expect(weakPin("199001", owner)).toBe("birthday");
    expect(weakPin("011990", owner)).toBe("birthday");
    expect(weakPin("199005", owner)).toBe("birthday");
    expect(weakPin("051990", owner)).toBe("birthday");
    expect(weakPin("199015", owner)).toBe("birthday");
    expect(weakPin("151990", owner)).toBe("birthday");
    expect(weakPin("511990", owner)).toBe("birthday");
  });

  test("W11: is not weak as the birthday of somebody else", () => {
    expect(weakPin("900106", owner)).toBeUndefined();
    expect(weakPin("900105", stranger)).toBeUndefined();
  });

  test("T24: is weak as six digits in a row out of the identity number", () => {
    expect(weakPin("320583", owner)).toBe("identity-digits");
    expect(weakPin("057192", owner)).toBe("identity-digits");
    expect(weakPin("057193", owner)).toBeUndefined();
    expect(weakPin("320583", stranger)).toBeUndefined();
  });

  test("T24: is weak as six digits in a row out of the phone", () => {
    expect(weakPin("138720", owner)).toBe("phone-digits");
    expect(weakPin("049615", owner)).toBe("phone-digits");
    expect(weakPin("049616", owner)).toBeUndefined();
    expect(weakPin("138720", stranger)).toBeUndefined();
  });
});
