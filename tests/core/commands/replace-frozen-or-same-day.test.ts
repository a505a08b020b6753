import { describe, expect, test } from "vitest";
import { type Holder, openLossDeskFor } from "#tests/support/loss-desk.ts";

/** A desk on 26 March 2026, with a case of k-1 that has matured that day. */
function matured(holder: Holder = {}, numbering: "same" | "new" = "new") {
  const desk = openLossDeskFor(holder);
  desk.does(desk.formal("k-1", { numbering }));
  desk.at("2026-03-26 09:00:00");
  return { desk, number: desk.caseOf("k-1") };
}

describe("a frozen account", () => {
  test("T15: may be reported on, and the report adds a hold of its own", () => {
    const desk = openLossDeskFor();
    desk.hold({ id: "h-court" });

    desk.does(desk.formal("k-1"));

    expect(desk.books().list("hold", "account", "a-1")).toHaveLength(2);
  });

  test("T15: is not closed after a loss", () => {
    const { desk, number } = matured();
    desk.hold({ id: "h-court", kind: "amount", target: 1 });

    expect(desk.refusal(desk.close(number))).toEqual({ code: "account.judicial-freeze" });
  });

  test("T15, T36: gets a new card, and the freeze survives it unchanged", () => {
    const { desk, number } = matured();
    desk.hold({ id: "h-court", kind: "amount", target: 7_000_00 });
    const freeze = desk.see("hold", "h-court");

    const { decision } = desk.does(desk.replace(number));

    expect(decision.level).toBe("A2");
    // The slip is the customer's: it says nothing of an order of the state (no tipping off).
    expect(JSON.stringify(decision.outcome)).not.toContain("judicial");
    expect(desk.see("hold", "h-court")).toEqual(freeze);
    desk.does(desk.activate("k-2"));
    expect(desk.refusal(desk.payOut("k-2", { amount: 1_000_01 }))).toEqual({
      code: "account.judicial-freeze",
    });
    expect(desk.preview(desk.payOut("k-2", { amount: 1_000_00 })).ok).toBe(true);
  });

  test("5.1: under a full block is replaced by the branch head alone", () => {
    const { desk, number } = matured();
    desk.hold({ id: "h-bank", kind: "full-block", source: { type: "bank", reason: "涉诈" } });

    expect(desk.preview(desk.replace(number))).toMatchObject({ ok: true, value: { level: "A3" } });
    desk.post([{ type: "hold.lifted", hold: "h-bank" }]);
    expect(desk.preview(desk.replace(number))).toMatchObject({ ok: true, value: { level: "A2" } });
  });
});

describe("a replacement on the day itself", () => {
  const desk = (sameDayReplacement: "off" | "new-number-only" | "any") => {
    const opened = openLossDeskFor();
    opened.set({ sameDayReplacement });
    opened.does(opened.formal("k-1", { numbering: "same" }));
    opened.does(opened.order(opened.caseOf("k-1")));
    opened.does(opened.arrive("o-1"));
    return opened;
  };
  const notMatured = { code: "loss.not-matured", maturesOn: "2026-03-26" };

  test("T17: is off in a bank that keeps the wait", () => {
    const off = desk("off");

    expect(off.refusal(off.replace(off.caseOf("k-1")))).toEqual(notMatured);
  });

  test("T17: with a new number only, at level A3", () => {
    const some = desk("new-number-only");
    const number = some.caseOf("k-1");

    expect(some.preview(some.replace(number))).toMatchObject({ ok: true, value: { level: "A3" } });
    expect(some.refusal(some.replace(number, { numbering: "same" }))).toEqual({
      code: "loss.same-day-new-number-only",
    });
    some.at("2026-03-26");
    expect(some.preview(some.replace(number, { numbering: "same" }))).toMatchObject({
      ok: true,
      value: { level: "A2" },
    });
  });

  test("T17: with any number, where the bank allows it and the card is there", () => {
    const any = desk("any");
    const number = any.caseOf("k-1");

    any.does(any.replace(number, { numbering: "same" }));

    expect(any.see("card", "k-1").life).toBe("replaced");
  });

  test("T17, T13: not once the slip was lost", () => {
    const any = desk("any");
    any.does(any.slipLost(any.caseOf("k-1")));

    expect(any.refusal(any.replace(any.caseOf("k-1")))).toEqual(notMatured);
  });

  test("T17: never closes the account or resets a PIN sooner", () => {
    const any = desk("any");
    any.does(any.pinLoss("k-1"));

    expect(any.refusal(any.close("02002603180001"))).toEqual(notMatured);
    expect(any.refusal(any.resetPin("02002603180002"))).toEqual(notMatured);
  });
});
