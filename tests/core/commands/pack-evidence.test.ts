import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

function deskWithCase() {
  const desk = openLossDeskFor();
  desk.does(desk.formal("k-1"));
  const lossCase = desk.caseOf("k-1");
  const request = { code: "9005", input: { lossCase, reason: "法院调取" } } as const;
  return { desk, lossCase, request };
}

describe("9005: the evidence of a case", () => {
  test("is let out by two people, with what it will hold counted", () => {
    const { desk, lossCase, request } = deskWithCase();
    desk.seat("0900");

    const { decision } = desk.does(request);

    expect(decision.level).toBe("A2");
    expect(decision.entries).toEqual([
      { type: "evidence.authorised", lossCase, reason: "法院调取" },
    ]);
    expect(decision.outcome.facts).toContainEqual({
      name: "caseSlips",
      kind: "text",
      text: "1",
    });
  });

  test("is not let out by a teller", () => {
    const { desk, request } = deskWithCase();

    expect(desk.refusal(request)).toEqual({
      ...{ code: "teller.role", role: "teller", may: ["supervisor", "branch-head", "auditor"] },
    });
  });

  test("U08: is let out by the audit, with a supervisor's word", () => {
    const { desk, request } = deskWithCase();
    desk.seat("0700");

    expect(desk.does(request).decision.level).toBe("A2");
  });

  test("is of a case that there is", () => {
    const { desk } = deskWithCase();
    desk.seat("0900");
    const input = { lossCase: "99999999999999", reason: "法院调取" };

    expect(desk.refusal({ code: "9005", input })).toEqual({ code: "loss.unknown" });
  });
});
