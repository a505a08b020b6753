import { describe, expect, test } from "vitest";
import type { RawInput } from "#tests/support/counter.ts";
import { openReversalDesk, reversalOf } from "#tests/support/reversal-desk.ts";

const owing = () => {
  const desk = openReversalDesk();
  const report = desk.does(desk.formal("k-1", { fee: "owed" }));
  return { ...desk, report, fee: () => desk.see("owedFee", "u-1") };
};
const settling = (input: RawInput<"9007">) => ({ code: "9007", input }) as const;
const inCash = settling({ action: "collect", owed: "u-1", by: "cash" });
const from = (account: string) =>
  settling({ action: "collect", owed: "u-1", by: "account", account, signed: true });
const waived = settling({ action: "waive", owed: "u-1", waiver: "银行差错" });

describe("a fee that is booked as owed", () => {
  test("C07: stands with the customer, by kind, amount, day and slip", () => {
    const desk = owing();

    expect(desk.fee()).toMatchObject({
      ...{ customer: "c-1", account: "a-1", kind: "loss-report", amount: 10_00 },
      ...{ owedOn: "2026-03-18", status: "owed" },
    });
    expect(desk.see("slip", desk.fee().slip).code).toBe("4002");
  });
});

describe("9007: a fee that is owed", () => {
  test("C07: is collected in cash, once", () => {
    const desk = owing();
    const box = desk.box();

    const { decision } = desk.does(inCash);

    expect(decision).toMatchObject({ level: "A0", slip: "general" });
    expect(desk.box()).toBe(box + 10_00);
    expect(desk.see("branchBalance", "fees-owed").balance).toBe(0);
    expect(desk.see("branchBalance", "fee-income").balance).toBe(10_00);
    const settled = { code: "fee.settled", status: "collected" };
    expect(desk.refusal(inCash)).toEqual(settled);
    expect(desk.refusal(waived)).toEqual(settled);
  });

  test("C07: is collected from an account of the same customer alone", () => {
    const desk = owing();

    expect(desk.refusal(from("a-2"))).toEqual({ code: "fee.other-account" });
    expect(desk.refusal(from("a-9"))).toEqual({ code: "account.unknown" });
    // The reported card is the account's only one, so nothing leaves it.
    expect(desk.refusal(from("a-1"))).toEqual({ code: "fee.account-cannot-pay" });
    desk.does(desk.withdraw(desk.caseOf("k-1")));
    desk.does(from("a-1"));

    expect(desk.see("account", "a-1").balance).toBe(8_000_00 - 10_00);
    expect(desk.fee().status).toBe("collected");
  });

  test("3.13: is waived in words on a supervisor's word, and leaves the income again", () => {
    const desk = owing();

    const { decision } = desk.does(waived);

    expect(decision.level).toBe("A2");
    expect(decision.outcome.facts).toContainEqual({
      ...{ name: "feeWaived", kind: "money", amount: 10_00 },
    });
    expect(decision.outcome.facts).toContainEqual({
      ...{ name: "waiver", kind: "text", text: "银行差错" },
    });
    expect(desk.see("branchBalance", "fee-income").balance).toBe(0);
    expect(desk.see("branchBalance", "fees-owed").balance).toBe(0);
    expect(desk.refusal(inCash)).toEqual({ code: "fee.settled", status: "waived" });
  });

  test("C07: is refused where there is none", () => {
    const desk = openReversalDesk();

    expect(desk.refusal(inCash)).toEqual({ code: "fee.unknown" });
  });
});

describe("1106: fees that were owed", () => {
  test("C06: what was collected is owed again, and may be collected again", () => {
    const desk = owing();
    const done = desk.does(inCash);

    desk.does(reversalOf(done));

    expect(desk.fee().status).toBe("owed");
    expect(desk.see("branchBalance", "fees-owed").balance).toBe(-10_00);
    desk.does(inCash);
    expect(desk.fee().status).toBe("collected");
  });

  test("C06: a waiver that is undone is owed again", () => {
    const desk = owing();

    desk.does(reversalOf(desk.does(waived)));

    expect(desk.fee().status).toBe("owed");
    expect(desk.see("branchBalance", "fee-income").balance).toBe(10_00);
  });

  test("C06: a fee that was wrong is owed no more, unless it was collected since", () => {
    const desk = owing();
    const feeOf = reversalOf(desk.report, { part: "fee" });
    const done = desk.does(inCash);

    expect(desk.refusal(feeOf)).toEqual({ code: "fee.settled", status: "collected" });
    desk.does(reversalOf(done));
    desk.does(feeOf);

    expect(desk.fee().status).toBe("cancelled");
    expect(desk.see("branchBalance", "fees-owed").balance).toBe(0);
    expect(desk.refusal(inCash)).toEqual({ code: "fee.settled", status: "cancelled" });
  });
});
