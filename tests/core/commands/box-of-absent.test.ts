import { describe, expect, test } from "vitest";
import { booked, cashOf, closed, counted, IN_BOX, openCashDesk } from "#tests/support/cash-desk.ts";
import type { RawRequest } from "#tests/support/counter.ts";

const CHIEF = "0100";
const countOf = (amount: number): RawRequest => ({
  code: "1103",
  input: { place: "0001", cash: cashOf(amount) },
});
const bookOf = (amount: number): RawRequest => ({
  code: "1104",
  input: { place: "0001", kind: "short", amount, words: "少一张一元" },
});
const closeOf: RawRequest = { code: "1101", input: { action: "close", of: "0001" } };

/** The first teller has gone and left an open box. */
function left() {
  const desk = openCashDesk();
  desk.post([{ type: "teller.signed-off", teller: "0001" }]);
  return desk;
}

describe("a box whose teller has gone", () => {
  test("C03: is counted, booked and closed by a chief of the branch, each at A3", () => {
    const desk = left();
    desk.seat(CHIEF);

    const steps = [countOf(IN_BOX - 1_00), bookOf(1_00), countOf(IN_BOX - 1_00), closeOf];
    const levels = steps.map((step) => desk.does(step).decision.level);

    expect(levels).toEqual(["A3", "A3", "A3", "A3"]);
    expect(desk.status()).toBe("closed");
    expect(desk.held("0001")).toBe(IN_BOX - 1_00);
  });

  test("C01: is nobody else's while they are signed on, or have only locked the counter", () => {
    const desk = openCashDesk();
    desk.post([
      { type: "teller.signed-on", teller: "0001" },
      { type: "teller.locked", teller: "0001", idle: false },
    ]);
    desk.seat(CHIEF);

    for (const step of [countOf(IN_BOX), bookOf(1_00), closeOf]) {
      expect(desk.refusal(step)).toEqual({ code: "box.holder-here", box: "0001" });
    }
  });

  test("C01: is not a colleague's", () => {
    const desk = left();
    desk.seat("0002");

    for (const step of [countOf(IN_BOX), bookOf(1_00), closeOf]) {
      expect(desk.refusal(step)).toEqual({ code: "box.not-yours", box: "0001" });
    }
  });

  test("C02: one's own box stays one's own, by name as well", () => {
    const desk = openCashDesk();

    expect(desk.does(countOf(IN_BOX)).decision.level).toBe("A0");
    expect(desk.does(counted(IN_BOX - 1)).decision.level).toBe("A0");
    expect(desk.does(booked("short", 1)).decision.level).toBe("A2");
    expect(desk.does(closed).decision.level).toBe("A1");
  });
});
