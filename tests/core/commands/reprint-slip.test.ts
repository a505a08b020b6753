import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

describe("a copy of a slip", () => {
  test("3.12: is counted, at level A2", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    const { slip = "" } = desk.see("lossCase", desk.caseOf("k-1"));

    desk.does(desk.copy(slip));
    const { decision } = desk.does(desk.copy(slip, "9003"));

    expect(decision.level).toBe("A2");
    expect(decision.outcome.facts).toContainEqual({ name: "reprints", kind: "text", text: "2" });
    expect(desk.see("slip", slip).reprints).toBe(2);
  });

  test("T13: is not made of a paper that was lost, by either transaction", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));
    const { slip = "" } = desk.see("lossCase", desk.caseOf("k-1"));
    desk.does(desk.slipLost(desk.caseOf("k-1")));

    expect(desk.refusal(desk.copy(slip))).toEqual({ code: "slip.void" });
    expect(desk.refusal(desk.copy(slip, "9003"))).toEqual({ code: "slip.void" });
  });

  test.each(["replace", "close", "resetPin"] as const)(
    "L11: is not made of an application whose case has ended (%s)",
    (end) => {
      const desk = openLossDeskFor();
      desk.does(end === "resetPin" ? desk.pinLoss("k-1") : desk.formal("k-1"));
      const number = desk.caseOf("k-1");
      const { slip = "" } = desk.see("lossCase", number);
      desk.at("2026-03-26");
      expect(desk.preview(desk.copy(slip)).ok).toBe(true);

      desk.does(desk[end](number));

      expect(desk.see("slip", slip).status).toBe("void");
      expect(desk.refusal(desk.copy(slip))).toEqual({ code: "slip.void" });
    },
  );

  test("3.12: is made of papers that exist, and 4011 copies applications alone", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));
    const [slip] = desk.books().all("slip");

    expect(desk.refusal(desk.copy("02002026031899"))).toEqual({ code: "slip.unknown" });
    expect(desk.refusal(desk.copy("02002026031899", "9003"))).toEqual({ code: "slip.unknown" });
    expect(desk.refusal(desk.copy(slip?.number ?? ""))).toEqual({ code: "slip.unknown" });
    expect(desk.preview(desk.copy(slip?.number ?? "", "9003")).ok).toBe(true);
  });
});
