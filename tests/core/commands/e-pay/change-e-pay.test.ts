import { describe, expect, test } from "vitest";
import { openEPayDesk, openEPayDeskFor, panEnding, RESERVED } from "#tests/support/e-pay-desk.ts";

const NEW_PHONE = "13900000009";
const HOUR_MS = 3_600_000;

describe("the limits of e支付", () => {
  test("E15: go down without anybody's word", () => {
    const desk = openEPayDeskFor();
    const { decision } = desk.does(desk.limit("ep-1", { single: 4_999_99, day: 5_000_00 }));
    expect(decision.level).toBe("A0");
    expect(desk.see("ePay", "ep-1").limits).toEqual({ single: 4_999_99, day: 5_000_00 });
  });

  test("E15: go up in person and before a supervisor, to the bank's limit and not a fen beyond", () => {
    const desk = openEPayDeskFor();
    const upTo = (day: number) => desk.limit("ep-1", { single: 5_000_00, day });

    expect(desk.refusal(upTo(10_000_01))).toEqual({
      code: "e-pay.over-ceiling",
      ceiling: 10_000_00,
    });
    const { decision } = desk.does(upTo(10_000_00));
    expect(decision.level).toBe("A2");
  });

  test("E15: are a raise as soon as one of the two is", () => {
    const desk = openEPayDeskFor();
    const { decision } = desk.does(desk.limit("ep-1", { single: 1_00, day: 5_000_01 }));
    expect(decision.level).toBe("A2");
  });

  test("E15: are refused where a payment's is above a day's, is nothing, or nothing changes", () => {
    const desk = openEPayDeskFor();
    const refusal = (single: number, day: number) =>
      desk.refusal(desk.limit("ep-1", { single, day }));

    expect(refusal(2_00, 2_00)).toBeUndefined();
    expect(refusal(2_01, 2_00)).toEqual({ code: "e-pay.limits-crossed" });
    expect(refusal(0, 2_00)).toEqual({ code: "amount.zero" });
    expect(refusal(5_000_00, 5_000_00)).toEqual({ code: "e-pay.nothing-changed" });
  });

  test("E15: of before are never above the bank's limit of today", () => {
    const desk = openEPayDeskFor();
    desk.does(desk.limit("ep-1", { single: 9_000_00, day: 9_000_00 }));
    const { ePay } = desk.context().parameters;
    const lower = { single: 1_000_00, day: 4_000_00, ceiling: 4_000_00 };
    desk.set({ ePay: { ...ePay, ...lower } as typeof ePay });

    const { decision } = desk.does(desk.limit("ep-1", { single: 3_000_00, day: 4_000_00 }));

    expect(decision.level).toBe("A0");
    expect(decision.outcome.facts).toContainEqual({
      name: "limitDayBefore",
      kind: "money",
      amount: 4_000_00,
    });
  });
});

describe("suspending and resuming", () => {
  test("5.5: stops at once by document alone, at the counter and by telephone", () => {
    const counter = openEPayDeskFor();
    const phone = openEPayDeskFor();

    expect(counter.does(counter.suspend("ep-1")).decision.level).toBe("A0");
    phone.does(phone.suspend("ep-1", "phone"));

    expect(counter.see("ePay", "ep-1").status).toBe("suspended");
    expect(phone.see("ePay", "ep-1").status).toBe("suspended");
    expect(phone.refusal(phone.suspend("ep-1"))).toEqual({
      code: "e-pay.not-enrolled",
      status: "suspended",
    });
  });

  test("5.5: comes back in person before a supervisor, or by a code without one", () => {
    const desk = openEPayDeskFor();
    expect(desk.refusal(desk.resume("ep-1"))).toEqual({
      code: "e-pay.not-suspended",
      status: "enrolled",
    });
    desk.does(desk.suspend("ep-1"));
    expect(desk.preview(desk.resume("ep-1"))).toMatchObject({ value: { level: "A2" } });

    const code = desk.code({ purpose: "e-pay.resume", customer: "c-1", enrolment: "ep-1" });
    const { decision } = desk.does(desk.resume("ep-1", { code }));

    expect(decision.level).toBe("A0");
    expect(desk.see("ePay", "ep-1").status).toBe("enrolled");
  });

  test("5.5: a wrong code resumes nothing and is counted", () => {
    const desk = openEPayDeskFor();
    desk.does(desk.suspend("ep-1"));
    const asked = { purpose: "e-pay.resume", customer: "c-1", enrolment: "ep-1" } as const;
    const code = desk.code(asked, false);
    expect(desk.refusal(desk.resume("ep-1", { code }))).toEqual({
      code: "sms-code.wrong",
      triesLeft: 2,
    });
    expect(desk.see("ePay", "ep-1").status).toBe("suspended");
  });
});

describe("cancelling", () => {
  test("5.5: ends enrolment and relation for good, without anybody's word", () => {
    const desk = openEPayDeskFor();
    const { decision } = desk.does(desk.cancel("ep-1"));

    expect(decision.level).toBe("A0");
    expect(desk.see("ePay", "ep-1").status).toBe("cancelled");
    expect(desk.relationOf("c-1", "e-pay")).toBeUndefined();
    expect(desk.refusal(desk.cancel("ep-1"))).toEqual({
      code: "e-pay.not-enrolled",
      status: "cancelled",
    });
    expect(desk.refusal(desk.limit("ep-1"))).toEqual({
      code: "e-pay.not-enrolled",
      status: "cancelled",
    });
  });

  test("5.1: ends with the account that is paid out after a loss", () => {
    const desk = openEPayDeskFor();
    const ending = desk.does(desk.formal("k-1", { numbering: "new" }));
    expect(ending.decision.level).toBe("A2");
    desk.print();
    desk.at("2026-03-26 10:00:00");
    desk.does(desk.close(desk.caseOf("k-1")));

    expect(desk.see("ePay", "ep-1").status).toBe("cancelled");
  });
});

