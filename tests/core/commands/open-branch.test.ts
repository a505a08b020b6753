import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

const open = { code: "1004", input: { action: "open" } } as const;
const close = { code: "1004", input: { action: "close" } } as const;
const z = { code: "1105", input: { report: "z" } } as const;
const x = { code: "1105", input: { report: "x" } } as const;
const deposit = { code: "3011", input: { account: "a-1", amount: 100_00 } } as const;

/** The supervisor opens and closes, before the branch head (D02). */
function bySupervisor<T>(desk: ReturnType<typeof openDay>, act: () => T): T {
  desk.seat("0100");
  try {
    return act();
  } finally {
    desk.seat("0001");
  }
}

/** A branch whose business day 2026-03-18 is open, with nobody but the first teller signed on. */
function openDay() {
  const desk = openLossDeskFor();
  desk.post([
    { type: "day.opened", date: "2026-03-18" },
    { type: "box.opened", box: "0001", date: "2026-03-18" },
  ]);
  return desk;
}

/** The box is shut, counted right, as its holder leaves it at the day's end. */
function shutBox(desk: ReturnType<typeof openDay>): void {
  const count = { date: "2026-03-18", cash: {}, counted: 100_000_00, expected: 100_000_00 };
  desk.post([
    { type: "cash.counted", box: "0001", date: "2026-03-18", count },
    { type: "box.closed", box: "0001", date: "2026-03-18" },
  ]);
}

/** The same after the Z report. */
function balancedDay() {
  const desk = openDay();
  shutBox(desk);
  desk.does(z);
  return desk;
}

describe("1004: the branch's day", () => {
  test("5.6: nothing is posted before the branch is opened, and after it is", () => {
    const desk = balancedDay();
    bySupervisor(desk, () => desk.does(close));
    desk.at("2026-03-19 08:30:00");

    expect(desk.refusal(deposit)).toEqual({ code: "day.not-open" });
    const { decision } = bySupervisor(desk, () => desk.does(open));

    expect(decision).toMatchObject({ level: "A3", slip: "general" });
    expect(desk.see("branch", "branch").day).toMatchObject({ date: "2026-03-19", status: "open" });
    desk.post([{ type: "box.opened", box: "0001", date: "2026-03-19" }]);
    expect(desk.preview(deposit).ok).toBe(true);
  });

  test("C03: a day is opened once, and its date never comes again", () => {
    const desk = openDay();
    expect(bySupervisor(desk, () => desk.refusal(open))).toEqual({
      code: "day.open-already",
      date: "2026-03-18",
    });

    shutBox(desk);
    desk.does(z);
    expect(bySupervisor(desk, () => desk.refusal(open))).toEqual({
      code: "day.not-closed",
      date: "2026-03-18",
    });
    bySupervisor(desk, () => desk.does(close));
    desk.at("2026-03-18 23:59:59");
    expect(bySupervisor(desk, () => desk.refusal(open))).toEqual({
      code: "day.too-early",
      date: "2026-03-18",
    });
    desk.at("2026-03-19 00:00:00");
    expect(bySupervisor(desk, () => desk.preview(open)).ok).toBe(true);
  });

  test("C03: the branch closes when the day is balanced and nobody else is signed on", () => {
    const desk = openDay();
    expect(bySupervisor(desk, () => desk.refusal(close))).toEqual({ code: "day.not-balanced" });

    shutBox(desk);
    desk.does(z);
    desk.post([{ type: "teller.signed-on", teller: "0002" }]);
    expect(bySupervisor(desk, () => desk.refusal(close))).toEqual({
      code: "day.not-settled",
      items: [{ what: "teller-on", whose: "0002" }],
    });
    desk.post([{ type: "teller.locked", teller: "0002", idle: true }]);
    expect(bySupervisor(desk, () => desk.refusal(close))?.code).toBe("day.not-settled");
    desk.post([{ type: "teller.signed-off", teller: "0002" }]);
    bySupervisor(desk, () => desk.does(close));
    expect(bySupervisor(desk, () => desk.refusal(close))).toEqual({ code: "day.not-open" });
  });

  test("5.6: business after midnight belongs to the day that is open", () => {
    const desk = openDay();
    desk.at("2026-03-19 00:30:00");

    const { batch } = desk.does(deposit);
    expect(batch.businessDate).toBe("2026-03-18");
    desk.print();
    shutBox(desk);
    expect(desk.does(z).batch.businessDate).toBe("2026-03-18");
  });
});

describe("1105: X and Z", () => {
  test("C02, C03: an open box, and a difference nobody booked, keep the day from ending", () => {
    const desk = openDay();
    expect(desk.refusal(z)).toEqual({
      code: "day.not-settled",
      items: [{ what: "cash-uncounted", whose: "0001" }],
    });

    const count = { date: "2026-03-18", cash: {}, counted: 99_999_99, expected: 100_000_00 };
    desk.post([{ type: "cash.counted", box: "0001", date: "2026-03-18", count }]);
    expect(desk.refusal(z)).toEqual({
      code: "day.not-settled",
      items: [{ what: "cash-difference", whose: "0001" }],
    });
    shutBox(desk);
    expect(desk.preview(z).ok).toBe(true);
  });

  test("C03: X tells the day at any time, numbered, and ends nothing", () => {
    const desk = openDay();
    const first = desk.does(x);
    const second = desk.does(x);

    expect(first.decision).toMatchObject({ level: "A0", slip: "day-report" });
    const number = ({ decision }: typeof first) =>
      decision.outcome.facts.find(({ name }) => name === "reportNumber");
    expect(number(first)).toMatchObject({ text: "X1" });
    expect(number(second)).toMatchObject({ text: "X2" });
    expect(desk.preview(deposit).ok).toBe(true);
  });

  test("C03: Z is made once, and what comes belongs to the next day", () => {
    const desk = balancedDay();

    expect(desk.refusal(z)).toEqual({ code: "day.balanced" });
    expect(desk.refusal(deposit)).toEqual({ code: "day.balanced" });
    expect(desk.preview(x).ok).toBe(true);
  });

  test("C04: a slip that never came out of a printer keeps the day from ending", () => {
    const desk = openDay();
    desk.does(deposit);
    shutBox(desk);
    const refusal = desk.refusal(z);
    expect(refusal).toMatchObject({
      code: "day.not-settled",
      items: [{ what: "slip-unprinted", whose: "0001" }],
    });

    desk.print();
    expect(desk.preview(z).ok).toBe(true);
  });
});
