import { expect, test, vi } from "vitest";
import { heldIn } from "#core/cash/box.ts";
import { heldByDay } from "#core/cash/cash-day.ts";
import { undoableParts } from "#core/reversal/undoable.ts";
import {
  booked,
  type CashDesk,
  closed,
  counted,
  delivered,
  handed,
  moved,
  openCashDesk,
  opened,
} from "#tests/support/cash-desk.ts";
import type { RawRequest } from "#tests/support/counter.ts";
import { fc } from "#tests/support/fast-check.ts";
import { reversalOf } from "#tests/support/reversal-desk.ts";

// Random days may take their time on a busy machine; nothing here is about speed.
vi.setConfig({ testTimeout: 120_000 });

const wishes = [
  ...["deposit", "payOut", "draw", "hand-in", "hand", "hand", "receive", "ship"],
  ...[
    "report",
    "report",
    "settle",
    "settle",
    "settle",
    "count",
    "count-vault",
    "book",
    "open",
    "close",
    "night",
    "undo",
  ],
] as const;

/** Days at two counters: everything that moves cash, counts that are off, fees, nights, reversals. */
const anyDays = fc.array(
  fc.record({
    what: fc.constantFrom(...wishes),
    who: fc.constantFrom("0001", "0002"),
    amount: fc.constantFrom(1, 10_00, 999_99, 7_000_00, 60_000_00),
    off: fc.constantFrom(-10_00, -1, 0, 0, 0, 0, 1, 10_00),
    fee: fc.constantFrom("cash", "account", "owed", "owed", "waived"),
    pick: fc.nat(40),
  }),
  { minLength: 20, maxLength: 60 },
);
type Step = typeof anyDays extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

function requestFor(desk: CashDesk, step: Step): RawRequest | undefined {
  const { what, who, amount, off, fee, pick } = step;
  const other = who === "0001" ? "0002" : "0001";
  switch (what) {
    case "deposit":
      return desk.deposit({ account: `a-${1 + (pick % 2)}`, amount });
    case "payOut":
      return desk.payOut(`k-${1 + (pick % 2)}`, { amount });
    case "draw":
    case "hand-in":
      return moved(what, amount);
    case "hand":
      return handed(other, amount);
    case "receive":
    case "ship":
      return delivered(what, amount);
    case "report":
      return desk.formal(`k-${1 + (pick % 2)}`, { fee, waiver: "银行差错" });
    case "settle":
      return settling(desk, pick);
    case "count":
      return counted(Math.max(0, desk.held(who) + off));
    case "count-vault":
      return counted(Math.max(0, desk.held("vault") + off), "vault");
    case "book":
      return booking(desk, pick % 2 === 0 ? who : "vault");
    case "open":
      return opened(Math.max(0, desk.held(who) + off));
    case "close":
      return closed;
    case "night":
      night(desk);
      return undefined;
    case "undo": {
      const undoable = desk.batches().filter((batch) => undoableParts(batch).length > 0);
      const batch = undoable[undoable.length - 1 - (pick % Math.max(1, undoable.length))];
      return batch && reversalOf({ batch }, { part: undoableParts(batch)[0] ?? "whole" });
    }
    default:
      return undefined;
  }
}

function settling(desk: CashDesk, pick: number): RawRequest | undefined {
  const owed = desk.books().all("owedFee");
  const fee = owed[pick % Math.max(1, owed.length)]?.id;
  if (fee === undefined) return undefined;
  return pick % 3 === 0
    ? { code: "9007", input: { action: "waive", owed: fee, waiver: "银行差错" } }
    : { code: "9007", input: { action: "collect", owed: fee, by: "cash" } };
}

function booking(desk: CashDesk, box: string): RawRequest | undefined {
  const count = desk.books().find("box", box)?.count;
  const difference = count ? count.counted - count.expected : 0;
  const kind = difference > 0 ? "over" : "short";
  return booked(kind, Math.abs(difference), box === "vault" ? "vault" : "own");
}

function night(desk: CashDesk): void {
  desk.pass(86_400_000);
  const next = new Date(desk.context().now + 8 * 3_600_000).toISOString().slice(0, 10);
  desk.post([{ type: "day.opened", date: next }]);
}

/** Opening, receipts, payments and transfers make what is held, with over and short apart (C02). */
function expectSettled(desk: CashDesk): void {
  for (const box of ["0001", "0002", "vault"] as const) {
    const { day } = desk.books().find("branchBalance", `cash:${box}`) ?? {};
    const id = box === "vault" ? box : desk.see("teller", box).id;
    if (day) expect(heldByDay(day)).toBe(heldIn(desk.books(), id));
    expect(desk.held(box)).toBeGreaterThanOrEqual(0);
  }
}

// Goal: no money is made or lost, no box is ever below zero, and every box settles at every moment,
// through reversals, waivers, differences, deliveries and nights; over and short are never netted.
// Method: random days at two counters; what is refused is left out; looked at after every step.
test("C02: every box settles at every moment, and all money sums to zero", () => {
  const done: Record<string, number> = {};
  fc.assert(
    fc.property(anyDays, (steps) => {
      const desk = openCashDesk();
      let [over, short] = [0, 0];
      for (const step of steps) {
        desk.seat(step.who);
        const request = requestFor(desk, step);
        if (!request || !desk.preview(request).ok) continue;
        desk.does(request);
        done[request.code] = (done[request.code] ?? 0) + 1;
        if (request.code === "1104" && request.input.kind === "over") over += request.input.amount;
        if (request.code === "1104" && request.input.kind === "short")
          short += request.input.amount;

        const all = [...desk.books().all("account"), ...desk.books().all("branchBalance")];
        expect(all.reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
        expectSettled(desk);
      }
      expect(desk.books().find("branchBalance", "cash-over")?.balance ?? 0).toBe(over);
      expect(desk.books().find("branchBalance", "cash-short")?.balance ?? 0).toBe(0 - short);
    }),
    { numRuns: 60 },
  );
  const often = ["1101", "1102", "1103", "1104", "1106", "3011", "3012", "4002", "9007"];
  expect(often.filter((code) => (done[code] ?? 0) < 5)).toEqual([]);
});

// Goal: what is owed is exactly what stands on the account of fees that are owed. Method: as above.
test("C07: the fees that stand as owed are what the account of owed fees holds", () => {
  fc.assert(
    fc.property(anyDays, (steps) => {
      const desk = openCashDesk();
      for (const step of steps) {
        desk.seat(step.who);
        const request = requestFor(desk, step);
        if (!request || !desk.preview(request).ok) continue;
        desk.does(request);
        const owed = desk.books().all("owedFee");
        const sum = owed
          .filter(({ status }) => status === "owed")
          .reduce((total, { amount }) => total + amount, 0);
        expect(0 - (desk.books().find("branchBalance", "fees-owed")?.balance ?? 0)).toBe(sum);
      }
    }),
    { numRuns: 30 },
  );
});
