import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Account } from "#core/account/account.ts";
import { availableBalance, Hold, HoldKind } from "#core/account/hold.ts";
import { joinHolds } from "#core/freeze/join.ts";
import { account } from "#tests/main/ledger/invented.ts";

/** Holds of a branch as one of its two histories has them: each id once, in any state. */
const anyHolds: fc.Arbitrary<readonly Hold[]> = fc
  .uniqueArray(
    fc.record({
      number: fc.nat(5),
      target: fc.nat(9),
      lifted: fc.option(fc.nat(9), { nil: undefined }),
    }),
    { selector: ({ number }) => number, maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ number, target, lifted }) =>
      Hold.parse({
        id: `h-${number}`,
        account: "a-1",
        // An id is one hold: its kind and source never differ between two histories.
        kind: HoldKind.options[number % HoldKind.options.length],
        source: { type: "judicial", order: `f-${number}`, organ: "样例法院" },
        ...(number === 0 ? { target } : {}),
        placedAt: 1_700_000_000_000,
        ...(lifted === undefined
          ? { status: "active" }
          : { status: "lifted", liftedAt: 1_700_000_000_000 + lifted }),
      }),
    ),
  );

const active = (holds: readonly Hold[]) => holds.filter(({ status }) => status === "active");
const sorted = (holds: readonly Hold[]) => joinHolds(holds, []);

describe("two histories of one branch that were apart", () => {
  // Goal: in whatever order branches meet again they agree. Method: any three sets of holds.
  test("join with the same result in either order, in any grouping, and once more", () => {
    fc.assert(
      fc.property(anyHolds, anyHolds, anyHolds, (one, other, third) => {
        expect(joinHolds(one, other)).toEqual(joinHolds(other, one));
        expect(joinHolds(joinHolds(one, other), third)).toEqual(
          joinHolds(one, joinHolds(other, third)),
        );
        expect(joinHolds(one, one)).toEqual(sorted(one));
        expect(joinHolds(joinHolds(one, other), one)).toEqual(joinHolds(one, other));
      }),
    );
  });

  // Goal: no join frees anything. Method: whatever either side held is held after, as much of it.
  test("join with never less held than either side held", () => {
    const rich = Account.parse({ ...account(1, "c-1"), balance: 20 });
    fc.assert(
      fc.property(anyHolds, anyHolds, (one, other) => {
        const joined = joinHolds(one, other);
        for (const hold of [...active(one), ...active(other)]) {
          const held = active(joined).find(({ id }) => id === hold.id);
          expect(held?.target ?? 0).toBeGreaterThanOrEqual(hold.target ?? 0);
          expect(held?.kind).toBe(hold.kind);
        }
        expect(availableBalance(rich, joined)).toBeLessThanOrEqual(
          Math.min(availableBalance(rich, one), availableBalance(rich, other)),
        );
      }),
    );
  });

  test("a hold lifted by both was held until the later of them lifted it", () => {
    const lifted = (liftedAt: number) =>
      Hold.parse({
        id: "h-1",
        account: "a-1",
        kind: "debit-block",
        source: { type: "customer" },
        placedAt: 1,
        status: "lifted",
        liftedAt,
      });

    expect(joinHolds([lifted(5)], [lifted(7)])).toEqual([lifted(7)]);
    expect(joinHolds([lifted(7)], [lifted(5)])).toEqual([lifted(7)]);
  });
});
