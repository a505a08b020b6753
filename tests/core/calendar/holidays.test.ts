import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { HolidayFile, holidaysOf, isCovered, isHoliday } from "#core/calendar/holidays.ts";

const shipped = holidaysOf(
  HolidayFile.parse(
    JSON.parse(readFileSync(new URL("../../../resources/holidays.json", import.meta.url), "utf8")),
  ),
);
const none = { holidays: [], workdays: [] };
const rests = (date: string) => isHoliday(businessDate(date), shipped);

describe("T06: a holiday in the sense of 民法典 203", () => {
  test("is a Saturday or a Sunday, and no ordinary Friday or Monday", () => {
    expect(rests("2026-03-20")).toBe(false);
    expect(rests("2026-03-21")).toBe(true);
    expect(rests("2026-03-22")).toBe(true);
    expect(rests("2026-03-23")).toBe(false);
  });

  test("is a weekday of a festival, from its first day to its last", () => {
    expect(rests("2026-02-13")).toBe(false);
    expect(rests("2026-02-16")).toBe(true);
    expect(rests("2026-02-23")).toBe(true);
    expect(rests("2026-02-24")).toBe(false);
  });

  test("is no weekend worked in exchange", () => {
    expect(rests("2026-02-14")).toBe(false);
    expect(rests("2026-02-28")).toBe(false);
    expect(rests("2025-01-26")).toBe(false);
  });

  test("is, beyond the notices, a weekend or a festival of fixed date", () => {
    expect(rests("2027-05-01")).toBe(true);
    expect(rests("2029-05-02")).toBe(true);
    expect(rests("2029-05-03")).toBe(false);
    expect(rests("2029-10-03")).toBe(true);
    expect(rests("2029-10-04")).toBe(false);
    expect(isHoliday(businessDate("2029-01-01"), none)).toBe(true);
  });
});

describe("the holiday file shipped", () => {
  test("covers 2025 and 2026 and says so", () => {
    expect(isCovered(businessDate("2024-12-31"), shipped)).toBe(false);
    expect(isCovered(businessDate("2025-01-01"), shipped)).toBe(true);
    expect(isCovered(businessDate("2026-12-31"), shipped)).toBe(true);
    expect(isCovered(businessDate("2027-01-01"), shipped)).toBe(false);
  });

  test("has the days off and the worked weekends that the notices announce", () => {
    expect(shipped.holidays.filter((day) => day.startsWith("2025")).length).toBe(28);
    expect(shipped.workdays.filter((day) => day.startsWith("2025")).length).toBe(5);
    expect(shipped.holidays.filter((day) => day.startsWith("2026")).length).toBe(33);
    expect(shipped.workdays.filter((day) => day.startsWith("2026")).length).toBe(6);
  });
});

describe("a holiday file", () => {
  const notice = {
    year: 2027,
    document: "notice",
    breaks: [{ name: "元旦", first: "2027-01-01", last: "2027-01-03" }],
    workdays: ["2027-01-09"],
  };
  const isTaken = (change: object) =>
    HolidayFile.safeParse({ source: "test", notices: [{ ...notice, ...change }] }).success;

  test("is read with every day of a break", () => {
    const { holidays } = holidaysOf(HolidayFile.parse({ source: "test", notices: [notice] }));

    expect(holidays).toEqual(["2027-01-01", "2027-01-02", "2027-01-03"]);
  });

  test("is refused where a break ends before it begins", () => {
    expect(isTaken({})).toBe(true);
    expect(isTaken({ breaks: [{ name: "元旦", first: "2027-01-03", last: "2027-01-01" }] })).toBe(
      false,
    );
  });

  test("is refused where a worked weekend is a weekday", () => {
    expect(isTaken({ workdays: ["2027-01-10"] })).toBe(true);
    expect(isTaken({ workdays: ["2027-01-11"] })).toBe(false);
  });
});
