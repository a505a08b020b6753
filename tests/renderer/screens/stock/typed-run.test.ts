import { describe, expect, test } from "vitest";
import {
  emptyRun,
  piecesTyped,
  rangesOf,
  readRun,
  typedOf,
  withCount,
  withFirst,
  withLast,
} from "#renderer/screens/stock/typed-run.ts";
import { fc } from "#tests/support/fast-check.ts";

const first = "030000000001";

describe("a run of pieces as it is typed", () => {
  test("first number and count give the last number", () => {
    const run = withCount(withFirst(emptyRun, first), "40");

    expect(run).toEqual({ first, count: "40", last: "030000000040" });
    expect(readRun(run)).toEqual({ status: "read", range: { first, last: "030000000040" } });
  });

  test("first and last number give the count, and one number is one piece", () => {
    expect(withLast(withFirst(emptyRun, first), "030000000040").count).toBe("40");
    expect(withLast(withFirst(emptyRun, first), first).count).toBe("1");
  });

  test("another beginning keeps the count that was typed", () => {
    const run = withCount(withFirst(emptyRun, first), "10");

    expect(withFirst(run, "030000000101")).toEqual({
      first: "030000000101",
      count: "10",
      last: "030000000110",
    });
  });

  test("letters and signs are no digits of a number", () => {
    expect(withFirst(emptyRun, "0300-0000 0001x").first).toBe(first);
  });

  test("a run that ends before it begins, or beyond all numbers, is none", () => {
    expect(readRun(withLast(withFirst(emptyRun, "030000000002"), first)).status).toBe("incomplete");
    expect(withCount(withFirst(emptyRun, "999999999999"), "2").last).toBe("");
    expect(withCount(withFirst(emptyRun, "999999999999"), "1").last).toBe("999999999999");
    expect(readRun(withCount(withFirst(emptyRun, first), "0")).status).toBe("incomplete");
  });

  test("rows together are runs only when none of them is half typed; empty ones are nothing", () => {
    const whole = typedOf({ first, last: "030000000010" });

    expect(rangesOf([whole, emptyRun])).toEqual([{ first, last: "030000000010" }]);
    expect(rangesOf([emptyRun])).toEqual([]);
    expect(rangesOf([whole, withFirst(emptyRun, first)])).toBeUndefined();
    expect(piecesTyped([whole, withFirst(emptyRun, first)])).toBe(10);
  });

  // Goal: either way of typing a run says the same. Method: random beginnings and lengths.
  test("count and last number always agree", () => {
    fc.assert(
      fc.property(fc.nat(999_000_000), fc.integer({ min: 1, max: 9_999_999 }), (start, count) => {
        const from = String(start).padStart(12, "0");
        const byCount = withCount(withFirst(emptyRun, from), String(count));

        expect(withLast(withFirst(emptyRun, from), byCount.last)).toEqual(byCount);
      }),
    );
  });
});
