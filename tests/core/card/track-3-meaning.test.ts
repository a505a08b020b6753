import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { AccountUse, CycleLength } from "#core/card/track-3-field.ts";
import {
  accountService,
  cycleBeginOn,
  cycleSpan,
  interchangeScope,
} from "#core/card/track-3-meaning.ts";

describe("what Track 3 says", () => {
  test.each([
    ["00", { kind: "never-reset" }],
    ["01", { kind: "days", days: 1 }],
    ["79", { kind: "days", days: 79 }],
    ["80", { kind: "days", days: 7 }],
    ["81", { kind: "days", days: 14 }],
    ["82", { kind: "half-month" }],
    ["83", { kind: "months", months: 1 }],
    ["84", { kind: "months", months: 3 }],
    ["85", { kind: "months", months: 6 }],
    ["86", { kind: "months", months: 12 }],
  ])("M19: of a cycle by %s", (code, span) => {
    expect(cycleSpan(CycleLength.parse(code))).toEqual(span);
  });

  test("M18: of the first day of a cycle: last digit of the year, day of the year", () => {
    expect(cycleBeginOn(businessDate("2025-08-01"))).toBe("5213");
    expect(cycleBeginOn(businessDate("2026-01-01"))).toBe("6001");
    expect(cycleBeginOn(businessDate("2026-12-31"))).toBe("6365");
    expect(cycleBeginOn(businessDate("2028-12-31"))).toBe("8366");
  });

  test.each([
    ["00", { account: "not-encoded", restriction: "none" }],
    ["11", { account: "savings", restriction: "no-cash" }],
    ["22", { account: "cash-or-cheque", restriction: "no-pos" }],
    ["33", { account: "credit", restriction: "no-cash-no-pos" }],
    ["44", { account: "universal", restriction: "positive-authorisation" }],
    ["58", { account: "interest-bearing-cheque", restriction: "internal" }],
    ["99", { account: "internal", restriction: "internal" }],
  ])("M23, M24: of an account by %s", (use, service) => {
    expect(accountService(AccountUse.parse(use))).toEqual(service);
  });

  test.each([["60"], ["70"], ["80"], ["15"], ["16"], ["17"]])(
    "M23, M24: nothing of an account by %s, which is kept for later",
    (use) => {
      expect(AccountUse.safeParse(use).success).toBe(false);
    },
  );

  test.each([
    ["0", "unrestricted"],
    ["2", "national"],
    ["3", "provincial"],
    ["4", "municipal"],
    ["5", "national-own-system"],
    ["6", "provincial-own-system"],
    ["7", "municipal-own-system"],
    ["8", "management-card"],
    ["9", "test-card"],
  ] as const)("M22: of interchange by %s", (control, scope) => {
    expect(interchangeScope(control)).toBe(scope);
  });
});
