import { describe, expect, test } from "vitest";
import { type Held, joinHeld } from "#core/freeze/join.ts";
import { known } from "#core/kernel/assert.ts";
import { type Act, acts, HOUR_MS, requestOf } from "#tests/core/commands/freeze-acts.ts";
import type { RawInput } from "#tests/support/counter.ts";
import { fc } from "#tests/support/fast-check.ts";
import {
  type FreezeDesk,
  moment,
  openFreezeDesk,
  orderOf,
  papersOf,
} from "#tests/support/freeze-desk.ts";

const months = (count: number) => ({ unit: "months", count }) as const;
const held = (desk: FreezeDesk): Held => ({
  orders: desk.books().all("freezeOrder"),
  holds: desk.books().all("hold"),
});

/** A desk that knows everything that `desk` knew up to now, and goes on by itself. */
function apartFrom(desk: FreezeDesk): FreezeDesk {
  const other = openFreezeDesk();
  for (const { entries, ...batch } of desk.batches().slice(other.batches().length)) {
    other.post(entries, { recordedAt: batch.recordedAt, businessDate: batch.businessDate });
  }
  other.pass(desk.context().now - other.context().now);
  return other;
}

/** Two desks of one branch from one start, at which customer c-2 has come in too. */
function twoDesks() {
  const one = openFreezeDesk();
  one.enter(2, { balance: 10_000_00 });
  return [one, apartFrom(one)] as const;
}

/** The desk on whose books both histories are joined: what it has besides is `like`'s. */
function joinedDesk(one: FreezeDesk, other: FreezeDesk, start: FreezeDesk) {
  const joined = joinHeld(held(one), held(other));
  const desk = apartFrom(start);
  desk.pass(Math.max(one.context().now, other.context().now) - desk.context().now);
  desk.post([
    ...joined.orders.map((freeze) => ({ type: "freeze.registered", freeze }) as const),
    ...joined.holds
      .filter(({ source }) => source.type !== "judicial")
      .map((hold) => ({ type: "hold.placed", hold }) as const),
  ]);
  return { desk, joined };
}

const on2 = (amount: number, over: Partial<RawInput<"6001">> = {}) =>
  orderOf(amount, { account: "a-2", nameOnNotice: "顾客2", ...over });

/** The orders of an account in one line each. */
const linesOf = (desk: FreezeDesk, account: string) =>
  desk
    .books()
    .list("freezeOrder", "account", account)
    .map(({ status, rest }) => [status, rest]);