describe("another alias, another telephone", () => {
  test("E13: changes the alias before a supervisor; the same one is no change", () => {
    const desk = openEPayDeskFor();
    const { decision } = desk.does(desk.rename("ep-1", "零用"));
    expect(decision.level).toBe("A2");
    expect(desk.see("ePay", "ep-1").alias).toBe("零用");
    expect(desk.refusal(desk.rename("ep-1", "零用"))).toEqual({ code: "e-pay.nothing-changed" });
  });

  test("O09: moves every enrolment and the reserved telephone, and cools for a day", () => {
    const desk = openEPayDeskFor();
    desk.another(2);
    desk.does(desk.enrol("k-2", { alias: "另一张" }));
    const { now } = desk.context();

    const { decision } = desk.does(desk.reBind("ep-1", NEW_PHONE));

    expect(decision.level).toBe("A2");
    expect(desk.see("customer", "c-1").phone).toBe(NEW_PHONE);
    const coolsUntil = now + 24 * HOUR_MS;
    expect(desk.see("ePay", "ep-1")).toMatchObject({ phone: NEW_PHONE, coolsUntil });
    expect(desk.see("ePay", "ep-2")).toMatchObject({ phone: NEW_PHONE, coolsUntil });
  });

  test("R17: tells the old telephone and the new one in the same posting, each once", () => {
    const desk = openEPayDeskFor();
    const { batch } = desk.does(desk.reBind("ep-1", NEW_PHONE));
    const told = batch.entries.flatMap((entry) =>
      entry.type === "sms.queued" ? [`${entry.message.template} ${entry.message.to}`] : [],
    );
    expect(told).toEqual([`phone-changed ${RESERVED}`, `phone-set ${NEW_PHONE}`]);
  });

  test("5.5: is refused the same telephone, and one by which somebody else is enrolled", () => {
    const desk = openEPayDeskFor();
    desk.enter(2, { customer: { phone: NEW_PHONE } });
    desk.does(desk.enrol("k-2", { phone: NEW_PHONE }));
    const request = (phone: string) => desk.reBind("ep-1", phone, { code: "e-99999999" });

    expect(desk.refusal(request(RESERVED))).toEqual({ code: "e-pay.nothing-changed" });
    expect(desk.refusal(request(NEW_PHONE))).toEqual({ code: "e-pay.phone-of-another" });
  });

  test("E10: binds an enrolment that lags behind to the reserved telephone, by a code to that", () => {
    const desk = openEPayDeskFor();
    const at = desk.context().now;
    desk.post([{ type: "customer.phone-changed", customer: "c-1", phone: NEW_PHONE, at }]);
    const code = desk.code({ purpose: "e-pay.change-phone", customer: "c-1", enrolment: "ep-1" });

    desk.does(desk.reBind("ep-1", NEW_PHONE, { code }));

    expect(desk.see("ePay", "ep-1").phone).toBe(NEW_PHONE);
    expect(desk.messages().slice(-2)).toEqual([
      `phone-changed ${RESERVED}`,
      `phone-set ${NEW_PHONE}`,
    ]);
  });
});

describe("a new card", () => {
  test("T35: of another number takes the enrolment along and tells the customer, in one posting", () => {
    const desk = openEPayDeskFor();
    const { batch, decision } = desk.does(desk.exchange("k-1"));

    expect(desk.see("relation", desk.see("ePay", "ep-1").relation).card).toBe("k-2");
    expect(desk.see("ePay", "ep-1").status).toBe("enrolled");
    expect(batch.entries).toContainEqual(
      expect.objectContaining({
        type: "sms.queued",
        message: expect.objectContaining({ template: "e-pay.re-bound", to: RESERVED }),
      }),
    );
    expect(decision.outcome.facts).toContainEqual({
      name: "note",
      kind: "term",
      term: "note.e-pay-re-bound",
    });
    expect(decision.outcome.relations).toContainEqual(
      expect.objectContaining({ kind: "e-pay", how: "re-bound" }),
    );
  });

  test("E04: whose digits another enrolment has is never refused, and suspends its enrolment", () => {
    const desk = openEPayDeskFor();
    const previewed = desk.preview(desk.exchange("k-1"));
    const write = previewed.ok ? previewed.value.write : undefined;
    const digits = write?.pan.slice(-6) ?? "";
    desk.another(7, { pan: panEnding(digits, "007") });
    desk.does(desk.enrol("k-7", { alias: "另一张" }));

    const { decision } = desk.does(desk.exchange("k-1"));

    expect(desk.see("ePay", "ep-1").status).toBe("suspended");
    expect(desk.see("ePay", "ep-2").status).toBe("enrolled");
    expect(decision.outcome.facts).toContainEqual({
      name: "note",
      kind: "term",
      term: "note.e-pay-last-six-taken",
    });
    expect(desk.refusal(desk.resume("ep-1"))).toEqual({ code: "e-pay.last-six-taken" });
    desk.does(desk.cancel("ep-2"));
    expect(desk.refusal(desk.resume("ep-1"))).toBeUndefined();
  });

  test("5.5: says nothing of e支付 where the customer has none", () => {
    const desk = openEPayDesk();
    const { decision } = desk.does(desk.exchange("k-1"));
    expect(JSON.stringify(decision.outcome.facts)).not.toContain("e-pay");
  });
});
