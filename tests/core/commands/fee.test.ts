import { describe, expect, test } from "vitest";
import { defaultEBankRules, type EBankRules, FeePeriod } from "#core/e-bank/rules.ts";
import { openEBankDeskFor } from "#tests/support/e-bank-desk.ts";

const promotion = { name: "feePayment", kind: "term", term: "fee.promotion" };

/** A desk where a U盾 costs what this table says. */
function deskWith(usbKeyFees: EBankRules["usbKeyFees"]) {
  const desk = openEBankDeskFor();
  desk.set({ eBank: { ...defaultEBankRules, usbKeyFees } });
  return desk;
}

const table = [
  FeePeriod.parse({ from: "2006-01-01", amount: 60_00, promotion: false }),
  FeePeriod.parse({ from: "2026-03-20", to: "2026-03-22", amount: 0, promotion: true }),
];

/** The lines about the fee of a U盾 issued on such a day. */
function feeLinesOn(day: string) {
  const desk = deskWith(table);
  desk.at(`${day} 10:00:00`);
  const { outcome } = desk.does(desk.issueUsbKey("k-1")).decision;
  return outcome.facts.filter(({ name }) => name === "fee" || name === "feePayment");
}

describe("a fee by the table", () => {
  test("P36: is the regular one on the day before a promotion and on the day after it", () => {
    const regular = [
      { name: "fee", kind: "money", amount: 60_00 },
      { name: "feePayment", kind: "term", term: "fee.cash" },
    ];

    expect(feeLinesOn("2026-03-19")).toEqual(regular);
    expect(feeLinesOn("2026-03-23")).toEqual(regular);
  });

  test("P36: is the promotion's from its first day to its last, and the slip says so", () => {
    const free = [{ name: "fee", kind: "money", amount: 0 }, promotion];

    expect(feeLinesOn("2026-03-20")).toEqual(free);
    expect(feeLinesOn("2026-03-22")).toEqual(free);
  });

  test("P36: that a promotion lowers and does not waive is taken as well", () => {
    const half = FeePeriod.parse({ from: "2026-03-18", amount: 30_00, promotion: true });
    const desk = deskWith([half]);
    const before = desk.see("branchBalance", "cash:0001").balance;

    const { facts } = desk.does(desk.issueUsbKey("k-1")).decision.outcome;

    expect(facts).toContainEqual({ name: "fee", kind: "money", amount: 30_00 });
    expect(facts).toContainEqual(promotion);
    expect(desk.see("branchBalance", "cash:0001").balance).toBe(before - 30_00);
  });

  test("P37: is nothing where the table has no line, and no money moves", () => {
    const desk = deskWith([]);

    const { batch, decision } = desk.does(desk.issueUsbKey("k-1"));

    expect(decision.outcome.facts).toContainEqual({ name: "fee", kind: "money", amount: 0 });
    expect(batch.entries.map(({ type }) => type)).not.toContain("money.posted");
  });

  test("P37: of a password card is nothing today, and no promotion", () => {
    const desk = openEBankDeskFor();

    const { facts } = desk.does(desk.issueCard("k-1")).decision.outcome;

    expect(facts).toContainEqual({ name: "fee", kind: "money", amount: 0 });
    expect(facts).not.toContainEqual(promotion);
  });
});
