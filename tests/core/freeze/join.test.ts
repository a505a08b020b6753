import { describe, expect, test } from "vitest";
import { Account } from "#core/account/account.ts";
import { availableBalance, Hold, isCreditBlocked } from "#core/account/hold.ts";
import { type Held, joinHeld } from "#core/freeze/join.ts";
import { orderKey } from "#core/freeze/join-order.ts";
import { known } from "#core/kernel/assert.ts";
import { account } from "#tests/main/ledger/invented.ts";
import { fc } from "#tests/support/fast-check.ts";
import { anySide, feltBy } from "./held-sides.ts";
import { order } from "./orders.ts";

const nobody: Held = { orders: [], holds: [] };
const on = (holds: readonly Hold[], id: string) => holds.filter((hold) => hold.account === id);
const rankOfScope = ({ scope }: Held["orders"][number]) =>
  scope.type === "amount" ? 0 : scope.block === "debit" ? 1 : 2;
const standings = ["cancelled", "waiting", "active"];
const standingOf = (status: string) => Math.max(0, standings.indexOf(status));

/** A state without the numbers that a clash of numbers gave: what is held, and nothing else. */
function unnumbered({ orders, holds }: Held) {
  const own = holds
    .map(({ id, ...hold }) => (id.startsWith("h-f-") ? { id, ...hold } : hold))
    .map((hold) => JSON.stringify(hold, Object.keys(hold).sort()))
    .sort();
  return { orders, own };
}

describe("two histories of one branch that were apart", () => {
  // Goal: in whatever order branches meet again they agree. Method: any three sides.
  test("join with the same result in either order, in any grouping, and once more", () => {
    fc.assert(
      fc.property(anySide, anySide, anySide, (one, other, third) => {
        const both = joinHeld(one, other);

        expect(both).toEqual(joinHeld(other, one));
        expect(unnumbered(joinHeld(both, third))).toEqual(
          unnumbered(joinHeld(one, joinHeld(other, third))),
        );
        expect(joinHeld(one, one)).toEqual(joinHeld(one, nobody));
        expect(joinHeld(both, one)).toEqual(both);
        expect(joinHeld(both, both)).toEqual(both);
      }),
      { numRuns: 300 },
    );
  });

  // Goal: no join frees an account. Method: nothing is available that was not on both sides.
  test("join with never less held on an account than either side held", () => {
    fc.assert(
      fc.property(anySide, anySide, (one, other) => {
        const joined = joinHeld(one, other);
        for (const number of [1, 2]) {
          const rich = Account.parse({ ...account(number, "c-1"), balance: 60 });
          const held = on(joined.holds, rich.id);
          for (const side of [one, other].map(({ holds }) => on(holds, rich.id))) {
            expect(availableBalance(rich, held)).toBeLessThanOrEqual(availableBalance(rich, side));
            expect(isCreditBlocked(held) || !isCreditBlocked(side)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  // Goal: no join loses an order or any of its paper. Method: each is sought by account and paper.
  test("join with every order of either side, held for as much and as long", () => {
    fc.assert(
      fc.property(anySide, anySide, (one, other) => {
        const joined = joinHeld(one, other);
        const keys = new Set([...one.orders, ...other.orders].map(orderKey));
        expect(joined.orders).toHaveLength(keys.size);
        expect(joined.orders.map(({ id }) => id)).toEqual(
          joined.orders.map((_, index) => `f-${index + 1}`),
        );
        for (const before of [...one.orders, ...other.orders]) {
          const after = known(
            joined.orders.find((found) => orderKey(found) === orderKey(before)),
            "no order is lost",
          );
          expect(standingOf(after.status)).toBeGreaterThanOrEqual(standingOf(before.status));
          expect(rankOfScope(after)).toBeGreaterThanOrEqual(rankOfScope(before));
          if (after.scope.type === "amount") expect(after.rest).toBeGreaterThanOrEqual(before.rest);
          if (before.status === "active") {
            expect(after.endsAt ?? 1e15).toBeGreaterThanOrEqual(before.endsAt ?? 1e15);
          }
          expect(after.papers.deliveredAt).toBeLessThanOrEqual(before.papers.deliveredAt);
          expect(after.deducted).toBeGreaterThanOrEqual(before.deducted);
          expect(after.renewals.length).toBeGreaterThanOrEqual(before.renewals.length);
          const papers = (after.laterPapers ?? []).map(({ documentNumber }) => documentNumber);
          for (const { documentNumber } of before.laterPapers ?? []) {
            expect(papers.filter((number) => number === documentNumber)).toHaveLength(1);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  // Goal: no hold stays that nobody can lift. Method: an order is felt exactly while it is active.
  test("join to orders that are felt as they stand, and to holds with a number of their own", () => {
    fc.assert(
      fc.property(anySide, anySide, (one, other) => {
        const joined = joinHeld(one, other);
        const ids = joined.holds.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const found of joined.orders) {
          const felt = feltBy(joined, found);
          expect(felt?.status === "active").toBe(found.status === "active");
          if (felt) expect(felt.source).toMatchObject({ type: "judicial", order: found.id });
        }
        const felt = joined.holds.filter(({ id }) => id.startsWith("h-f-"));
        for (const { id } of felt) {
          expect(joined.orders.some((found) => id === `h-${found.id}`)).toBe(true);
        }
      }),
    );
  });

  test("F10: number their orders by delivery, and at one second by who is in force", () => {
    const papers = (documentNumber: string) => ({ ...order(1, 5).papers, documentNumber });
    const waits = order(1, 5, { papers: papers("甲字第1号"), status: "waiting" });
    const active = order(1, 5, { papers: papers("乙字第1号"), effectiveAt: 1_800_000_000_000 });

    const { orders } = joinHeld({ orders: [waits], holds: [] }, { orders: [active], holds: [] });

    expect(orders.map(({ id, status }) => [id, status])).toEqual([
      ["f-1", "active"],
      ["f-2", "waiting"],
    ]);
  });

  test("a hold lifted by both was held until the later of them lifted it", () => {
    const lifted = (liftedAt: number): Held => ({
      orders: [],
      holds: [
        Hold.parse({
          id: "h-1",
          account: "a-1",
          kind: "debit-block",
          source: { type: "customer" },
          placedAt: 1,
          status: "lifted",
          liftedAt,
        }),
      ],
    });

    expect(joinHeld(lifted(5), lifted(7))).toEqual(lifted(7));
    expect(joinHeld(lifted(7), lifted(5))).toEqual(lifted(7));
  });

  test("two holds that both sides gave one number are two holds", () => {
    const lost = (on: string): Held => ({
      orders: [],
      holds: [
        Hold.parse({
          id: "h-02002603180001",
          account: on,
          kind: "debit-block",
          source: { type: "loss", lossCase: "02002603180001" },
          placedAt: 1,
          status: "active",
        }),
      ],
    });

    expect(joinHeld(lost("a-2"), lost("a-1")).holds).toMatchObject([
      { id: "h-02002603180001", account: "a-1", status: "active" },
      { id: "h-02002603180001-2", account: "a-2", status: "active" },
    ]);
  });
});
