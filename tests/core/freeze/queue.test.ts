import { describe, expect, test } from "vitest";
import { aheadOf, controlled, inRank, promoted, takesEffect, waiting } from "#core/freeze/queue.ts";
import { signedFen } from "#core/money/fen.ts";
import { fc } from "#tests/support/fast-check.ts";
import { order } from "./orders.ts";

const balance = (yuan: number) => signedFen(yuan * 100);
const ids = (orders: readonly { readonly id: string }[]) => orders.map(({ id }) => id);
const amounts = (yuan: number, orders: Parameters<typeof controlled>[0]["orders"]) =>
  Object.fromEntries(controlled({ balance: balance(yuan), orders }));

describe("rank", () => {
  test("F10: is by delivery to the second, and then by the register", () => {
    const late = order(1, 1, { deliveredAt: "2026-03-18 09:00:01" });
    const early = order(2, 1, { deliveredAt: "2026-03-18 09:00:00" });
    const tenth = order(10, 1, { deliveredAt: "2026-03-18 09:00:01" });
    const second = order(3, 1, { deliveredAt: "2026-03-18 09:00:01" });

    expect(ids(inRank([tenth, late, early, second]))).toEqual(["f-2", "f-1", "f-3", "f-10"]);
  });

  test("the queue is of those that wait, and nothing that is over is ahead of anybody", () => {
    const orders = [
      order(1, 1),
      order(2, 1, { status: "waiting" }),
      order(3, 1, { status: "released" }),
      order(4, 1, { status: "waiting" }),
    ];

    expect(ids(waiting(orders))).toEqual(["f-2", "f-4"]);
    expect(ids(aheadOf(order(4, 1), orders))).toEqual(["f-1", "f-2"]);
  });
});

describe("what is controlled", () => {
  test("3.5: 10,000 under 6,000 and 8,000 is 6,000 and 4,000; with 3,000 more 7,000", () => {
    const orders = [order(1, 6_000_00), order(2, 8_000_00)];

    expect(amounts(10_000, orders)).toEqual({ "f-1": 6_000_00, "f-2": 4_000_00 });
    expect(amounts(13_000, orders)).toEqual({ "f-1": 6_000_00, "f-2": 7_000_00 });
    expect(amounts(13_000, orders.slice(1))).toEqual({ "f-2": 8_000_00 });
  });

  test("an order of the whole account takes what the older ones left", () => {
    expect(amounts(10, [order(1, 3_00), order(2, undefined), order(3, 4_00)])).toEqual({
      "f-1": 3_00,
      "f-2": 7_00,
      "f-3": 0,
    });
  });

  test("a stop of hours takes only what the others left, though it came first", () => {
    expect(amounts(10, [order(1, undefined, { kind: "emergency-stop" }), order(2, 4_00)])).toEqual({
      "f-1": 6_00,
      "f-2": 4_00,
    });
  });

  test("of an overdrawn account is nothing", () => {
    expect(amounts(-1, [order(1, 1)])).toEqual({ "f-1": 0 });
  });

  // Goal: never more is controlled than there is, nor than an order is for. Method: orders of any
  // scope, kind, rank and status on any balance.
  test("Σ controlled ≤ balance, and each is at most its rest", () => {
    const anyOrder = fc.record({
      amount: fc.option(fc.integer({ min: 1, max: 20_00 }), { nil: undefined }),
      kind: fc.constantFrom("court", "aml", "emergency-stop" as const),
      status: fc.constantFrom("active", "waiting", "released" as const),
    });
    fc.assert(
      fc.property(fc.array(anyOrder, { maxLength: 9 }), fc.nat(30_00), (drawn, fen) => {
        const orders = drawn.map(({ amount, ...differs }, at) => order(at, amount, differs));
        const now = controlled({ balance: signedFen(fen), orders });

        const sum = [...now.values()].reduce((total, amount) => total + amount, 0);
        expect(sum).toBeLessThanOrEqual(fen);
        const held = orders.filter(({ scope }) => scope.type === "amount");
        expect(held.every(({ id, rest }) => (now.get(id) ?? 0) <= rest)).toBe(true);
      }),
    );
  });
});

describe("taking effect", () => {
  const second = order(2, 4_00, { status: "waiting" });
  const beside = (first: ReturnType<typeof order>, yuan: number) =>
    (["COVER_REST", "WAIT_WHOLE"] as const).map((mode) =>
      takesEffect(second, { balance: balance(yuan), orders: [first] }, mode),
    );

  test("F06: alone, even on an empty account", () => {
    expect(takesEffect(second, { balance: balance(0), orders: [second] }, "WAIT_WHOLE")).toBe(true);
  });

  test("FREEZE_SECOND_AMOUNT: on the rest from the first fen, or on the whole of it", () => {
    expect(beside(order(1, 6_00), 6)).toEqual([false, false]);
    expect(beside(order(1, 5_99), 6)).toEqual([true, false]);
    expect(beside(order(1, 6_00), 10)).toEqual([true, true]);
    expect(beside(order(1, 6_01), 10)).toEqual([true, false]);
  });

  test("F08: never behind an order of the whole account", () => {
    expect(beside(order(1, undefined), 1000)).toEqual([false, false]);
  });

  test("of the whole account on what amounts leave, or not while there are any", () => {
    const whole = order(2, undefined, { status: "waiting" });
    const on = (yuan: number, mode: "COVER_REST" | "WAIT_WHOLE") =>
      takesEffect(whole, { balance: balance(yuan), orders: [order(1, 6_00)] }, mode);

    expect([on(6, "COVER_REST"), on(5, "COVER_REST")]).toEqual([true, false]);
    expect(on(100, "WAIT_WHOLE")).toBe(false);
  });

  test("F-STOP, F-AML: of hours at once, whoever is there, and in nobody's way", () => {
    const stop = order(1, undefined, { kind: "emergency-stop" });
    const late = order(3, undefined, { kind: "aml" });

    expect(beside(stop, 0)).toEqual([true, true]);
    expect(
      takesEffect(late, { balance: balance(0), orders: [order(1, undefined)] }, "WAIT_WHOLE"),
    ).toBe(true);
  });

  test("F10: whatever a later delivered one holds", () => {
    expect(beside(order(3, undefined), 0)).toEqual([true, true]);
  });
});

describe("promotion", () => {
  const queue = [6_00, 4_00, 1_00].map((amount, at) =>
    order(at + 1, amount, { status: "waiting" }),
  );
  const run = (yuan: number, mode: "COVER_REST" | "WAIT_WHOLE") =>
    ids(promoted({ balance: balance(yuan), orders: queue }, mode));

  test("F09: goes down the queue as far as there is room", () => {
    expect(run(6, "COVER_REST")).toEqual(["f-1"]);
    expect(run(7, "COVER_REST")).toEqual(["f-1", "f-2"]);
    expect(run(11, "COVER_REST")).toEqual(["f-1", "f-2", "f-3"]);
    expect(run(10, "WAIT_WHOLE")).toEqual(["f-1", "f-2"]);
  });

  test("F10: a later one does not pass an earlier one that still waits", () => {
    expect(run(9, "WAIT_WHOLE")).toEqual(["f-1"]);
  });
});
