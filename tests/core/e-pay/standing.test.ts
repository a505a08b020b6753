import { describe, expect, test } from "vitest";
import type { EPayOrder } from "#core/e-pay/standing.ts";
import { mayPay } from "#core/e-pay/standing.ts";
import { fen } from "#core/money/fen.ts";
import { type EPayDesk, openEPayDeskFor } from "#tests/support/e-pay-desk.ts";

const HOUR_MS = 3_600_000;

/** Why an order of ep-1 is not paid now; undefined where it is. */
function refusal(desk: EPayDesk, amount: number, kind: EPayOrder["kind"] = "purchase") {
  const may = mayPay(desk.see("ePay", "ep-1"), { kind, amount: fen(amount) }, desk.context());
  return may.ok ? undefined : may.refusal;
}

/** The same as if so much had been paid on a day. */
function paid(desk: EPayDesk, on: string, amount: number): void {
  const step = { type: "e-pay.paid", enrolment: "ep-1", kind: "bill", to: "示例水务" } as const;
  desk.post([{ ...step, on, amount }]);
}

describe("whether an enrolment may pay", () => {
  test("E15: a payment may be as much as its limit, and not a fen more", () => {
    const desk = openEPayDeskFor({ balance: 50_000_00 });
    expect(refusal(desk, 5_000_00)).toBeUndefined();
    expect(refusal(desk, 5_000_01)).toEqual({ code: "e-pay.over-single-limit", limit: 5_000_00 });
    expect(refusal(desk, 0)).toEqual({ code: "amount.zero" });
  });

  test("E15: a day's payments together reach its limit, and the next day begins anew", () => {
    const desk = openEPayDeskFor({ balance: 50_000_00 });
    paid(desk, "2026-03-18", 4_000_00);
    expect(refusal(desk, 1_000_00)).toBeUndefined();
    expect(refusal(desk, 1_000_01)).toEqual({
      code: "e-pay.over-day-limit",
      limit: 5_000_00,
      paid: 4_000_00,
    });

    desk.at("2026-03-19 10:00:00");
    expect(refusal(desk, 1_000_01)).toBeUndefined();
  });

  test("5.0: a month's payments together reach its limit, and the next month begins anew", () => {
    const desk = openEPayDeskFor({ balance: 50_000_00 });
    paid(desk, "2026-03-17", 49_000_00);
    expect(refusal(desk, 1_000_00)).toBeUndefined();
    expect(refusal(desk, 1_000_01)).toEqual({
      code: "e-pay.over-month-limit",
      limit: 50_000_00,
      paid: 49_000_00,
    });

    desk.at("2026-04-01 10:00:00");
    expect(refusal(desk, 1_000_01)).toBeUndefined();
  });

  test("5.5: a suspended enrolment pays nothing", () => {
    const desk = openEPayDeskFor();
    desk.does(desk.suspend("ep-1"));
    expect(refusal(desk, 1)).toEqual({ code: "e-pay.not-enrolled", status: "suspended" });
  });

  test("5.5: a loss stops paying for its own reason, and the enrolment stays", () => {
    const desk = openEPayDeskFor();
    desk.does(desk.oral("k-1"));

    expect(refusal(desk, 1)).toEqual({ code: "card.reported-lost", loss: "oral" });
    expect(desk.see("ePay", "ep-1").status).toBe("enrolled");

    desk.at("2026-03-24 10:00:00"); // The oral report has lapsed, and nobody had to resume anything.
    desk.preview(desk.suspend("ep-1"));
    expect(refusal(desk, 1)).toBeUndefined();
  });

  test("3.5: blocks of the account stop it for their own reasons, a frozen amount by what is left", () => {
    const desk = openEPayDeskFor({ balance: 1_000_00 });
    desk.hold({ id: "h-1", kind: "amount", target: 400_00 });
    expect(refusal(desk, 600_00)).toBeUndefined();
    expect(refusal(desk, 600_01)?.code).toBe("account.short");
    desk.hold({ id: "h-2", kind: "non-counter", source: { type: "bank", reason: "other" } });
    expect(refusal(desk, 1)).toEqual({ code: "account.counter-only" });
  });

  test("O09: a new telephone lets no transfer out for 24 hours, and everything else at once", () => {
    const desk = openEPayDeskFor();
    desk.does(desk.reBind("ep-1", "13900000009"));

    expect(refusal(desk, 1, "transfer")?.code).toBe("e-pay.cooling");
    expect(refusal(desk, 1, "purchase")).toBeUndefined();
    expect(refusal(desk, 1, "bill")).toBeUndefined();
    desk.pass(24 * HOUR_MS - 1);
    expect(refusal(desk, 1, "transfer")?.code).toBe("e-pay.cooling");
    desk.pass(1);
    expect(refusal(desk, 1, "transfer")).toBeUndefined();
  });

  test("E10: pays nothing while its telephone is not the reserved one", () => {
    const desk = openEPayDeskFor();
    const at = desk.context().now;
    desk.post([{ type: "customer.phone-changed", customer: "c-1", phone: "13900000009", at }]);
    expect(refusal(desk, 1)).toEqual({ code: "e-pay.phone-differs" });
  });
});
