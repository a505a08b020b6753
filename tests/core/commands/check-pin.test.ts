import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

describe("a PIN on the pad", () => {
  test("T25: is locked by the third wrong one in a row, and then the right one is refused too", () => {
    const desk = openLossDeskFor();
    const wrong = () => desk.run(desk.payOut("k-1", { pin: desk.pin("a-1", "000001") }));

    expect([wrong(), wrong(), wrong(), wrong()].map((run) => !run.ok && run.refusal)).toEqual([
      { code: "card.pin-wrong", triesLeft: 2 },
      { code: "card.pin-wrong", triesLeft: 1 },
      { code: "card.pin-wrong", triesLeft: 0 },
      { code: "card.pin-locked" },
    ]);
    expect(desk.refusal(desk.payOut("k-1"))).toEqual({ code: "card.pin-locked" });
  });

  test("T25: is counted from the beginning after a right one", () => {
    const desk = openLossDeskFor();
    const wrong = () => desk.run(desk.payOut("k-1", { pin: desk.pin("a-1", "000001") }));
    wrong();
    wrong();

    desk.does(desk.payOut("k-1"));

    expect(desk.see("card", "k-1").pinFailures).toBe(0);
    expect(wrong()).toMatchObject({ refusal: { code: "card.pin-wrong", triesLeft: 2 } });
  });

  test("T25: is locked after as many as the bank allows", () => {
    const desk = openLossDeskFor();
    desk.set({ pinTries: 1 });

    expect(desk.refusal(desk.payOut("k-1", { pin: desk.pin("a-1", "000001") }))).toEqual({
      code: "card.pin-wrong",
      triesLeft: 0,
    });
    expect(desk.see("card", "k-1").pin).toBe("locked");
  });

  test("5.1: that was locked is no obstacle to a report of its loss", () => {
    const desk = openLossDeskFor({ card: { pin: "locked", pinFailures: 3 } });
    desk.does(desk.pinLoss("k-1"));
    desk.at("2026-03-26");

    desk.does(desk.resetPin(desk.caseOf("k-1")));

    expect(desk.see("card", "k-1")).toMatchObject({ pin: "ok", pinFailures: 0 });
  });

  test("K07: counts for the account it was taken for, and a card without one takes none", () => {
    const desk = openLossDeskFor();
    desk.enter(2, { card: { pinVerifier: undefined } });

    expect(desk.refusal(desk.payOut("k-1", { pin: desk.pin("a-2") }))).toEqual({
      code: "evidence.other-kind",
    });
    expect(desk.refusal(desk.payOut("k-1", { pin: "e-99999999" }))).toEqual({
      code: "pin.used-up",
    });
    expect(desk.refusal(desk.payOut("k-2"))).toEqual({ code: "card.pin-wrong", triesLeft: 2 });
  });

  test("T24: keyed in once to be checked never becomes a new one, nor a new one a check", () => {
    const desk = openLossDeskFor();
    desk.does(desk.pinLoss("k-1"));
    desk.at("2026-03-26");
    const number = desk.caseOf("k-1");

    expect(desk.refusal(desk.resetPin(number, { pin: desk.pin("a-1", "111111") }))).toEqual({
      code: "evidence.other-kind",
    });
    desk.does(desk.resetPin(number));
    const fresh = desk.pin("a-1", "975310", "new");
    expect(desk.refusal(desk.payOut("k-1", { pin: fresh }))).toEqual({
      code: "evidence.other-kind",
    });
  });
});
