import { describe, expect, test } from "vitest";
import { availableToday } from "#core/account/dormancy.ts";
import type { RawRequest } from "#tests/support/counter.ts";
import { fc } from "#tests/support/fast-check.ts";
import { type HoldDesk, openHoldDesk } from "#tests/support/hold-desk.ts";
import { transfer } from "#tests/support/online-customers.ts";
import { wordOf } from "#tests/support/online-desk.ts";

/** Every kind of hold by a letter, laid on a-1 by the transaction that lays it at a counter. */
const lay = {
  /** 不收不付, by the bank */
  F: (desk: HoldDesk) => desk.controls({ control: "full-block" }),
  /** 只收不付, by the customer */
  D: (desk: HoldDesk) => desk.freezes(),
  /** 只付不收, by the bank */
  C: (desk: HoldDesk) => desk.controls({ control: "credit-block" }),
  /** 部分冻结 of 5,000.00 of the 8,000.00 yuan, by a court */
  A: (desk: HoldDesk) => desk.ordered(5_000_00),
  /** 睡眠户, by the bank */
  S: (desk: HoldDesk) => desk.putToSleep(),
  /** 停止非柜面业务, by the bank */
  N: (desk: HoldDesk) => desk.controls(),
  /** 止付 of another card of the account, by its loss */
  V: (desk: HoldDesk) => {
    desk.does(desk.formal("k-2"));
    return `h-${desk.caseOf("k-2")}`;
  },
} as const satisfies Readonly<Record<string, (desk: HoldDesk) => string>>;
type Letter = keyof typeof lay;
const letters = ["F", "D", "C", "A", "S", "N", "V"] as const satisfies readonly Letter[];

/** Takes each of them away where it was placed. */
const lift = {
  F: (desk: HoldDesk, hold: string) => desk.lifting(hold),
  D: (desk: HoldDesk, hold: string) => desk.unfreezing(hold),
  C: (desk: HoldDesk, hold: string) => desk.lifting(hold),
  A: (desk: HoldDesk, hold: string) => desk.releasing(hold),
  S: (desk: HoldDesk) => desk.waking(),
  N: (desk: HoldDesk, hold: string) => desk.lifting(hold),
  V: (desk: HoldDesk) => desk.withdraw(desk.caseOf("k-2")),
} as const satisfies Readonly<Record<Letter, (desk: HoldDesk, hold: string) => RawRequest>>;

/** The desk with a second card k-2 on the account, which can be lost. */
function openWithTwoCards(): HoldDesk {
  const desk = openHoldDesk();
  desk.another(2);
  return desk;
}

/** What the counter answers: cash out of 3,000.01 yuan, cash in, and what is available, in fen. */
function counterSays(desk: HoldDesk) {
  const holds = desk.books().list("hold", "account", "a-1");
  const available = availableToday(desk.see("account", "a-1"), holds, desk.context());
  return [
    desk.refusal(desk.payOut("k-1", { amount: 3_000_01 }))?.code,
    desk.refusal(desk.deposit())?.code,
    Number(available),
  ] as const;
}

const full = "account.full-blocked";
const debit = "account.debit-blocked";
const asleep = "account.dormant";
const short = "account.short";
const credit = "account.credit-blocked";

/**
 * Table 3.5 for every stack of the kinds that a counter feels: cash out of 3,000.01 of 8,000.00
 * yuan, cash in, and what is available.
 */
const table: Readonly<Record<string, ReturnType<typeof counterSays>>> = {
  "-": [undefined, undefined, 8_000_00],
  A: [short, undefined, 3_000_00],
  C: [undefined, credit, 8_000_00],
  CA: [short, credit, 3_000_00],
  S: [asleep, undefined, 0],
  AS: [asleep, undefined, 0],
  CS: [asleep, credit, 0],
  CAS: [asleep, credit, 0],
  D: [debit, undefined, 0],
  DA: [debit, undefined, 0],
  DC: [debit, credit, 0],
  DCA: [debit, credit, 0],
  DS: [debit, undefined, 0],
  DAS: [debit, undefined, 0],
  DCS: [debit, credit, 0],
  DCAS: [debit, credit, 0],
  F: [full, credit, 0],
  FA: [full, credit, 0],
  FC: [full, credit, 0],
  FCA: [full, credit, 0],
  FS: [full, credit, 0],
  FAS: [full, credit, 0],
  FCS: [full, credit, 0],
  FCAS: [full, credit, 0],
  FD: [full, credit, 0],
  FDA: [full, credit, 0],
  FDC: [full, credit, 0],
  FDCA: [full, credit, 0],
  FDS: [full, credit, 0],
  FDAS: [full, credit, 0],
  FDCS: [full, credit, 0],
  FDCAS: [full, credit, 0],
};

