import { describe, expect, test } from "vitest";
import { instant } from "#core/calendar/instant.ts";
import { endOfTerm, lastDayOf, overlong, renewedEnd } from "#core/freeze/term.ts";
import { moment } from "#tests/support/freeze-desk.ts";

const at = (when: string) => instant(moment(when));
const months = (count: number) => ({ unit: "months", count }) as const;
const days = (count: number) => ({ unit: "days", count }) as const;
const hours = (count: number) => ({ unit: "hours", count }) as const;

describe("the end of a measure", () => {
  test("5.4: 31 August and 6 months is 28 February, at 24:00", () => {
    expect(endOfTerm(at("2026-08-31 09:30:00"), months(6))).toBe(at("2027-03-01"));
    expect(endOfTerm(at("2027-08-31 09:30:00"), months(6))).toBe(at("2028-03-01")); // Leap year.
  });

  test("months go to the corresponding day where there is one", () => {
    expect(endOfTerm(at("2026-03-18 23:59:59"), months(12))).toBe(at("2027-03-19"));
  });

  test("days are counted without the first", () => {
    expect(endOfTerm(at("2026-03-18 00:00:00"), days(30))).toBe(at("2026-04-18"));
  });

  test("F-STOP: 48 hours from 10:15 on the 18th is 10:15 on the 20th, and never a second less", () => {
    expect(endOfTerm(at("2026-03-18 10:15:00"), hours(48))).toBe(at("2026-03-20 10:15:00"));
    expect(endOfTerm(at("2026-03-18 10:15:01"), hours(48))).toBe(at("2026-03-20 10:16:00"));
    expect(endOfTerm(at("2026-03-18 10:15:59"), hours(48))).toBe(at("2026-03-20 10:16:00"));
    expect(endOfTerm(at("2026-03-18 10:16:00"), hours(48))).toBe(at("2026-03-20 10:16:00"));
  });

  test("F-CUST: there is none where it lasts until it is lifted", () => {
    expect(endOfTerm(at("2026-03-18 10:15:00"), { unit: "open" })).toBeUndefined();
  });

  test("its last day is the one before 24:00, and an hour's end its own day", () => {
    expect(lastDayOf(at("2027-03-01"))).toBe("2027-02-28");
    expect(lastDayOf(at("2026-03-20 10:15:00"))).toBe("2026-03-20");
  });
});

describe("the end after a renewal", () => {
  test("F12: is counted from the last day it had, not from the day it was asked for", () => {
    expect(renewedEnd(at("2027-03-19"), months(12))).toBe(at("2028-03-19"));
    expect(renewedEnd(at("2027-03-01"), months(6))).toBe(at("2027-08-29"));
    expect(renewedEnd(at("2026-04-18"), days(30))).toBe(at("2026-05-18"));
  });

  test("F-STOP: is 48 hours after the first end, to the minute", () => {
    expect(renewedEnd(at("2026-03-20 10:15:00"), hours(48))).toBe(at("2026-03-22 10:15:00"));
  });
});

describe("a term", () => {
  test("is as long as the law allows and not longer", () => {
    expect(overlong(months(12), months(12))).toBeUndefined();
    expect(overlong(months(13), months(12))).toEqual({
      code: "freeze.term-too-long",
      unit: "months",
      count: 12,
    });
  });

  test("is counted as the law counts it, and not left open", () => {
    expect(overlong(days(1), months(12))).toEqual({ code: "freeze.term-unit", unit: "months" });
    expect(overlong({ unit: "open" }, hours(48))).toEqual({
      code: "freeze.term-unit",
      unit: "hours",
    });
  });

  test("may be any where the law sets none", () => {
    expect(overlong(days(1830), { unit: "open" })).toBeUndefined();
    expect(overlong({ unit: "open" }, { unit: "open" })).toBeUndefined();
  });
});
