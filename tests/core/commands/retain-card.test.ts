import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

describe("keeping a card at the counter", () => {
  test("L14, L15: is for cards that are none any more, before two tellers", () => {
    const desk = openLossDeskFor();
    desk.does(desk.exchange("k-1"));

    const { decision } = desk.does(desk.retain(desk.swipe("k-1", "replaced")));

    expect(decision.level).toBe("A1");
    expect(desk.see("card", "k-1").life).toBe("retained");
    expect(desk.refusal(desk.retain(desk.swipe("k-1", "retained")))).toEqual({
      code: "card.nothing-to-retain",
    });
  });

  test("L14: of a counterfeit keeps the plastic alone", () => {
    const desk = openLossDeskFor();

    const { batch } = desk.does(desk.retain(desk.swipe("k-1", "counterfeit")));

    expect(batch.entries[0]).toEqual({
      type: "piece.collected",
      card: "k-1",
      reason: "旧卡",
      counterfeit: true,
    });
    expect(desk.see("card", "k-1").life).toBe("active");
  });

  test.each(["cancelled", "void"] as const)("L14: takes a %s card in", (life) => {
    const desk = openLossDeskFor({ card: { life } });

    desk.does(desk.retain(desk.swipe("k-1", life)));

    expect(desk.see("card", "k-1").life).toBe("retained");
  });

  test("T12: does not take a card in that is good, or lost and perhaps brought back", () => {
    const desk = openLossDeskFor();
    const refusal = { code: "card.nothing-to-retain" };
    expect(desk.refusal(desk.retain(desk.swipe("k-1")))).toEqual(refusal);

    desk.does(desk.oral("k-1"));

    expect(desk.refusal(desk.retain(desk.swipe("k-1", "reported-lost")))).toEqual(refusal);
  });

  test("L14: is not for another bank's cards, nor for unknown ones", () => {
    const desk = openLossDeskFor();

    expect(desk.refusal(desk.retain(desk.swipe(undefined, "foreign")))).toEqual({
      code: "card.foreign",
    });
    expect(desk.refusal(desk.retain(desk.swipe(undefined, "unknown")))).toEqual({
      code: "card.unknown",
    });
    expect(desk.refusal(desk.retain("e-99999999"))).toEqual({ code: "evidence.unknown" });
    expect(desk.refusal(desk.retain(desk.pin("a-1")))).toEqual({ code: "evidence.other-kind" });
  });
});
