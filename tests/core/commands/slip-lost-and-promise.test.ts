import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

describe("a lost slip", () => {
  test("T13: begins a whole new term, and the old paper is void", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    const number = desk.caseOf("k-1");
    const old = desk.see("lossCase", number).slip ?? "";

    desk.at("2026-03-24 11:00:00");
    desk.does(desk.slipLost(number));

    expect(desk.see("lossCase", number)).toMatchObject({
      status: "formal-waiting",
      slipLost: true,
      maturesOn: "2026-04-01",
    });
    expect(desk.see("slip", old).status).toBe("void");
    desk.at("2026-04-01");
    expect(desk.refusal(desk.replace(number, { slip: old }))).toEqual({
      code: "loss.slip-mismatch",
    });
    expect(desk.preview(desk.replace(number)).ok).toBe(true);
  });

  test("T13: sends a matured case back to waiting", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    const number = desk.caseOf("k-1");

    desk.at("2026-04-10 11:00:00");
    desk.does(desk.slipLost(number));

    expect(desk.refusal(desk.replace(number))).toEqual({
      code: "loss.not-matured",
      maturesOn: "2026-04-18",
    });
  });

  test("5.2: never brings the day of collection forward, even where the bank shortened the wait", () => {
    const desk = openLossDeskFor();
    desk.set({ lossFormalDays: 30 });
    desk.does(desk.formal("k-1")); // Matures on 18 April.
    desk.set({ lossFormalDays: 7 });

    desk.at("2026-03-20");
    desk.does(desk.slipLost(desk.caseOf("k-1")));

    expect(desk.see("lossCase", desk.caseOf("k-1")).maturesOn).toBe("2026-04-18");
  });

  test("T13: can be lost again, each time with a new term", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    const number = desk.caseOf("k-1");
    desk.does(desk.slipLost(number));
    const second = desk.see("lossCase", number).slip;

    desk.at("2026-03-25");
    desk.does(desk.slipLost(number));

    expect(desk.see("lossCase", number).maturesOn).toBe("2026-04-02");
    expect(desk.see("lossCase", number).slip).not.toBe(second);
  });
});

describe("the promised day of a card of the same number", () => {
  test("L02: is three weeks off, later than the legal wait", () => {
    const desk = openLossDeskFor();
    desk.set({ sameNumberProductionDays: 21 });
    desk.does(desk.formal("k-1", { numbering: "same" }));

    desk.does(desk.order(desk.caseOf("k-1")));

    expect(desk.see("order", "o-1").dueOn).toBe("2026-04-08");
  });

  test("L02: is the end of the legal wait where the factory is quicker", () => {
    const desk = openLossDeskFor();
    desk.set({ sameNumberProductionDays: 7 });
    desk.does(desk.formal("k-1", { numbering: "same" }));

    desk.does(desk.order(desk.caseOf("k-1")));

    expect(desk.see("order", "o-1").dueOn).toBe("2026-03-26");
  });
});
