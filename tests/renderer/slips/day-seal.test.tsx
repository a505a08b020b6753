// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { dateFact, termFact } from "#core/slip/facts.ts";
import { printed } from "./printed.tsx";
import { general } from "./sample-slips.ts";

const seal = {
  ...general,
  kind: "day-seal",
  code: "1105",
  branchEnglishName: "Sample Branch",
  facts: [dateFact("sealedDay", businessDate("2026-03-18")), termFact("note", "note.keep-seal")],
} as const;

test("C03: the two who sign a seal declare what they did: they compared screen and paper", () => {
  expect(printed(seal).textContent).toContain("本单所列数字已由两人与屏幕核对一致。");
  expect(printed(seal, "en").textContent).toContain(
    "The two of us have compared the figures on the screen with this paper.",
  );
});

test("3.12: an English paper has the branch's English name in its head", () => {
  expect(printed(seal, "en").textContent).toContain("Sample Branch");
  expect(printed(seal, "en").textContent).not.toContain("示范支行");
  expect(printed(seal).textContent).toContain("示范支行");
});
