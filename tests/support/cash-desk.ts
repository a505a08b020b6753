import type { CashDay } from "#core/cash/cash-day.ts";
import { known } from "#core/kernel/assert.ts";
import { CashCount, Denomination, faceOf } from "#core/money/denomination.ts";
import type { RawRequest } from "#tests/support/counter.ts";
import { openReversalDesk } from "#tests/support/reversal-desk.ts";

export const DAY = "2026-03-18";
/** What lies in the first teller's box and in the vault when the day begins, in fen. */
export const IN_BOX = 100_000_00;
export const IN_VAULT = 500_000_00;

type Moves = "draw" | "hand-in";
type Delivers = "receive" | "ship";

/** An amount in fen as somebody counts it out: in the fewest notes and coins there are. */
export function cashOf(amount: number): CashCount {
  const count: Partial<Record<Denomination, number>> = {};
  let rest = amount;
  for (const denomination of Denomination.options) {
    const pieces = Math.floor(rest / faceOf(denomination));
    if (pieces > 0) count[denomination] = pieces;
    rest -= pieces * faceOf(denomination);
  }
  return CashCount.parse(count);
}

/**
 * The reversal desk on an open day: cash in the vault, the first teller's box open with 100,000.00
 * yuan, the second teller's closed and empty.
 */
export function openCashDesk() {
  const desk = openReversalDesk();
  const postings = [
    { account: "cash:vault", amount: -IN_VAULT },
    { account: "opening", amount: IN_VAULT },
  ];
  desk.post([
    { type: "day.opened", date: DAY },
    { type: "money.posted", memo: "opening", postings },
    { type: "box.opened", box: "0001", date: DAY },
  ]);
  return {
    ...desk,
    held: (box: string) => 0 - (desk.books().find("branchBalance", `cash:${box}`)?.balance ?? 0),
    status: (box = "0001") => desk.books().find("box", box)?.status,
    cashDay: (box = "0001"): CashDay =>
      known(desk.see("branchBalance", `cash:${box}`).day, "something moved in the box today"),
    fee: (id = "u-1") => desk.see("owedFee", id),
  };
}
export type CashDesk = ReturnType<typeof openCashDesk>;

export const opened = (amount?: number): RawRequest => ({
  code: "1101",
  input: { action: "open", ...(amount === undefined ? {} : { cash: cashOf(amount) }) },
});
export const closed: RawRequest = { code: "1101", input: { action: "close" } };
export const moved = (action: Moves, amount: number): RawRequest => ({
  code: "1101",
  input: { action, cash: cashOf(amount) },
});
export const delivered = (action: Delivers, amount: number): RawRequest => ({
  code: "1101",
  input: { action, cash: cashOf(amount), order: "调20260318-1" },
});
export const handed = (to: string, amount: number): RawRequest => ({
  code: "1102",
  input: { to, cash: cashOf(amount) },
});
export const counted = (amount: number, place: "own" | "vault" = "own"): RawRequest => ({
  code: "1103",
  input: { place, cash: cashOf(amount) },
});
export const booked = (
  kind: "over" | "short",
  amount: number,
  place: "own" | "vault" = "own",
): RawRequest => ({ code: "1104", input: { place, kind, amount, words: "找零有误" } });
