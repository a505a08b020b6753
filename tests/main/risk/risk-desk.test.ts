import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RiskListView } from "#core/contract/risk-view.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

let counter: TestedWorkstation;
let people: AtCounter;
const list = (filter = {}) => counter.get("risk.list", { filter, page: 0 });
const ids = ({ rows }: RiskListView) => rows.map(({ id }) => id);

// A teller sees six customers' numbers in full and serves none of them: two warnings (R23).
beforeAll(async () => {
  counter = await openWorkstation(await foundedFolder(), "demonstration", ownMachine());
  people = atCounter(counter);
  await people.sit("1001");
  for (const customer of ["c-2", "c-3", "c-4", "c-5", "c-6", "c-7"]) {
    await counter.get("customer.reveal", { customer, what: "phone", reason: "回访" } as never);
  }
  await people.sit("2001");
});
afterAll(() => counter.close());

describe("9012 the list of warnings", () => {
  test("R23: has them newest first, by name masked, with the picture by day and rule", async () => {
    const { rows, total, tallies } = await list();
    const { today } = await counter.get("workstation.view", undefined);

    expect(total).toBe(2);
    expect(rows.map(({ facts }) => facts)).toEqual([
      { customers: 6, minutes: 60 },
      { customers: 5, minutes: 60 },
    ]);
    expect(rows[0]?.customer?.name).toMatch(/^\*/);
    expect(tallies).toEqual([{ on: today, rule: "unmasked-without-transaction", count: 2 }]);
  });

  test("1.6: by rule, decision, day and customer", async () => {
    const { today } = await counter.get("workstation.view", undefined);
    expect(ids(await list({ rule: "unmasked-without-transaction" }))).toEqual(["rf-2", "rf-1"]);
    expect(ids(await list({ rule: "many-cards" }))).toEqual([]);
    expect(ids(await list({ decision: "went-on" }))).toEqual(["rf-2", "rf-1"]);
    expect(ids(await list({ decision: "stopped" }))).toEqual([]);
    expect(ids(await list({ from: today, to: today }))).toEqual(["rf-2", "rf-1"]);
    expect(ids(await list({ to: "2026-01-01" }))).toEqual([]);
    expect(ids(await list({ who: "999999999999" }))).toEqual([]);
  });

  test("1.6: one is opened with the very line of the journal that it stands in", async () => {
    const { flag, posted } = await counter.get("risk.view", { flag: "rf-2" } as never);

    expect(posted).toMatchObject({
      ...{ sequence: flag.sequence, code: "2001", teller: "1001" },
      entries: ["customer.revealed", "risk.flagged"],
    });
  });

  test("1.6: once reviewed it is open no more", async () => {
    const request = {
      code: "9012",
      input: { flag: "rf-1", verdict: "watched", words: "已问柜员" },
    } as const;
    await people.done(request, {});

    expect(ids(await list({ isOpen: true }))).toEqual(["rf-2"]);
    const { flag } = await counter.get("risk.view", { flag: "rf-1" } as never);
    expect(flag.review).toMatchObject({ by: "2001", verdict: "watched", words: "已问柜员" });
  });

  test("U08: each new look is a line of the journal; reading it again is none", async () => {
    await list({ rule: "shared-phone" });
    const before = await people.sequence();
    await list({ rule: "shared-phone" });
    expect(await people.sequence()).toBe(before);

    await list({ rule: "many-cards" });
    expect(await people.lastLine()).toMatchObject({ code: "9012", entries: ["audit.looked"] });
  });

  test("D02: is for chiefs and the audit; no teller and no administrator sees it", async () => {
    await people.sit("4001");
    expect((await counter.ask("risk.list", { filter: {}, page: 0 })).ok).toBe(true);
    await people.sit("1001");
    expect(await counter.ask("risk.list", { filter: {}, page: 0 })).toMatchObject({
      refusal: { code: "teller.role" },
    });
    await people.sit("5001");
    expect(await counter.ask("risk.rules", undefined)).toMatchObject({
      refusal: { code: "teller.role" },
    });
    await people.sit("2001");
  });
});

describe("9013 the try-out beside the counter", () => {
  test("1.6: tells how far it is, and that somebody tried", async () => {
    const tried = await counter.get("risk.try-out", { changes: [] });

    expect(tried).toMatchObject({ total: 2, tallies: [{ count: 2 }] });
    expect(tried.cases.map(({ facts }) => facts)).toEqual([
      { customers: 5, minutes: 60 },
      { customers: 6, minutes: 60 },
    ]);
    const told = counter.notices.filter(({ channel }) => channel === "risk.progress");
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)?.notice).toEqual({ done: tried.batches, total: tried.batches });
    expect(await people.lastLine()).toMatchObject({ code: "9013", entries: ["audit.looked"] });
  });

  test("1.6: with a stricter rule it finds more, and changes nothing", async () => {
    const path = "risk.unmasked-without-transaction.numbers.customers";
    const before = await counter.get("risk.rules", undefined);

    const tried = await counter.get("risk.try-out", {
      changes: [{ path, from: "5", to: "3" }],
    });

    expect(tried.total).toBe(4);
    expect(await counter.get("risk.rules", undefined)).toEqual(before);
    expect((await list()).total).toBe(2);
  });

  test("1.6: is called off, and meanwhile no second one begins; the counter goes on", async () => {
    const first = counter.ask("risk.try-out", { changes: [] });
    const second = counter.ask("risk.try-out", { changes: [] });
    const between = await counter.ask("workstation.view", undefined);
    await counter.get("risk.cancel-try-out", undefined);

    expect(await second).toMatchObject({ refusal: { code: "risk.try-out-busy" } });
    expect(between.ok).toBe(true);
    expect(await first).toMatchObject({ refusal: { code: "risk.try-out-cancelled" } });
    expect((await counter.ask("risk.try-out", { changes: [] })).ok).toBe(true);
  });
});
