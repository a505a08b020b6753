import { describe, expect, test } from "vitest";
import { defaultParameters, Parameters } from "#core/branch/parameters.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { FeePeriod } from "#core/e-bank/rules.ts";
import { feeLineOn } from "#core/fee/fee-line.ts";
import { FeeKind } from "#core/fee/fee-table.ts";
import { fen } from "#core/money/fen.ts";

const day = businessDate("2026-03-18");
const period = (from: string, amount: number, to?: string) =>
  FeePeriod.parse({ from, amount, promotion: false, ...(to ? { to } : {}) });
const withFees = (fees: Parameters["fees"]) => ({ ...defaultParameters, fees });

describe("what is charged", () => {
  test("3.13: keeps the rates of before the table, until a line says otherwise", () => {
    const amounts = FeeKind.options.map((kind) => [
      kind,
      feeLineOn(kind, defaultParameters, day).amount,
    ]);

    expect(amounts).toEqual([
      ["loss-report", 10_00],
      ["replacement", 5_00],
      ["password-card", 0],
      ["usb-key", 60_00],
      ["slip-reprint", 0],
    ]);
    const own = { ...defaultParameters, lossReportFee: fen(2_00) };
    expect(feeLineOn("loss-report", own, day)).toEqual({
      ...{ kind: "loss-report", amount: 2_00, promotion: false },
    });
  });

  test("P36: holds from its first day through its last, and nothing is charged between lines", () => {
    const fees = { "loss-report": [period("2026-03-01", 15_00, "2026-03-31")] };
    const on = (date: string) => feeLineOn("loss-report", withFees(fees), businessDate(date));

    expect(on("2026-02-28").amount).toBe(0);
    expect(on("2026-03-01")).toMatchObject({ amount: 15_00, from: "2026-03-01" });
    expect(on("2026-03-31").amount).toBe(15_00);
    expect(on("2026-04-01").amount).toBe(0);
  });

  test("P36: the line that began last holds, and one of another kind never", () => {
    const fees = {
      "usb-key": [period("2026-01-01", 40_00), period("2026-03-18", 30_00)],
      replacement: [period("2026-01-01", 8_00)],
    };

    expect(feeLineOn("usb-key", withFees(fees), day)).toMatchObject({
      ...{ amount: 30_00, from: "2026-03-18" },
    });
    expect(feeLineOn("loss-report", withFees(fees), day).amount).toBe(10_00);
  });

  test("parameters of a journal of before the table are read, and have none", () => {
    const { fees: _fees, ...before } = defaultParameters;

    expect(Parameters.parse(before).fees).toEqual({});
    expect(Parameters.safeParse({ ...before, fees: { tea: [] } }).success).toBe(false);
  });
});
