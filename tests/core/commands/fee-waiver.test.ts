import { describe, expect, test } from "vitest";
import { waiverByTwo } from "#core/commands/waiver-by-two.ts";
import { FeePeriod } from "#core/e-bank/rules.ts";
import { fen } from "#core/money/fen.ts";
import { openEBankDeskFor } from "#tests/support/e-bank-desk.ts";
import { openReversalDesk } from "#tests/support/reversal-desk.ts";

describe("a fee that is waived", () => {
  test("3.13: needs its reason in words", () => {
    const desk = openReversalDesk();

    expect(desk.refusal(desk.formal("k-1", { fee: "waived" }))).toEqual({
      code: "fee.waiver-words",
    });
  });

  test("3.13: moves no money, and what was let off is written down with the reason", () => {
    const desk = openReversalDesk();
    const box = desk.box();

    const { batch, decision } = desk.does(
      desk.formal("k-1", { fee: "waived", waiver: "银行差错" }),
    );

    expect(batch.entries).toContainEqual({
      type: "fee.waived",
      ...{ customer: "c-1", kind: "loss-report", amount: 10_00, words: "银行差错" },
    });
    expect(batch.entries.filter(({ type }) => type === "money.posted")).toEqual([]);
    expect(desk.box()).toBe(box);
    expect(decision.outcome.facts).toContainEqual({ name: "fee", kind: "money", amount: 0 });
    expect(decision.outcome.facts).toContainEqual({
      ...{ name: "feeWaived", kind: "money", amount: 10_00 },
    });
    expect(desk.books().all("owedFee")).toEqual([]);
  });

  test.each([
    ["A0", "A2"],
    ["A1", "A2"],
    ["A2", "A2"],
    ["A3", "A3"],
  ] as const)("3.13: raises %s to %s, whatever it was the fee of", (level, raised) => {
    const desk = openReversalDesk();
    const request = {
      code: "9003",
      input: { slip: "020020260318000001", reason: "遗失" },
    } as const;
    const entries = [
      { type: "fee.waived", kind: "usb-key", amount: fen(60_00), words: "赠送" },
    ] as const;
    const decision = { level, entries, outcome: { facts: [], relations: [] } };

    expect(waiverByTwo(decision, request, desk.context())).toMatchObject({
      value: { level: raised },
    });
    expect(waiverByTwo({ ...decision, entries: [] }, request, desk.context())).toMatchObject({
      value: { level },
    });
  });

  test("P36: of a slip that is printed again is let off as well, where it costs anything", () => {
    const desk = openReversalDesk();
    const line = FeePeriod.parse({ from: "2026-01-01", amount: 1_00, promotion: false });
    const done = desk.does(desk.deposit());
    const [slip = ""] = done.batch.entries.flatMap((entry) =>
      entry.type === "slip.issued" ? [entry.slip.number] : [],
    );
    const again = { code: "9003", input: { slip, reason: "遗失" } } as const;
    const box = desk.box();
    expect(desk.does(again).decision.slip).toBeUndefined();
    expect(desk.box()).toBe(box);

    desk.set({ fees: { "slip-reprint": [line] } });
    const waiver = { fee: "waived", waiver: "打印机故障" } as const;
    desk.does({ ...again, input: { ...again.input, ...waiver } });
    expect(desk.box()).toBe(box);
    expect(desk.does(again).decision.slip).toBe("general");

    expect(desk.box()).toBe(box + 1_00);
  });

  test("P37: where nothing is charged, nothing is waived either", () => {
    const desk = openEBankDeskFor();

    const { batch } = desk.does(desk.issueCard("k-1", { fee: "waived", waiver: "赠送" }));

    expect(batch.entries.map(({ type }) => type)).not.toContain("fee.waived");
  });
});
