import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

/** A case as it came over from another branch. */
function reportedElsewhere(status: "oral-active" | "formal-waiting" | "matured") {
  const desk = openLossDeskFor();
  desk.does(status === "oral-active" ? desk.oral("k-1") : desk.formal("k-1"));
  const lossCase = desk.see("lossCase", desk.caseOf("k-1"));
  desk.post([{ type: "loss.reported", lossCase: { ...lossCase, branch: "0300", status } }]);
  return { desk, number: lossCase.number };
}

describe("the branch of the report", () => {
  test("L04, L05: alone lets a new card be collected", () => {
    const { desk, number } = reportedElsewhere("matured");

    expect(desk.refusal(desk.replace(number))).toEqual({
      code: "loss.other-branch",
      branch: "0300",
    });
  });

  test.each(["close", "resetPin", "slipLost", "withdraw", "upgrade", "order"] as const)(
    "L04, T09: alone lets a written case go on (%s)",
    (request) => {
      const { desk, number } = reportedElsewhere("matured");

      expect(desk.refusal(desk[request](number))).toEqual({
        code: "loss.other-branch",
        branch: "0300",
      });
    },
  );

  test("L04: alone takes in the card that was made for it", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1", { numbering: "same" }));
    const number = desk.caseOf("k-1");
    desk.does(desk.order(number));
    expect(desk.preview(desk.arrive("o-1")).ok).toBe(true);

    desk.post([
      { type: "loss.reported", lossCase: { ...desk.see("lossCase", number), branch: "0300" } },
    ]);

    expect(desk.refusal(desk.arrive("o-1"))).toEqual({ code: "loss.other-branch", branch: "0300" });
  });

  test.each(["replace", "close", "resetPin", "slipLost", "upgrade", "order"] as const)(
    "5.2: knows its cases, and no other can go on (%s)",
    (request) => {
      const desk = openLossDeskFor();
      desk.does(desk.formal("k-1"));
      const known = desk[request](desk.caseOf("k-1"));
      const input = { ...known.input, lossCase: "02002603189999" };

      expect(desk.refusal({ ...known, input } as typeof known)).toEqual({ code: "loss.unknown" });
    },
  );

  test("5.2: does not bind the withdrawal of an oral report", () => {
    const { desk, number } = reportedElsewhere("oral-active");

    expect(desk.preview(desk.withdraw(number))).toMatchObject({ ok: true, value: { level: "A1" } });
  });
});
