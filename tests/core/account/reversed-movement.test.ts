import { expect, test } from "vitest";
import { Account } from "#core/account/account.ts";
import { accountAfterMoney, accountAfterReversal, interestOn } from "#core/account/interest.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { signedFen } from "#core/money/fen.ts";
import { account } from "#tests/main/ledger/invented.ts";

const before = Account.parse({
  ...account(1, "c-1"),
  balance: 1_000_00,
  lastMovedOn: "2026-03-08",
  interestProduct: 700,
});
const today = businessDate("2026-03-18");
const moved = (amount: number, from = before) => accountAfterMoney(from, signedFen(amount), today);
const undone = (from: Account, amount: number) => accountAfterReversal(from, signedFen(-amount));

test("C06: the only movement of a day takes its days and its interest back with it", () => {
  expect(moved(50_00)).toMatchObject({ lastMovedOn: today, interestProduct: 700 + 1_000_00 * 10 });

  expect(undone(moved(50_00), 50_00)).toEqual(before);
});

test("C06: while another movement of the day stands, its days stand, whichever came first", () => {
  const both = moved(7_00, moved(50_00));

  expect(undone(both, 50_00)).toEqual(moved(7_00));
  expect(undone(both, 7_00)).toEqual(moved(50_00));
  expect(undone(undone(both, 50_00), 7_00)).toEqual(before);
});

test("C06: interest due later is what it would have been without the mistake", () => {
  const later = businessDate("2027-03-18");

  expect(interestOn(undone(moved(9_000_00), 9_000_00), later)).toBe(interestOn(before, later));
  expect(interestOn(moved(9_000_00), later)).toBeGreaterThan(interestOn(before, later));
});

test("3.6: an account that the money let sleep on is as it was", () => {
  const asleep = { ...moved(50_00), asleep: true as const };

  expect(undone(asleep, 50_00)).toEqual(before);
});
