import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { Account } from "#core/account/account.ts";
import {
  availableToday,
  dormantHolds,
  isDormant,
  mayDraw,
  sleeps,
} from "#core/account/dormancy.ts";
import { Hold } from "#core/account/hold.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { startOfDay } from "#core/calendar/instant.ts";
import { Entry } from "#core/journal/entry.ts";
import { fen } from "#core/money/fen.ts";
import { account as invented, type RawEntry } from "#tests/main/ledger/invented.ts";

const silent = (over: Partial<z.input<typeof Account>> = {}) =>
  Account.parse({ ...invented(1, "c-1"), lastMovedOn: "2021-03-18", balance: 100_00, ...over });
const isAsleep = (today: string, over: Partial<z.input<typeof Account>> = {}) =>
  isDormant(silent(over), businessDate(today), defaultParameters);
const on = (today: string) => ({ today: businessDate(today), parameters: defaultParameters });

const hold = (over: Partial<z.input<typeof Hold>> = {}) =>
  Hold.parse({
    id: "h-1",
    account: "a-1",
    kind: "debit-block",
    source: { type: "bank", reason: "dormant" },
    placedAt: 0,
    status: "active",
    ...over,
  });

describe("an account sleeps", () => {
  test("B-DORM: when five years to the day are over, and not on that day", () => {
    expect(isAsleep("2026-03-18")).toBe(false);
    expect(isAsleep("2026-03-19")).toBe(true);
  });

  test("B-DORM: after a leap day on the day after the last of February (民法典 202)", () => {
    expect(isAsleep("2025-02-28", { lastMovedOn: "2020-02-29" })).toBe(false);
    expect(isAsleep("2025-03-01", { lastMovedOn: "2020-02-29" })).toBe(true);
  });

  test("B-DORM: with 100.00 yuan, with nothing and below zero, not with a fen more", () => {
    expect(isAsleep("2026-03-19", { balance: 100_00 })).toBe(true);
    expect(isAsleep("2026-03-19", { balance: 100_01 })).toBe(false);
    expect(isAsleep("2026-03-19", { balance: 0 })).toBe(true);
    expect(isAsleep("2026-03-19", { balance: -1 })).toBe(true);
  });

  test("B-DORM: a time deposit only after it matured as long ago", () => {
    const deposit = { product: "time-deposit", maturesOn: "2024-03-18" } as const;

    expect(isAsleep("2026-03-19", deposit)).toBe(false);
    expect(isAsleep("2029-03-18", deposit)).toBe(false);
    expect(isAsleep("2029-03-19", deposit)).toBe(true);
    expect(isAsleep("2026-03-19", { ...deposit, maturesOn: "2020-03-18" })).toBe(true);
  });

  test("B-DORM: whatever came in once it slept, and never once it is closed", () => {
    const woken = { lastMovedOn: "2026-03-19", balance: 9_000_00 };

    expect(isAsleep("2026-03-19", woken)).toBe(false);
    expect(isAsleep("2026-03-19", { ...woken, asleep: true })).toBe(true);
    expect(isAsleep("2026-03-19", { asleep: true, life: "closed" })).toBe(false);
  });

  test("B-DORM: by the bank's own hold alone, while that is active", () => {
    const awake = silent({ lastMovedOn: "2026-03-18" });
    const sleepsBy = (over: Parameters<typeof hold>[0]) =>
      sleeps(awake, [hold(over)], on("2026-03-19"));

    expect(sleepsBy({})).toBe(true);
    expect(sleepsBy({ kind: "full-block" })).toBe(true);
    expect(sleepsBy({ status: "lifted" })).toBe(false);
    expect(sleepsBy({ source: { type: "bank", reason: "other" } })).toBe(false);
    expect(sleepsBy({ source: { type: "customer" } })).toBe(false);
    expect(dormantHolds([hold(), hold({ id: "h-2", status: "lifted" })])).toEqual([hold()]);
  });
});

