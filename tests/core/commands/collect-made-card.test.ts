import { describe, expect, test } from "vitest";
import { type Holder, openLossDeskFor } from "#tests/support/loss-desk.ts";

/** A desk on 26 March 2026, with a case of k-1 that has matured that day. */
function matured(holder: Holder = {}, numbering: "same" | "new" = "new") {
  const desk = openLossDeskFor(holder);
  desk.does(desk.formal("k-1", { numbering }));
  desk.at("2026-03-26 09:00:00");
  return { desk, number: desk.caseOf("k-1") };
}

/** The same, with a card of the same number made and kept at the branch. */
function made(holder: Holder = {}) {
  const { desk, number } = matured(holder, "same");
  desk.does(desk.order(number));
  desk.does(desk.arrive("o-1"));
  return { desk, number };
}

describe("collecting a card of the same number", () => {
  test("L06: waits until the card is there", () => {
    const { desk, number } = matured({}, "same");
    const request = () => desk.replace(number, { numbering: "same" });
    expect(desk.refusal(request())).toEqual({ code: "loss.card-not-ready" });
    desk.does(desk.order(number));
    expect(desk.refusal(request())).toEqual({ code: "loss.card-not-ready" });
    expect(desk.refusal(desk.collect("o-1", { made: desk.swipe("k-1") }))).toEqual({
      code: "production.not-arrived",
      dueOn: "2026-04-09",
    });

    desk.does(desk.arrive("o-1"));

    expect(desk.preview(request()).ok).toBe(true);
    expect(desk.preview(desk.collect("o-1")).ok).toBe(true);
  });

  test("L13, M25, VE10: bears the old number, the next sequence and the next stripe version", () => {
    const { desk } = made({ card: { sequence: 3, trackVersion: 7, serial: "019999999999" } });
    const old = desk.see("card", "k-1");

    const { serial: _own, ...same } = old;
    expect(desk.see("card", "k-2")).toEqual({
      ...same,
      id: "k-2",
      issuedOn: "2026-03-26",
      life: "made",
      loss: "none",
      sequence: 4,
      trackVersion: 8,
    });
  });

  test("VE10: never bears a version that a void card of the number bore", () => {
    const { desk, number } = made();
    desk.does(desk.withdraw(number));
    desk.does(desk.formal("k-1", { numbering: "same" }));
    desk.does(desk.order(desk.caseOf("k-1")));

    desk.does(desk.arrive("o-2"));

    expect(desk.see("card", "k-2")).toMatchObject({ life: "void", trackVersion: 2 });
    expect(desk.see("card", "k-3")).toMatchObject({ life: "made", sequence: 3, trackVersion: 3 });
  });

  test("L11: is the same transaction from both screens, and uses up the order", () => {
    const byCase = made();
    byCase.desk.does(byCase.desk.replace(byCase.number, { numbering: "same" }));
    const byOrder = made();
    byOrder.desk.does(byOrder.desk.collect("o-1"));

    for (const { desk, number } of [byCase, byOrder]) {
      expect(desk.see("card", "k-1")).toMatchObject({ life: "replaced", replacedBy: "k-2" });
      expect(desk.see("card", "k-2")).toMatchObject({ life: "issued-inactive", pinFailures: 0 });
      expect(desk.see("order", "o-1").status).toBe("handed-over");
      expect(desk.see("lossCase", number).status).toBe("closed-replaced");
      expect(desk.refusal(desk.collect("o-1"))).toEqual({ code: "production.settled" });
    }
  });

  test("V10: is verified by a swipe of the made card itself", () => {
    const { desk, number } = made();
    const refusal = (swipe: string | undefined) =>
      desk.refusal(desk.replace(number, { numbering: "same", made: swipe }));

    expect(refusal(undefined)).toEqual({ code: "card.not-presented" });
    expect(refusal("e-99999999")).toEqual({ code: "evidence.unknown" });
    expect(refusal(desk.pin("a-1"))).toEqual({ code: "evidence.other-kind" });
    expect(refusal(desk.swipe("k-1", "reported-lost"))).toEqual({
      code: "card.other-card-presented",
    });
    expect(refusal(desk.swipe(undefined, "unknown"))).toEqual({
      code: "card.other-card-presented",
    });
  });

  test("L11: without the slip is refused at the hand-over as well", () => {
    const { desk } = made();

    expect(desk.refusal(desk.collect("o-1", { slip: undefined }))).toEqual({
      code: "loss.slip-mismatch",
    });
    expect(desk.refusal(desk.collect("o-1", { slip: "02002026031899" }))).toEqual({
      code: "loss.slip-mismatch",
    });
  });

  test("5.2: is void when the holder takes a new number after all", () => {
    const { desk, number } = made();

    desk.does(desk.replace(number, { numbering: "new", made: undefined }));

    expect(desk.see("order", "o-1").status).toBe("voided");
    expect(desk.see("card", "k-2").life).toBe("void");
    expect(desk.see("card", "k-1").replacedBy).toBe("k-3");
  });

  test("M25, T33: cannot be ordered after sequence 9, only a new number helps", () => {
    const nine = matured({ card: { sequence: 9 } }, "same");
    expect(nine.desk.refusal(nine.desk.order(nine.number))).toEqual({
      code: "card.sequence-exhausted",
    });
    expect(nine.desk.preview(nine.desk.replace(nine.number)).ok).toBe(true);

    const eight = matured({ card: { sequence: 8 } }, "same");
    eight.desk.does(eight.desk.order(eight.number));
    eight.desk.does(eight.desk.arrive("o-1"));
    expect(eight.desk.see("card", "k-2").sequence).toBe(9);
  });

  test("M25, T33: never bears a sequence number that a void card of the number bore", () => {
    const again = matured({ card: { sequence: 7 } }, "same");
    const { desk } = again;
    desk.does(desk.order(again.number));
    desk.does(desk.arrive("o-1"));
    desk.does(desk.withdraw(again.number));
    expect(desk.see("card", "k-2")).toMatchObject({ life: "void", sequence: 8 });

    desk.does(desk.exchange("k-1", { numbering: "same" }));
    desk.does(desk.arrive("o-2"));
    expect(desk.see("card", "k-3").sequence).toBe(9);

    desk.does(desk.formal("k-1", { numbering: "same" }));
    expect(desk.refusal(desk.order(desk.caseOf("k-1")))).toEqual({
      code: "card.sequence-exhausted",
    });
  });

  test("VE10: cannot be ordered after stripe version 99", () => {
    const last = matured({ card: { trackVersion: 99 } }, "same");
    expect(last.desk.refusal(last.desk.order(last.number))).toEqual({
      code: "card.sequence-exhausted",
    });

    const before = matured({ card: { trackVersion: 98 } }, "same");
    before.desk.does(before.desk.order(before.number));
    before.desk.does(before.desk.arrive("o-1"));
    expect(before.desk.see("card", "k-2").trackVersion).toBe(99);
  });
});

