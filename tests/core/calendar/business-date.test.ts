import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  ageOn,
  BusinessDate,
  businessDate,
  dateFromDayNumber,
  dayNumber,
  dayOfWeek,
  daysBetween,
} from "#core/calendar/business-date.ts";
import { fc } from "#tests/support/fast-check.ts";

const isDate = (text: string) => BusinessDate.safeParse(text).success;
const anyDay = fc.integer({
  min: dayNumber(businessDate("1900-01-01")),
  max: dayNumber(businessDate("9999-12-31")),
});

describe("a business date", () => {
  test("is a real day of the calendar", () => {
    expect(isDate("2024-02-29")).toBe(true);
    expect(isDate("2023-02-29")).toBe(false);
    expect(isDate("2000-02-29")).toBe(true);
    expect(isDate("2100-02-29")).toBe(false);
    expect(isDate("2026-04-30")).toBe(true);
    expect(isDate("2026-04-31")).toBe(false);
    expect(isDate("2026-12-31")).toBe(true);
    expect(isDate("2026-13-01")).toBe(false);
    expect(isDate("2026-00-10")).toBe(false);
    expect(isDate("2026-01-00")).toBe(false);
  });

  test("is written one way only", () => {
    expect(isDate("2026-3-18")).toBe(false);
    expect(isDate("20260318")).toBe(false);
    expect(isDate("2026/03/18")).toBe(false);
    expect(isDate("2026-03-18 ")).toBe(false);
    expect(isDate("2026-03-18T00:00")).toBe(false);
  });

  test("lies between 1900 and 9999", () => {
    expect(isDate("1900-01-01")).toBe(true);
    expect(isDate("1899-12-31")).toBe(false);
    expect(isDate("9999-12-31")).toBe(true);
    expect(() => addDays(businessDate("9999-12-31"), 1)).toThrow();
    expect(() => addDays(businessDate("1900-01-01"), -1)).toThrow();
  });
});

describe("counting days", () => {
  test("starts from 1 January 1970", () => {
    expect(dayNumber(businessDate("1970-01-01"))).toBe(0);
    expect(dayNumber(businessDate("1969-12-31"))).toBe(-1);
    expect(dayNumber(businessDate("2000-03-01"))).toBe(11_017);
  });

  test("goes over the ends of months and years", () => {
    expect(addDays(businessDate("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(businessDate("2024-02-28"), 1)).toBe("2024-02-29");
    expect(addDays(businessDate("2025-02-28"), 1)).toBe("2025-03-01");
    expect(addDays(businessDate("2026-03-01"), -1)).toBe("2026-02-28");
    expect(daysBetween(businessDate("2026-03-18"), businessDate("2026-03-25"))).toBe(7);
    expect(daysBetween(businessDate("2026-03-25"), businessDate("2026-03-18"))).toBe(-7);
  });

  test("knows the days of the week, before 1970 too", () => {
    expect(dayOfWeek(businessDate("2026-03-18"))).toBe("wednesday");
    expect(dayOfWeek(businessDate("2026-02-15"))).toBe("sunday");
    expect(dayOfWeek(businessDate("1970-01-01"))).toBe("thursday");
    expect(dayOfWeek(businessDate("1949-10-01"))).toBe("saturday");
  });

  // Goal: no day is lost or said twice. Method: every day number to a date and back.
  test("has one number for each date and one date for each number", () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        expect(dayNumber(dateFromDayNumber(number))).toBe(number);
      }),
    );
  });

  // Goal: our calendar is the world's. Method: compare with the JavaScript engine's own.
  test("agrees with the calendar of the engine on date and weekday", () => {
    const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    fc.assert(
      fc.property(anyDay, (number) => {
        const engine = new Date(number * 86_400_000);
        const date = dateFromDayNumber(number);

        expect(date).toBe(engine.toISOString().slice(0, 10));
        expect(dayOfWeek(date)).toBe(weekdays[engine.getUTCDay()]);
      }),
    );
  });
});

describe("counting months (民法典 202)", () => {
  test("31 August and six months is 28 February, 29 in a leap year", () => {
    expect(addMonths(businessDate("2025-08-31"), 6)).toBe("2026-02-28");
    expect(addMonths(businessDate("2023-08-31"), 6)).toBe("2024-02-29");
  });

  test("ends on the corresponding day where there is one", () => {
    expect(addMonths(businessDate("2026-03-18"), 6)).toBe("2026-09-18");
    expect(addMonths(businessDate("2026-08-28"), 6)).toBe("2027-02-28");
    expect(addMonths(businessDate("2026-12-15"), 1)).toBe("2027-01-15");
    expect(addMonths(businessDate("2024-02-29"), 12)).toBe("2025-02-28");
    expect(addMonths(businessDate("2026-03-31"), -1)).toBe("2026-02-28");
  });

  // Goal: a term in months ends in the right month, on the same day or on that month's last.
  // Method: any date, any number of months; the day after a shortened end must begin a month.
  test("keeps the day or ends the month", () => {
    const early = fc.integer({ min: 0, max: dayNumber(businessDate("9000-01-01")) });
    fc.assert(
      fc.property(early, fc.integer({ min: 0, max: 600 }), (number, months) => {
        const start = dateFromDayNumber(number);
        const end = addMonths(start, months);

        expect(monthNumber(end)).toBe(monthNumber(start) + months);
        expect(
          end.slice(8) === start.slice(8) ||
            (end.slice(8) < start.slice(8) && addDays(end, 1).endsWith("-01")),
        ).toBe(true);
      }),
    );
  });
});

describe("age", () => {
  test("3.8: is full on the birthday and not the day before", () => {
    expect(ageOn(businessDate("2010-05-20"), businessDate("2026-05-19"))).toBe(15);
    expect(ageOn(businessDate("2010-05-20"), businessDate("2026-05-20"))).toBe(16);
  });

  test("of somebody born on 29 February is full on 1 March in common years", () => {
    expect(ageOn(businessDate("2008-02-29"), businessDate("2026-02-28"))).toBe(17);
    expect(ageOn(businessDate("2008-02-29"), businessDate("2026-03-01"))).toBe(18);
  });
});

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
