import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { addDays, businessDate, daysBetween } from "#core/calendar/business-date.ts";
import { HolidayFile, holidaysOf, isHoliday } from "#core/calendar/holidays.ts";
import { dateOf, endOfDay, timeOf } from "#core/calendar/instant.ts";
import { firstDayAfterTerm, termEnd } from "#core/calendar/term.ts";
import { fc } from "#tests/support/fast-check.ts";

const holidays = holidaysOf(
  HolidayFile.parse(
    JSON.parse(readFileSync(new URL("../../../resources/holidays.json", import.meta.url), "utf8")),
  ),
);
const term = (start: string, days: number) => ({ start: businessDate(start), days, holidays });

describe("a term in days", () => {
  test("T06: an oral report of 18 March 2026 lapses on 24 March at 00:00", () => {
    const last = termEnd(term("2026-03-18", 5));

    expect(last).toBe("2026-03-23");
    expect(dateOf(endOfDay(last))).toBe("2026-03-24");
    expect(timeOf(endOfDay(last))).toBe("00:00:00");
  });

  test("T06: seven days from 18 March 2026 end on the 25th, the card is replaced from the 26th", () => {
    expect(termEnd(term("2026-03-18", 7))).toBe("2026-03-25");
    expect(firstDayAfterTerm(term("2026-03-18", 7))).toBe("2026-03-26");
  });

  test("T06: that would end on a weekend ends on the Monday after", () => {
    expect(termEnd(term("2026-03-13", 7))).toBe("2026-03-20");
    expect(termEnd(term("2026-03-14", 7))).toBe("2026-03-23");
    expect(termEnd(term("2026-03-15", 7))).toBe("2026-03-23");
    expect(termEnd(term("2026-03-16", 7))).toBe("2026-03-23");
  });

  test("T06: that would end in the Spring Festival ends on the first day after it", () => {
    expect(termEnd(term("2026-02-09", 7))).toBe("2026-02-24");
    expect(firstDayAfterTerm(term("2026-02-09", 7))).toBe("2026-02-25");
  });

  test("T06: may end on a weekend that is worked in exchange", () => {
    expect(termEnd(term("2026-02-07", 7))).toBe("2026-02-14");
    expect(termEnd(term("2026-02-21", 7))).toBe("2026-02-28");
  });

  test("T06: is not lengthened by holidays before its end", () => {
    expect(termEnd(term("2026-04-02", 7))).toBe("2026-04-09");
  });

  test("T06: over may be over on a Saturday, for only the last day is moved", () => {
    expect(firstDayAfterTerm(term("2026-03-13", 7))).toBe("2026-03-21");
  });

  test("has at least one whole day", () => {
    expect(termEnd(term("2026-03-18", 1))).toBe("2026-03-19");
    expect(() => termEnd(term("2026-03-18", 0))).toThrow("at least one whole day");
    expect(() => termEnd(term("2026-03-18", 1.5))).toThrow("at least one whole day");
  });

  // Goal: a term is never cut short, ends on a day of work, and is moved no further than needed.
  // Method: any start in the covered years, any length; every day passed over must be a holiday.
  test("T06: ends on the first working day not before its length is up", () => {
    fc.assert(
      fc.property(fc.nat(700), fc.integer({ min: 1, max: 30 }), (offset, days) => {
        const start = addDays(businessDate("2025-01-01"), offset);
        const last = termEnd({ start, days, holidays });
        const passed = Array.from({ length: daysBetween(start, last) - days }, (_, index) =>
          addDays(start, days + index),
        );

        expect(daysBetween(start, last)).toBeGreaterThanOrEqual(days);
        expect(isHoliday(last, holidays)).toBe(false);
        expect(passed.every((day) => isHoliday(day, holidays))).toBe(true);
      }),
    );
  });
});