describe("two desks that registered apart from one start", () => {
  test("both orders are held that both desks called f-1, each on its own account", () => {
    const start = twoDesks()[0];
    const [one, other] = [apartFrom(start), apartFrom(start)];
    const first = one.freeze(orderOf(6_000_00));
    const second = other.freeze(on2(9_000_00));
    expect([first, second]).toEqual(["f-1", "f-1"]);

    const { desk } = joinedDesk(one, other, start);

    expect(linesOf(desk, "a-1")).toEqual([["active", 6_000_00]]);
    expect(linesOf(desk, "a-2")).toEqual([["active", 9_000_00]]);
    expect(desk.available()).toBe(4_000_00);
    for (const { id } of desk.books().all("freezeOrder")) desk.does(desk.release(id));
    expect(desk.available()).toBe(10_000_00);
    expect(linesOf(desk, "a-2")).toEqual([["released", 0]]);
  });

  test("F07: an order released by one alone is held, released by its organ, and frees nobody else", () => {
    const start = twoDesks()[0];
    const common = start.freeze(orderOf(6_000_00));
    const [one, other] = [apartFrom(start), apartFrom(start)];
    one.does(one.release(common));
    other.freeze(on2(1_00));

    const { desk, joined } = joinedDesk(one, other, apartFrom(twoDesks()[0]));
    const again = known(
      joined.orders.find(({ account }) => account === "a-1"),
      "the order is not lost",
    );

    expect(again).toMatchObject({ status: "active", rest: 6_000_00 });
    expect(again.laterPapers).toHaveLength(1);
    expect(desk.available()).toBe(4_000_00);
    desk.does(desk.release(again.id));
    expect(desk.available()).toBe(10_000_00);
    expect(linesOf(desk, "a-2")).toEqual([["active", 1_00]]);
  });

  test.each(["debit", "full"] as const)(
    "3.5: the whole account (%s) on one side stands beside the amount on the other",
    (block) => {
      const start = twoDesks()[0];
      const [one, other] = [apartFrom(start), apartFrom(start)];
      one.freeze(orderOf(1, { scope: { type: "account", block } }));
      other.freeze(orderOf(6_000_00));

      const { desk } = joinedDesk(one, other, start);

      expect(desk.available()).toBe(0);
      expect(linesOf(desk, "a-1").map(([status]) => status)).toEqual(["active", "active"]);
    },
  );

  test.each([
    [{ type: "account", block: "debit" }, { type: "account", block: "full" }, "full-block"],
    [{ type: "account", block: "debit" }, { type: "amount", amount: 6_000_00 }, "debit-block"],
    [{ type: "amount", amount: 7_000_00 }, { type: "amount", amount: 6_000_00 }, "amount"],
  ] as const)(
    "5.4: one paper entered on both sides in two ways holds the more: %j, %j",
    (a, b, kind) => {
      const start = twoDesks()[0];
      const [one, other] = [apartFrom(start), apartFrom(start)];
      const papers = papersOf("court");
      one.freeze(orderOf(1, { papers, scope: a }));
      other.freeze(orderOf(1, { papers, scope: b }));

      const there = joinHeld(held(one), held(other));

      expect(there).toEqual(joinHeld(held(other), held(one)));
      expect(there.orders).toHaveLength(1);
      expect(there.holds).toMatchObject([{ id: "h-f-1", kind, status: "active" }]);
      if (kind === "amount") expect(there.orders[0]).toMatchObject({ rest: 7_000_00 });
    },
  );

  test("F11: a renewal of one side holds on, and the joined order ends by its clock", () => {
    const start = twoDesks()[0];
    const common = start.freeze(orderOf(6_000_00, { term: months(1) }));
    const [one, other] = [apartFrom(start), apartFrom(start)];
    one.does(one.renew(common, months(1)));
    other.at("2026-04-20");
    other.preview(other.deposit(1));
    expect([one.status(common), other.status(common)]).toEqual(["active", "expired"]);

    const { desk } = joinedDesk(one, other, twoDesks()[0]);

    const ended = moment("2026-05-19");
    expect(desk.order("f-1")).toMatchObject({ status: "active", endsAt: ended });
    desk.at("2026-05-18 23:59:59");
    desk.preview(desk.deposit(1));
    expect(desk.available()).toBe(4_000_00);
    desk.at("2026-05-19 00:00:00");
    desk.preview(desk.deposit(1));
    expect([desk.status("f-1"), desk.available()]).toEqual(["expired", 10_000_00]);
  });

  test("F13: what one side deducted is not deducted once more beyond what the order is for", () => {
    const start = twoDesks()[0];
    const common = start.freeze(orderOf(6_000_00));
    const [one, other] = [apartFrom(start), apartFrom(start)];
    one.does(one.deduct(common, 4_000_00));

    const { desk } = joinedDesk(one, other, twoDesks()[0]);

    expect(desk.order("f-1")).toMatchObject({ rest: 6_000_00, deducted: 4_000_00 });
    expect(desk.refusal(desk.deduct("f-1", 2_000_01))).toEqual({
      code: "freeze.over-controlled",
      controlled: 2_000_00,
    });
    desk.does(desk.deduct("f-1", 2_000_00));
  });

  test("L11: losses that both sides gave one number hold both accounts", () => {
    const start = twoDesks()[0];
    const [one, other] = [apartFrom(start), apartFrom(start)];
    one.does(one.oral("k-1"));
    other.pass(HOUR_MS);
    other.does(other.oral("k-2"));

    const { holds } = joinHeld(held(one), held(other));

    expect(holds.map(({ account, status }) => [account, status])).toEqual([
      ["a-1", "active"],
      ["a-2", "active"],
    ]);
    expect(new Set(holds.map(({ id }) => id)).size).toBe(2);
  });
});

/** Plays acts at a desk, as far as the rules allow them. */
function play(desk: FreezeDesk, history: readonly Act[]): void {
  for (const step of history) {
    desk.pass(step.hours * HOUR_MS);
    desk.preview(desk.deposit(1));
    const request = requestOf(step, desk);
    if (request && desk.preview(request).ok) desk.does(request);
  }
}

// Goal: whatever two desks did apart, nothing that either holds is lost, and every order that is in
// force afterwards is released by its organ, so that in the end no order holds anything. Method:
// invented histories after a common one, joined in both orders, and all released on real books.
test("long histories of two desks join to all that is held, and all of it can be released", () => {
  fc.assert(
    fc.property(acts, acts, acts, (before, here, there) => {
      const start = openFreezeDesk();
      play(start, before.slice(0, 10));
      const [one, other] = [apartFrom(start), apartFrom(start)];
      play(one, here.slice(0, 12));
      play(other, there.slice(0, 12));

      const { desk, joined } = joinedDesk(one, other, openFreezeDesk());

      expect(joined).toEqual(joinHeld(held(other), held(one)));
      for (const side of [one, other]) {
        const papersHeld = (orders: Held["orders"]) =>
          orders
            .filter(({ status }) => status === "active")
            .map(({ papers }) => papers.documentNumber);
        expect(papersHeld(joined.orders)).toEqual(
          expect.arrayContaining(papersHeld(held(side).orders)),
        );
      }
      for (const { id, papers } of joined.orders.filter(({ status }) => status === "active")) {
        const request = desk.release(id, papers.organ.kind);
        const isOver = desk.refusal(request)?.code === "freeze.ended";
        if (!isOver) desk.does(request);
      }
      const active = held(desk).orders.filter(({ status }) => status === "active");
      // Who waited takes effect once all before it are released (F09); it was not active before.
      for (const { id } of active) {
        expect(joined.orders.find((found) => found.id === id)?.status).toBe("waiting");
      }
    }),
    { numRuns: 15 },
  );
});
