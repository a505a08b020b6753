import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { Expiry, expiryFor, expiryOnFace, isExpired, parseExpiry } from "#core/card/expiry.ts";

describe("an expiry month", () => {
  test("M11: is a year and a month from 01 to 12", () => {
    expect(parseExpiry("3001")).toEqual({ ok: true, value: "3001" });
    expect(parseExpiry("3012")).toEqual({ ok: true, value: "3012" });
    expect(parseExpiry("3000")).toEqual({ ok: false, refusal: { code: "expiry.month" } });
    expect(parseExpiry("3013")).toEqual({ ok: false, refusal: { code: "expiry.month" } });
  });

  test("M11: 0000 is none, and the only month 00", () => {
    expect(parseExpiry("0000")).toEqual({ ok: true, value: "0000" });
    expect(parseExpiry("0100")).toEqual({ ok: false, refusal: { code: "expiry.month" } });
    expect(parseExpiry("0001")).toEqual({ ok: true, value: "0001" });
  });

  test("M11: is four digits", () => {
    expect(parseExpiry("301")).toEqual({ ok: false, refusal: { code: "expiry.digits" } });
    expect(parseExpiry("30121")).toEqual({ ok: false, refusal: { code: "expiry.digits" } });
    expect(parseExpiry("30=2")).toEqual({ ok: false, refusal: { code: "expiry.digits" } });
  });
});

describe("a card", () => {
  test("M11: is valid through the last day of its month and not on the day after", () => {
    expect(isExpired(Expiry.parse("3012"), businessDate("2030-12-31"))).toBe(false);
    expect(isExpired(Expiry.parse("3012"), businessDate("2031-01-01"))).toBe(true);
    expect(isExpired(Expiry.parse("2802"), businessDate("2028-02-29"))).toBe(false);
    expect(isExpired(Expiry.parse("2802"), businessDate("2028-03-01"))).toBe(true);
  });

  test("rule f: expires in a year of this century", () => {
    expect(isExpired(Expiry.parse("9912"), businessDate("2026-11-22"))).toBe(false);
    expect(isExpired(Expiry.parse("0001"), businessDate("2000-01-31"))).toBe(false);
    expect(isExpired(Expiry.parse("0001"), businessDate("2000-02-01"))).toBe(true);
  });

  test("M11: never expires with 0000", () => {
    expect(isExpired(Expiry.parse("0000"), businessDate("2099-12-31"))).toBe(false);
  });

  test("M11: gets the month of its making, so many years on, or none", () => {
    expect(expiryFor(businessDate("2026-11-22"), 10)).toBe("3611");
    expect(expiryFor(businessDate("2028-02-29"), 5)).toBe("3302");
    expect(expiryFor(businessDate("2026-11-22"), 0)).toBe("0000");
  });

  test("rule f: gets no expiry beyond the years that two digits can write", () => {
    expect(expiryFor(businessDate("2089-11-22"), 10)).toBe("9911");
    expect(() => expiryFor(businessDate("2090-11-22"), 10)).toThrow("Invariant broken");
  });

  test("N07: carries CN behind the expiry on its face", () => {
    expect(expiryOnFace(Expiry.parse("3012"))).toBe("12/30 CN");
    expect(expiryOnFace(Expiry.parse("0000"))).toBe("CN");
  });
});
