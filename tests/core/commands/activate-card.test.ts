import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

describe("activating a card", () => {
  test("5.1: takes the holder, the document, the card and the PIN", () => {
    const desk = openLossDeskFor({ card: { life: "issued-inactive" } });
    desk.enter(2);
    const refusal = (over: Parameters<typeof desk.activate>[1]) =>
      desk.refusal(desk.activate("k-1", over));

    expect(refusal({ identity: desk.identity("c-2") })).toEqual({ code: "identity.mismatch" });
    expect(refusal({ swipe: desk.swipe("k-2") })).toEqual({ code: "card.other-card-presented" });
    expect(refusal({ pin: desk.pin("a-1", "000001") })).toEqual({
      code: "card.pin-wrong",
      triesLeft: 2,
    });
    expect(desk.does(desk.activate("k-1")).decision.level).toBe("A0");
    expect(desk.see("card", "k-1")).toMatchObject({ life: "active", pinFailures: 0 });
    expect(refusal({})).toEqual({ code: "card.already-active" });
  });

  test("5.1: is refused of an ended card, and of one reported lost", () => {
    const desk = openLossDeskFor({ card: { life: "issued-inactive" } });
    desk.does(desk.oral("k-1"));
    expect(desk.refusal(desk.activate("k-1"))).toEqual({
      code: "card.reported-lost",
      loss: "oral",
    });

    desk.post([{ type: "card.voided", card: "k-1" }]);
    expect(desk.refusal(desk.activate("k-1"))).toEqual({ code: "card.not-active", life: "void" });
  });
});