/** What the table says of a stack: 停止非柜面 and another card's 止付 are not felt at the counter. */
const said = (stack: readonly Letter[]) =>
  table[stack.filter((letter) => letter !== "N" && letter !== "V").join("") || "-"];

const subsets: readonly (readonly Letter[])[] = Array.from(
  { length: 2 ** letters.length },
  (_, bits) => letters.filter((_letter, place) => bits & (1 << place)),
);

describe("holds of every kind together", () => {
  test.each(subsets.map((stack) => [stack.join("") || "-", stack] as const))(
    "3.5: %s come to what the table says, in either order of placing",
    (_, stack) => {
      for (const order of [stack, [...stack].reverse()]) {
        const desk = openWithTwoCards();
        for (const letter of order) lay[letter](desk);

        expect(desk.active()).toHaveLength(stack.length);
        expect(counterSays(desk)).toEqual(said(stack));
        // From home: 停止非柜面 before all, else as at the counter, for 100.00 yuan are there.
        const [drawn] = said(stack) ?? [];
        const counter = drawn === undefined || drawn === short ? "challenged" : drawn;
        const expected = stack.includes("N") ? "account.counter-only" : counter;
        expect(wordOf(desk.pays(transfer))).toBe(expected);
      }
    },
  );

  test("3.5: the other card is stopped by its own 止付, and the first one goes on", () => {
    const desk = openWithTwoCards();
    lay.V(desk);

    expect(desk.refusal(desk.payOut("k-2"))).toEqual({
      code: "card.reported-lost",
      loss: "formal",
    });
    expect(desk.preview(desk.payOut("k-1")).ok).toBe(true);
  });

  test("3.5: to the fen beside an amount", () => {
    const desk = openWithTwoCards();
    lay.A(desk);
    lay.N(desk);

    expect(desk.preview(desk.payOut("k-1", { amount: 3_000_00 })).ok).toBe(true);
    expect(desk.preview(desk.transferring({ amount: 3_000_00 })).ok).toBe(true);
    expect(desk.refusal(desk.transferring({ amount: 3_000_01 }))).toEqual({
      code: "account.short",
      available: 3_000_00,
    });
  });

  // Goal: releasing one hold never lifts another, in whatever order they came and go.
  // Method: lay a random stack in random order and take it away in another; after each step the
  // holds that stay are the very records they were, and the counter says what the table says of them.
  test("3.5: releasing one never lifts another", () => {
    const anyStack = fc.shuffledSubarray([...letters], { minLength: 1 });
    const anyWay = anyStack.chain((placed) =>
      fc.tuple(
        fc.constant(placed),
        fc.shuffledSubarray(placed, { minLength: placed.length, maxLength: placed.length }),
      ),
    );
    fc.assert(
      fc.property(anyWay, ([placed, lifted]) => {
        const desk = openWithTwoCards();
        const holds = new Map(placed.map((letter) => [letter, lay[letter](desk)]));

        let left: readonly Letter[] = letters.filter((letter) => placed.includes(letter));
        for (const letter of lifted) {
          const staying = left.filter((other) => other !== letter);
          const before = staying.map((other) => desk.see("hold", holds.get(other) ?? ""));

          desk.does(lift[letter](desk, holds.get(letter) ?? ""));

          left = staying;
          expect(desk.see("hold", holds.get(letter) ?? "").status).toBe("lifted");
          expect(left.map((other) => desk.see("hold", holds.get(other) ?? ""))).toEqual(before);
          expect(desk.active()).toHaveLength(left.length);
          expect(counterSays(desk)).toEqual(said(left));
        }
      }),
      { numRuns: 60 },
    );
  });

  // Goal: a hold is lifted where it was placed and nowhere else.
  // Method: every kind is laid, and each is named to every other transaction that lifts by number.
  test("5.4: each is lifted only where it was placed", () => {
    const desk = openWithTwoCards();
    const holds = letters.map((letter) => [letter, lay[letter](desk)] as const);
    const refused = (make: (hold: string) => RawRequest) =>
      holds.map(([letter, hold]) => `${letter} ${desk.refusal(make(hold))?.code ?? "lifts"}`);

    expect(refused(desk.unfreezing)).toEqual([
      "F hold.not-here",
      "D lifts",
      "C hold.not-here",
      "A hold.not-here",
      "S hold.not-here",
      "N hold.not-here",
      "V hold.not-here",
    ]);
    expect(refused(desk.lifting)).toEqual([
      "F lifts",
      "D hold.not-here",
      "C lifts",
      "A hold.not-here",
      "S hold.not-here",
      "N lifts",
      "V hold.not-here",
    ]);
  });
});
