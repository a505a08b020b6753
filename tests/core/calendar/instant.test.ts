import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import {
  addHours,
  addMinutes,
  ClockTime,
  clockTime,
  dateOf,
  endOfDay,
  Instant,
  instant,
  instantAt,
  startOfDay,
  timeOf,
} from "#core/calendar/instant.ts";
import { fc } from "#tests/support/fast-check.ts";

describe("a moment in China", () => {
  test("is eight hours ahead of UTC", () => {
    const epoch = instant(0);

    expect(dateOf(epoch)).toBe("1970-01-01");
    expect(timeOf(epoch)).toBe("08:00:00");
    expect(startOfDay(businessDate("1970-01-01"))).toBe(-8 * 3_600_000);
  });

  test("lies between the first and the last of the calendar, in whole milliseconds", () => {
    const first = startOfDay(businessDate("1900-01-01"));
    const last = startOfDay(businessDate("9999-12-31")) + 24 * 3_600_000 - 1;

    expect([instant(first), instant(last)]).toEqual([first, last]);
    expect(() => instant(first - 1)).toThrow();
    expect(() => instant(last + 1)).toThrow();
    expect(() => instant(0.5)).toThrow();
  });

  test("belongs to the day that begins at midnight, not to the one before", () => {
    const midnight = startOfDay(businessDate("2026-03-24"));

    expect(dateOf(midnight)).toBe("2026-03-24");
    expect(timeOf(midnight)).toBe("00:00:00");
    expect(dateOf(instant(midnight - 1))).toBe("2026-03-23");
    expect(timeOf(instant(midnight - 1))).toBe("23:59:59");
  });

  test("T06: 24:00 of one day is the first moment of the next", () => {
    expect(endOfDay(businessDate("2026-03-23"))).toBe(startOfDay(businessDate("2026-03-24")));
    expect(startOfDay(businessDate("2026-03-24"))).toBe(Date.UTC(2026, 2, 23, 16));
  });

  test("is found from its date and time", () => {
    const moment = instantAt(businessDate("2026-03-18"), clockTime("10:15:07"));

    expect(moment).toBe(Date.UTC(2026, 2, 18, 2, 15, 7));
    expect(timeOf(moment)).toBe("10:15:07");
  });

  test("is a whole number of milliseconds within the calendar", () => {
    expect(Instant.safeParse(0.5).success).toBe(false);
    expect(Instant.safeParse(startOfDay(businessDate("1900-01-01"))).success).toBe(true);
    expect(Instant.safeParse(startOfDay(businessDate("1900-01-01")) - 1).success).toBe(false);
    expect(Instant.safeParse(startOfDay(businessDate("9999-12-31")) + 86_399_999).success).toBe(
      true,
    );
    expect(Instant.safeParse(startOfDay(businessDate("9999-12-31")) + 86_400_000).success).toBe(
      false,
    );
  });

  // Goal: date and time lose nothing but what is below a second. Method: take apart and rejoin.
  test("is rebuilt from its date and time, to the second", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 250_000_000_000 }), (second) => {
        const moment = instant(second * 1000 + 999);

        expect(instantAt(dateOf(moment), timeOf(moment))).toBe(second * 1000);
      }),
    );
  });
});

describe("a time of day", () => {
  test("runs from 00:00:00 to 23:59:59 and is written with seconds", () => {
    expect(ClockTime.safeParse("00:00:00").success).toBe(true);
    expect(ClockTime.safeParse("23:59:59").success).toBe(true);
    expect(ClockTime.safeParse("24:00:00").success).toBe(false);
    expect(ClockTime.safeParse("23:60:00").success).toBe(false);
    expect(ClockTime.safeParse("23:59:60").success).toBe(false);
    expect(ClockTime.safeParse("10:15").success).toBe(false);
  });
});

describe("terms in hours and minutes", () => {
  test("count from the very moment: 48 hours from 18 March 10:15 end on 20 March 10:15", () => {
    const start = instantAt(businessDate("2026-03-18"), clockTime("10:15:00"));
    const end = addHours(start, 48);

    expect(dateOf(end)).toBe("2026-03-20");
    expect(timeOf(end)).toBe("10:15:00");
    expect(timeOf(addMinutes(start, 5))).toBe("10:20:00");
  });
});
