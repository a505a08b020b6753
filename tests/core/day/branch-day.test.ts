import { describe, expect, test } from "vitest";
import { addDays, businessDate } from "#core/calendar/business-date.ts";
import { instant } from "#core/calendar/instant.ts";
import { BranchDay, businessDateOf, whyNotOpen } from "#core/day/branch-day.ts";
import { fc } from "#tests/support/fast-check.ts";

const today = businessDate("2026-03-18");
const yesterday = addDays(today, -1);
const tomorrow = addDays(today, 1);

const day = (status: BranchDay["status"]): BranchDay => ({
  date: today,
  status,
  openedAt: instant(Date.UTC(2026, 2, 18, 0, 30)),
  reports: 0,
});

describe("the date that business is done for (5.6)", () => {
  test("is the calendar's in a branch that never opened a day", () => {
    expect(businessDateOf(undefined, tomorrow, "live")).toBe(tomorrow);
    expect(businessDateOf(undefined, yesterday, "demonstration")).toBe(yesterday);
  });

  test.each(["open", "balanced"] as const)(
    "C03: past midnight is still the day that is %s, and in a demonstration the clock's",
    (status) => {
      expect(businessDateOf(day(status), today, "live")).toBe(today);
      expect(businessDateOf(day(status), tomorrow, "live")).toBe(today);
      expect(businessDateOf(day(status), tomorrow, "demonstration")).toBe(tomorrow);
    },
  );

  test("C03: after the branch closed is that of the calendar, once that has moved on", () => {
    expect(businessDateOf(day("closed"), today, "live")).toBe(today);
    expect(businessDateOf(day("closed"), tomorrow, "live")).toBe(tomorrow);
  });

  // Goal: whatever the calendar says and however often it is set, no day of before comes again.
  // Method: draw calendars around an opened day, of any status and kind.
  test("5.6: is never earlier than the day that was opened last", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("open", "balanced", "closed"),
        fc.constantFrom("live", "demonstration"),
        fc.integer({ min: -400, max: 400 }),
        (status, kind, days) =>
          businessDateOf(day(status), addDays(today, days), kind) >= day(status).date,
      ),
    );
  });
});

describe("whether the branch is open for business (5.6)", () => {
  test("it is on the day that was opened, and where there are no days at all", () => {
    expect(whyNotOpen(day("open"), today)).toBeUndefined();
    expect(whyNotOpen(undefined, today)).toBeUndefined();
  });

  test("C03: after the Z report what comes belongs to the next day, and is told so", () => {
    expect(whyNotOpen(day("balanced"), today)).toEqual({ code: "day.balanced" });
  });

  test("C03: it is not once it closed, nor on a date that nobody has opened", () => {
    expect(whyNotOpen(day("closed"), today)).toEqual({ code: "day.not-open" });
    expect(whyNotOpen(day("open"), tomorrow)).toEqual({ code: "day.not-open" });
    expect(whyNotOpen(day("balanced"), tomorrow)).toEqual({ code: "day.not-open" });
  });
});

test("a day has whole reports, and one of the three states", () => {
  expect(BranchDay.safeParse(day("open")).success).toBe(true);
  expect(BranchDay.safeParse({ ...day("open"), reports: -1 }).success).toBe(false);
  expect(BranchDay.safeParse({ ...day("open"), status: "sealed" }).success).toBe(false);
});
