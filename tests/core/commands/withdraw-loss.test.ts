import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

describe("withdrawing a report", () => {
  test("T12: by word needs the card and the document, before a second teller", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));
    const number = desk.caseOf("k-1");

    expect(desk.preview(desk.withdraw(number))).toMatchObject({ ok: true, value: { level: "A1" } });
    desk.does(desk.withdraw(number));

    expect(desk.see("lossCase", number).status).toBe("withdrawn");
    expect(desk.see("card", "k-1").loss).toBe("none");
    expect(desk.preview(desk.payOut("k-1")).ok).toBe(true);
  });

  test("T12: in writing needs card, document, slip and PIN, before a supervisor", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    const number = desk.caseOf("k-1");
    const { slip = "" } = desk.see("lossCase", number);

    expect(desk.preview(desk.withdraw(number))).toMatchObject({ ok: true, value: { level: "A2" } });
    const { decision } = desk.does(desk.withdraw(number));

    expect(decision.outcome.facts).toContainEqual({ name: "slip", kind: "text", text: slip });
    expect(desk.see("hold", `h-${number}`).status).toBe("lifted");
    expect(desk.see("slip", slip).status).toBe("void");
    expect(desk.preview(desk.payOut("k-1")).ok).toBe(true);
  });

  test("T12: is refused without any one of them", () => {
    const desk = openLossDeskFor();
    desk.enter(2);
    desk.does(desk.formal("k-1"));
    const number = desk.caseOf("k-1");
    const refusal = (over: Parameters<typeof desk.withdraw>[1]) =>
      desk.refusal(desk.withdraw(number, over));

    expect(refusal({ slip: undefined })).toEqual({ code: "loss.slip-mismatch" });
    expect(refusal({ slip: "02002026031899" })).toEqual({ code: "loss.slip-mismatch" });
    expect(refusal({ identity: desk.identity("c-2") })).toEqual({ code: "identity.mismatch" });
    expect(refusal({ swipe: desk.swipe("k-2") })).toEqual({ code: "card.other-card-presented" });
    expect(refusal({ swipe: desk.swipe("k-1", "counterfeit") })).toEqual({
      code: "card.retain",
      why: "counterfeit",
    });
    expect(refusal({ pin: undefined })).toEqual({ code: "card.pin-needed" });
    expect(refusal({ pin: desk.pin("a-1", "000001") })).toEqual({
      code: "card.pin-wrong",
      triesLeft: 2,
    });
  });

  test("T13: is over once the slip was lost, waiting or matured", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    desk.does(desk.slipLost(desk.caseOf("k-1")));

    expect(desk.refusal(desk.withdraw(desk.caseOf("k-1")))).toEqual({ code: "loss.slip-lost" });
    desk.at("2026-04-20");
    expect(desk.refusal(desk.withdraw(desk.caseOf("k-1")))).toEqual({ code: "loss.slip-lost" });
  });

  test("5.2: makes the card that was already made void, and its order", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1", { numbering: "same" }));
    desk.does(desk.order(desk.caseOf("k-1")));
    desk.does(desk.arrive("o-1"));

    desk.does(desk.withdraw(desk.caseOf("k-1")));

    expect(desk.see("order", "o-1").status).toBe("voided");
    expect(desk.see("card", "k-2").life).toBe("void");
    expect(desk.refusal(desk.collect("o-1"))).toEqual({ code: "production.settled" });
  });

  test("5.1: of a lost PIN is proven by knowing it again", () => {
    const desk = openLossDeskFor();
    desk.does(desk.pinLoss("k-1"));
    expect(desk.refusal(desk.payOut("k-1"))).toEqual({ code: "card.pin-lost" });

    desk.does(desk.withdraw(desk.caseOf("k-1"), { swipe: desk.swipe("k-1") }));

    expect(desk.see("card", "k-1").pin).toBe("ok");
    expect(desk.preview(desk.payOut("k-1")).ok).toBe(true);
  });

  test("T25: of a lost PIN gives a locked one no other try; only a new PIN ends it", () => {
    const desk = openLossDeskFor({ card: { pinFailures: 2 } });
    desk.run(desk.payOut("k-1", { pin: desk.pin("a-1", "000001") }));
    expect(desk.see("card", "k-1")).toMatchObject({ pin: "locked", pinFailures: 3 });
    desk.does(desk.pinLoss("k-1"));
    const number = desk.caseOf("k-1");

    const withdraw = desk.withdraw(number, { swipe: desk.swipe("k-1") });
    expect(desk.refusal(withdraw)).toEqual({ code: "card.pin-locked" });
    expect(desk.see("card", "k-1")).toMatchObject({ pin: "lost", pinFailures: 3 });

    desk.at("2026-03-26");
    desk.does(desk.resetPin(number));
    expect(desk.see("card", "k-1")).toMatchObject({ pin: "ok", pinFailures: 0 });
  });

  test("T25: of a lost PIN with one try left takes the right one", () => {
    const desk = openLossDeskFor({ card: { pinFailures: 2 } });
    desk.does(desk.pinLoss("k-1"));

    desk.does(desk.withdraw(desk.caseOf("k-1"), { swipe: desk.swipe("k-1") }));

    expect(desk.see("card", "k-1")).toMatchObject({ pin: "ok", pinFailures: 0 });
  });

  test("5.2: of a lost card leaves a lost PIN lost, after a wrong try as well", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    const ofTheCard = desk.caseOf("k-1");
    desk.does(desk.pinLoss("k-1"));
    desk.run(desk.withdraw(ofTheCard, { pin: desk.pin("a-1", "000001") }));

    desk.does(desk.withdraw(ofTheCard));

    expect(desk.see("card", "k-1")).toMatchObject({ loss: "none", pin: "lost", pinFailures: 0 });
    expect(desk.refusal(desk.payOut("k-1"))).toEqual({ code: "card.pin-lost" });
  });

  test("5.2: is refused of a case that nobody knows", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));
    const request = desk.withdraw(desk.caseOf("k-1"));

    expect(
      desk.refusal({
        ...request,
        input: { ...request.input, lossCase: "02002603189999" },
      } as typeof request),
    ).toEqual({ code: "loss.unknown" });
  });
});
