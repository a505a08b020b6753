import { describe, expect, test } from "vitest";
import { FreezeEntry } from "#core/freeze/freeze-entry.ts";
import {
  type MeasureEntry,
  measureObject,
  measureOf,
  standingMeasure,
} from "#core/freeze/measure.ts";
import { moment, papersOf } from "#tests/support/freeze-desk.ts";
import { order } from "./orders.ts";

const inForce = { effectiveAt: moment("2026-03-18 10:15:00"), endsAt: moment("2026-09-19") };
const renewal = {
  papers: papersOf("court"),
  term: { unit: "months", count: 6 },
  isExtended: false,
  from: moment("2026-09-19"),
  endsAt: moment("2027-03-19"),
} as const;

/** The measure of an entry as the journal has it. */
function codeOf(raw: object): string {
  return measureOf(FreezeEntry.parse(raw) as MeasureEntry); // The tests below parse no other.
}

describe("F17: the measure of what an organ's paper does", () => {
  test("01 冻结 where it takes effect, 03 轮候冻结 where it waits", () => {
    const waiting = order(1, 100, { status: "waiting" });

    expect(codeOf({ type: "freeze.registered", freeze: order(1, 100, inForce) })).toBe("01");
    expect(codeOf({ type: "freeze.registered", freeze: waiting })).toBe("03");
  });

  test("02 继续冻结, 04 解除冻结 of a part and of the whole, 05 解除轮候, 06 划拨", () => {
    const of = { order: "f-1", papers: papersOf("court") };

    expect(codeOf({ type: "freeze.renewed", order: "f-1", renewal })).toBe("02");
    expect(codeOf({ type: "freeze.released", ...of, rest: 1 })).toBe("04");
    expect(codeOf({ type: "freeze.released", ...of, rest: 0 })).toBe("04");
    expect(codeOf({ type: "freeze.cancelled", ...of })).toBe("05");
    expect(codeOf({ type: "freeze.deducted", ...of, amount: 1, rest: 0 })).toBe("06");
  });
});

describe("F17: the measure under which an order stands in the register", () => {
  test("in force by its first paper, or by a renewal", () => {
    expect(standingMeasure(order(1, 100, inForce))).toBe("01");
    expect(standingMeasure(order(1, 100, { ...inForce, renewals: [renewal] }))).toBe("02");
  });

  test("waiting, and one that ended by itself as it stood until then", () => {
    expect(standingMeasure(order(1, 100, { status: "waiting" }))).toBe("03");
    expect(standingMeasure(order(1, 100, { status: "expired" }))).toBe("03");
    expect(standingMeasure(order(1, 100, { ...inForce, status: "expired" }))).toBe("01");
    expect(
      standingMeasure(order(1, 100, { ...inForce, status: "expired", renewals: [renewal] })),
    ).toBe("02");
  });

  test("over by release, by cancelling, and by deduction", () => {
    expect(standingMeasure(order(1, 100, { ...inForce, status: "released" }))).toBe("04");
    expect(standingMeasure(order(1, 100, { status: "cancelled" }))).toBe("05");
    expect(standingMeasure(order(1, 100, { ...inForce, status: "deducted" }))).toBe("06");
  });
});

test("F17: the object is 1 for money and 2 for the account", () => {
  expect(measureObject({ type: "amount", amount: order(1, 100).rest })).toBe("1");
  expect(measureObject({ type: "account", block: "debit" })).toBe("2");
  expect(measureObject({ type: "account", block: "full" })).toBe("2");
});
