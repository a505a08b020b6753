import { describe, expect, test } from "vitest";
import { openEPayDesk, panEnding, RESERVED } from "#tests/support/e-pay-desk.ts";

describe("enrolling for e支付 at the counter", () => {
  test("E01, E02, 5.7: takes the holder, card, PIN and code, before a supervisor", () => {
    const desk = openEPayDesk();
    const request = desk.enrol("k-1");
    expect(desk.run(request)).toMatchObject({
      ok: false,
      refusal: { code: "authorisation.needed", level: "A2" },
    });

    desk.does(request);

    expect(desk.see("ePay", "ep-1")).toMatchObject({
      customer: "c-1",
      alias: "购物卡",
      phone: RESERVED,
      status: "enrolled",
      limits: { single: 5_000_00, day: 5_000_00 },
    });
    expect(desk.relationOf("c-1", "e-pay")).toMatchObject({ card: "k-1", label: "工银e支付" });
    expect(desk.see("oneTimeCode", "s-1").status).toBe("used");
  });

  test("E01: is refused a customer without a reserved telephone", () => {
    const desk = openEPayDesk({ customer: { phone: undefined } });
    expect(desk.refusal(desk.enrol("k-1"))).toEqual({ code: "e-pay.no-reserved-phone" });
  });

  test("E03: needs neither internet bank nor U盾", () => {
    const desk = openEPayDesk();
    desk.does(desk.enrol("k-1"));
    expect(desk.relationOf("c-1", "internet-bank")).toBeUndefined();
    expect(desk.relationOf("c-1", "usb-key")).toBeUndefined();
  });

  test("E04: is refused a second card whose last six digits are those of an enrolled one", () => {
    const desk = openEPayDesk({ card: { pan: panEnding("123455", "001") } });
    desk.does(desk.enrol("k-1"));
    desk.another(2, { pan: panEnding("123455", "002") });
    desk.another(3, { pan: panEnding("223455", "003") });

    expect(desk.refusal(desk.enrol("k-2", { alias: "另一张" }))).toEqual({
      code: "e-pay.last-six-taken",
    });
    expect(desk.refusal(desk.enrol("k-3", { alias: "另一张" }))).toBeUndefined();
  });

  test("E04: takes the same six digits once the other enrolment is cancelled", () => {
    const desk = openEPayDesk({ card: { pan: panEnding("123455", "001") } });
    desk.does(desk.enrol("k-1"));
    desk.another(2, { pan: panEnding("123455", "002") });
    desk.does(desk.cancel("ep-1"));

    expect(desk.refusal(desk.enrol("k-2"))).toBeUndefined();
  });

  test("E07: takes the agreement that holds now and no other, and keeps version and moment", () => {
    const desk = openEPayDesk();
    expect(desk.refusal(desk.enrol("k-1", { agreement: "2013-01" }))).toEqual({
      code: "e-pay.agreement-outdated",
      version: "2014-07",
    });

    desk.does(desk.enrol("k-1"));

    const { now } = desk.context();
    expect(desk.see("ePay", "ep-1").agreement).toEqual({ version: "2014-07", acceptedAt: now });
  });

  test("E09: counts a wrong PIN and enrols nobody", () => {
    const desk = openEPayDesk();
    expect(desk.refusal(desk.enrol("k-1", { pin: desk.pin("a-1", "000001") }))).toEqual({
      code: "card.pin-wrong",
      triesLeft: 2,
    });
    expect(desk.see("card", "k-1").pinFailures).toBe(1);
    expect(desk.books().count("ePay")).toBe(0);
  });

  test("E10: is refused a telephone that is not the reserved one, before the PIN is looked at", () => {
    const desk = openEPayDesk();
    const wrong = { phone: "13900000002", pin: desk.pin("a-1", "000001") };
    expect(desk.refusal(desk.enrol("k-1", wrong))).toEqual({ code: "e-pay.phone-differs" });
    expect(desk.see("card", "k-1").pinFailures).toBe(0);
  });

  test("E10, 5.5: counts wrong codes, and the third makes the code void", () => {
    const desk = openEPayDesk();
    const asked = {
      purpose: "e-pay.enrol",
      customer: "c-1",
      card: "k-1",
      phone: RESERVED,
    } as const;
    const wrong = desk.code(asked, false);
    const refusal = () => desk.refusal(desk.enrol("k-1", { code: wrong }));

    expect(refusal()).toEqual({ code: "sms-code.wrong", triesLeft: 2 });
    expect(refusal()).toEqual({ code: "sms-code.wrong", triesLeft: 1 });
    expect(refusal()).toEqual({ code: "sms-code.wrong", triesLeft: 0 });
    expect(refusal()).toEqual({ code: "sms-code.used-up" });
  });

  test("E11, O09: takes a code to its last moment, and not after it", () => {
    const desk = openEPayDesk();
    const request = desk.enrol("k-1");

    desk.pass(5 * 60_000);
    expect(desk.refusal(request)).toBeUndefined();
    desk.pass(1);
    expect(desk.refusal(request)).toEqual({ code: "sms-code.expired" });
  });

  test("E11: takes no code that was sent for another card", () => {
    const desk = openEPayDesk();
    desk.another(2);
    const code = desk.code({
      ...{ purpose: "e-pay.enrol", customer: "c-1", card: "k-2", phone: RESERVED },
    });
    expect(desk.refusal(desk.enrol("k-1", { code }))).toEqual({
      code: "sms-code.other-elements",
    });
  });

  test("E13: is refused an alias of another enrolment of hers, and one that tells a number", () => {
    const desk = openEPayDesk();
    desk.does(desk.enrol("k-1"));
    desk.another(2);
    const refusal = (alias: string) => desk.refusal(desk.enrol("k-2", { alias }));

    expect(refusal("购物卡")).toEqual({ code: "e-pay.alias-taken" });
    expect(refusal("尾号12345")).toEqual({ code: "e-pay.alias-tells-number" });
    expect(refusal("尾号1234")).toBeUndefined();
  });

  test("5.5: is refused a card that is enrolled already", () => {
    const desk = openEPayDesk();
    desk.does(desk.enrol("k-1"));
    expect(desk.refusal(desk.enrol("k-1", { alias: "又一个" }))).toEqual({
      code: "e-pay.card-enrolled",
    });
  });

  test("5.5: is refused the telephone by which somebody else is enrolled", () => {
    const desk = openEPayDesk();
    desk.enter(2, { customer: { phone: RESERVED } });
    desk.does(desk.enrol("k-2"));

    expect(desk.refusal(desk.enrol("k-1"))).toEqual({ code: "e-pay.phone-of-another" });

    desk.does(desk.cancel("ep-1"));
    expect(desk.refusal(desk.enrol("k-1"))).toBeUndefined();
  });

  test.each([
    ["an account that is closed", { account: { life: "closed" } }, "account.closed"],
    ["a card not activated", { card: { life: "issued-inactive" } }, "card.not-active"],
    ["a card reported lost", { card: { loss: "oral" } }, "card.reported-lost"],
    ["a PIN reported forgotten", { card: { pin: "lost" } }, "card.pin-lost"],
    ["a PIN that is locked", { card: { pin: "locked" } }, "card.pin-locked"],
  ] as const)("5.1: is refused %s", (_, holder, code) => {
    const desk = openEPayDesk(holder);
    expect(desk.refusal(desk.enrol("k-1"))?.code).toBe(code);
  });

  test("5.1: a frozen amount does not bar it, a frozen account does", () => {
    const desk = openEPayDesk();
    desk.hold({ id: "h-1", kind: "amount", target: 100_00 });
    expect(desk.refusal(desk.enrol("k-1"))).toBeUndefined();
    desk.hold({ id: "h-2", kind: "debit-block" });
    expect(desk.refusal(desk.enrol("k-1"))).toEqual({ code: "account.judicial-freeze" });
  });

  test("K06: puts no six digits of the card beside the telephone on the slip", () => {
    const desk = openEPayDesk({ card: { pan: panEnding("123455", "001") } });
    const { decision } = desk.does(desk.enrol("k-1"));
    const said = JSON.stringify(decision.outcome.facts);
    expect(said).toContain("139****0001");
    expect(said).toContain("3455");
    expect(said).not.toContain("123455");
  });

  test("5.5: an application that was never confirmed ends with the enrolment of its card", () => {
    const desk = openEPayDesk();
    desk.does(desk.enrol("k-1"));
    desk.does(desk.cancel("ep-1"));
    const applied = { ...desk.see("ePay", "ep-1"), id: "ep-2", relation: "r-2", status: "pending" };
    const relation = { ...desk.see("relation", "r-1"), id: "r-2", status: "active" };
    desk.post([
      { type: "relation.bound", relation },
      { type: "e-pay.applied", applied },
    ] as never); // Records carry their brands already.

    desk.does(desk.enrol("k-1"));

    expect(desk.see("ePay", "ep-2").status).toBe("cancelled");
    expect(desk.see("relation", "r-2").status).toBe("closed");
    expect(desk.see("ePay", "ep-3").status).toBe("enrolled");
  });
});
