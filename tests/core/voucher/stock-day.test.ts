import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { SerialRange, Stock } from "#core/voucher/stock.ts";
import {
  countedAs,
  isBalanced,
  movedIn,
  movedOut,
  settledSurplus,
} from "#core/voucher/stock-day.ts";

const run = (first: number, last = first) =>
  SerialRange.parse({
    first: String(first).padStart(12, "0"),
    last: String(last).padStart(12, "0"),
  });
const box = Stock.parse({ id: "card:0001", kind: "card", holder: "0001", ranges: [run(1, 20)] });
const date = businessDate("2026-03-18");
const tomorrow = businessDate("2026-03-19");

describe("the day of a hand", () => {
  test("V05: opening + received - used - voided - handed over - lost = held", () => {
    let hand = movedIn(box, { ranges: [run(21, 30)], date });
    hand = movedOut(hand, "used", { ranges: [run(1, 2)], date });
    hand = movedOut(hand, "voided", { ranges: [run(3)], date });
    hand = movedOut(hand, "handedOver", { ranges: [run(28, 30)], date });
    hand = movedOut(hand, "lost", { ranges: [run(10)], date });

    expect(hand.day).toEqual({
      date,
      opening: [run(1, 20)],
      received: [run(21, 30)],
      used: [run(1, 2)],
      voided: [run(3)],
      handedOver: [run(28, 30)],
      lost: [run(10)],
    });
    expect(hand.ranges).toEqual([run(4, 9), run(11, 27)]);
    expect(isBalanced(hand)).toBe(true);
    expect(isBalanced({ ...hand, ranges: [run(4, 27)] })).toBe(false);
    expect(isBalanced({ ...hand, ranges: [run(4, 9), run(11, 26)] })).toBe(false);
  });

  test("V05: the first move of another day begins it with what is held", () => {
    const hand = movedOut(box, "used", { ranges: [run(1)], date });

    const next = movedOut(hand, "used", { ranges: [run(2)], date: tomorrow });

    expect(next.day).toMatchObject({ date: tomorrow, opening: [run(2, 20)], used: [run(2)] });
  });

  test("C06: a reversal lets the column of its original fall", () => {
    const drawn = movedIn(box, { ranges: [run(21, 25)], date });

    const undone = movedOut(drawn, "handedOver", { ranges: [run(21, 25)], date, undoes: true });

    expect(undone.day).toMatchObject({ received: [], handedOver: [] });
    expect(undone.ranges).toEqual([run(1, 20)]);
  });

  test("C06: a reversal whose original is of no column of today is a move like any other", () => {
    const undone = movedOut(box, "handedOver", { ranges: [run(20)], date, undoes: true });

    expect(undone.day).toMatchObject({ received: [], handedOver: [run(20)] });
    expect(isBalanced(undone)).toBe(true);
  });
});

describe("the count of a hand", () => {
  const counted = countedAs(box, { ranges: [run(1, 19), run(50, 51)], date });

  test("V05: says which pieces are missing and which are too many", () => {
    expect(counted.count).toEqual({ date, pieces: 21, missing: [run(20)], surplus: [run(50, 51)] });
  });

  test("V05: stands while moves only settle what it found", () => {
    const settled = movedIn(movedOut(counted, "lost", { ranges: [run(20)], date }), {
      ranges: [run(50)],
      date,
    });

    expect(settled.count).toMatchObject({ missing: [], surplus: [run(51)] });
    expect(settledSurplus(settled, { ranges: [run(51)], date }).count?.surplus).toEqual([]);
  });

  test("V05: is none any more once another piece moved, or the day is over", () => {
    expect(movedOut(counted, "used", { ranges: [run(1)], date }).count).toBeUndefined();
    expect(movedOut(counted, "lost", { ranges: [run(19, 20)], date }).count).toBeUndefined();
    expect(movedIn(counted, { ranges: [run(52)], date }).count).toBeUndefined();
    expect(movedOut(counted, "lost", { ranges: [run(20)], date: tomorrow }).count).toBeUndefined();
  });
});