describe("what may be drawn from an account that sleeps", () => {
  test("B-DORM: is nothing, and not even nothing is paid", () => {
    expect(availableToday(silent(), [], on("2026-03-18"))).toBe(100_00);
    expect(availableToday(silent(), [], on("2026-03-19"))).toBe(0);
    expect(mayDraw(silent(), [], fen(100_00), on("2026-03-18")).ok).toBe(true);
    expect(mayDraw(silent(), [], fen(0), on("2026-03-19"))).toEqual({
      ok: false,
      refusal: { code: "account.dormant" },
    });
  });

  test("3.5: the strongest reason is named: closed, full, debit, sleep, and last the amount", () => {
    const own = { type: "customer" } as const;
    const [full, debit] = [hold({ kind: "full-block", source: own }), hold({ source: own })];
    const reply = (holds: readonly Hold[], today: string, over = {}) => {
      const may = mayDraw(silent(over), holds, fen(100_01), on(today));
      return may.ok ? undefined : may.refusal;
    };

    expect(reply([debit, full], "2026-03-19", { life: "closed" })).toEqual({
      code: "account.closed",
    });
    expect(reply([hold(), debit, full], "2026-03-19")).toEqual({ code: "account.full-blocked" });
    expect(reply([hold(), debit], "2026-03-19")).toEqual({ code: "account.debit-blocked" });
    expect(reply([hold()], "2026-03-18")).toEqual({ code: "account.dormant" });
    expect(reply([], "2026-03-19")).toEqual({ code: "account.dormant" });
    expect(reply([], "2026-03-18")).toEqual({ code: "account.short", available: 100_00 });
  });
});

describe("money that moves on an account", () => {
  const moved = (today: string, raw: readonly RawEntry[]) => {
    const opened = { type: "account.opened", account: silent() } as const;
    const entries = [opened, ...raw].map((entry) => Entry.parse(entry));
    const day = businessDate(today);
    const stamp = { recordedAt: startOfDay(day), businessDate: day };
    return booksAfter(changesOfAll(booksAfter([]), entries, stamp)).find("account", "a-1");
  };
  const credit: RawEntry = {
    type: "money.posted",
    memo: "cash-in",
    postings: [
      { account: "cash:0001", amount: -1 },
      { account: "a-1", amount: 1 },
    ],
  };

  test("B-DORM: marks one that slept, and none that did not", () => {
    expect(moved("2026-03-18", [credit])).toMatchObject({ lastMovedOn: "2026-03-18" });
    expect(moved("2026-03-18", [credit])?.asleep).toBeUndefined();
    expect(moved("2026-03-19", [credit])).toMatchObject({
      asleep: true,
      lastMovedOn: "2026-03-19",
      balance: 100_01,
    });
    expect(moved("2026-03-19", [credit, credit])?.asleep).toBe(true);
  });

  test("B-DORM: is unmarked by waking up alone", () => {
    const woken = moved("2026-03-19", [credit, { type: "account.activated", account: "a-1" }]);

    expect(woken).toMatchObject({ balance: 100_01, lastMovedOn: "2026-03-19" });
    expect(woken && "asleep" in woken).toBe(false);
    expect(woken?.interestProduct).toBe(moved("2026-03-19", [credit])?.interestProduct);
  });

  test("B-DORM: is judged by the years the bank had set that day", () => {
    const founded: RawEntry = {
      type: "branch.founded",
      branch: { code: "0200", name: "样例支行", englishName: "Sample", kind: "demonstration" },
    };
    const set = (dormantYears: number): RawEntry => ({
      type: "parameters.set",
      parameters: { ...defaultParameters, dormantYears },
    });

    expect(moved("2022-03-18", [founded, set(1), credit])?.asleep).toBeUndefined();
    expect(moved("2022-03-19", [founded, set(1), credit])?.asleep).toBe(true);
    expect(moved("2022-03-19", [founded, set(2), credit])?.asleep).toBeUndefined();
  });
});