describe("a double loss", () => {
  test("T23: ends with a new card and a PIN the holder chooses there and then", () => {
    const desk = openLossDeskFor();
    desk.does(desk.pinLoss("k-1", { kind: "both", numbering: "new" }));
    const number = desk.caseOf("k-1");
    expect(desk.see("card", "k-1")).toMatchObject({ loss: "formal", pin: "lost" });
    desk.at("2026-03-26");
    expect(desk.refusal(desk.resetPin(number))).toEqual({ code: "loss.kind", kind: "both" });
    expect(desk.refusal(desk.replace(number))).toEqual({ code: "card.pin-needed" });

    desk.does(desk.replace(number, { pin: desk.pin("a-1", "975310", "new") }));

    expect(desk.see("card", "k-2")).toMatchObject({ pin: "ok", pinVerifier: "a-1:975310" });
  });

  test("T23: sets the new PIN on a made card too", () => {
    const desk = openLossDeskFor();
    desk.does(desk.pinLoss("k-1", { kind: "both", numbering: "same" }));
    const number = desk.caseOf("k-1");
    desk.does(desk.order(number));
    desk.does(desk.arrive("o-1"));
    desk.at("2026-03-26");

    desk.does(desk.collect("o-1", { pin: desk.pin("a-1", "975310", "new") }));

    expect(desk.see("card", "k-2")).toMatchObject({ pin: "ok", pinVerifier: "a-1:975310" });
  });

  test("K07: takes a PIN of this account and no other evidence for it", () => {
    const desk = openLossDeskFor();
    desk.enter(2);
    desk.does(desk.pinLoss("k-1", { kind: "both", numbering: "new" }));
    const number = desk.caseOf("k-1");
    desk.at("2026-03-26");
    const refusal = (pin: string) => desk.refusal(desk.replace(number, { pin }));

    expect(refusal("e-99999999")).toEqual({ code: "pin.used-up" });
    expect(refusal(desk.pin("a-2"))).toEqual({ code: "evidence.other-kind" });
    expect(refusal(desk.swipe("k-1"))).toEqual({ code: "evidence.other-kind" });
  });
});
