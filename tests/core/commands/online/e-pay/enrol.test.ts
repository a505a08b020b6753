import { describe, expect, test } from "vitest";
import { cardNumber, phoneNumber } from "#tests/main/ledger/invented.ts";
import { AGREEMENT, ENROLMENT, openEPayDesk, PHONE, said } from "#tests/support/e-pay-home.ts";

const MINUTE_MS = 60_000;

describe("a customer who enrols at home", () => {
  test("E02, E03: does so with a card and a reserved telephone alone, and then may pay", () => {
    const desk = openEPayDesk();

    expect(said(desk.applies())).toBe("yes");
    expect(desk.enrolment()).toMatchObject({ status: "pending", alias: "工资卡", phone: PHONE });
    expect(said(desk.confirms())).toBe("yes");

    expect(desk.enrolment()).toMatchObject({ status: "enrolled", customer: "c-1" });
    expect(desk.see("relation", desk.enrolment().relation)).toMatchObject({
      kind: "e-pay",
      card: "k-1",
      status: "active",
    });
  });

  test("E07: accepts the agreement of now, whose version and moment are kept", () => {
    const desk = openEPayDesk();

    expect(desk.applies({ agreement: "2010-01" })).toMatchObject({
      refusal: { code: "e-pay.agreement-outdated", version: AGREEMENT },
    });
    desk.applies();

    const { now: acceptedAt } = desk.context();
    expect(desk.enrolment().agreement).toEqual({ version: AGREEMENT, acceptedAt });
  });

  test("E08: names a card or its account", () => {
    const { number } = openEPayDesk().see("account", "a-1");

    expect(said(openEPayDesk().mayApply({ number }))).toBe("yes");
    expect(said(openEPayDesk().mayApply({ number: cardNumber(1) }))).toBe("yes");
  });

  test("E10: who types another telephone than the reserved one, or nobody's card, is told the same", () => {
    const desk = openEPayDesk();

    expect(said(desk.mayApply({ phone: phoneNumber(2) }))).toBe("e-pay.phone-differs");
    expect(said(desk.mayApply({ number: cardNumber(77) }))).toBe("e-pay.phone-differs");
    expect(desk.books().count("message")).toBe(0);
  });

  test("E01: who has no reserved telephone is sent to the counter", () => {
    const desk = openEPayDesk();
    desk.enter(4);

    expect(said(desk.mayApply({ number: cardNumber(4), phone: phoneNumber(4) }))).toBe(
      "e-pay.no-reserved-phone",
    );
  });

  test("E09: proves it by the card's PIN; a wrong one is counted, and the last locks it", () => {
    const desk = openEPayDesk();

    expect(desk.applies({ pin: "000000" })).toMatchObject({
      refusal: { code: "card.pin-wrong", triesLeft: 2 },
    });
    expect(desk.see("card", "k-1").pinFailures).toBe(1);
    expect(desk.books().count("oneTimeCode")).toBe(0);
    desk.applies({ pin: "000000" });
    desk.applies({ pin: "000000" });
    expect(said(desk.applies())).toBe("card.pin-locked");
  });

  test("E10, O07: gets the code on the reserved telephone, with what it is for and no six digits of the card", () => {
    const desk = openEPayDesk();
    desk.applies();

    expect(desk.books().all("message")).toMatchObject([
      { to: PHONE, template: "code.e-pay.enrol", values: { card: cardNumber(1).slice(-4) } },
    ]);
  });

  test("5.5: has three tries; the third wrong code ends it, and she applies anew for the same enrolment", () => {
    const desk = openEPayDesk();
    desk.applies();

    expect(desk.confirms("999999")).toMatchObject({ refusal: { triesLeft: 2 } });
    expect(desk.confirms("999999")).toMatchObject({ refusal: { triesLeft: 1 } });
    expect(desk.confirms("999999")).toMatchObject({ refusal: { triesLeft: 0 } });
    expect(said(desk.confirms())).toBe("sms-code.used-up");
    desk.pass(MINUTE_MS);
    desk.applies({ alias: "新名字" });
    expect(said(desk.confirms())).toBe("yes");
    expect(desk.books().count("ePay")).toBe(1);
    expect(desk.enrolment(ENROLMENT)).toMatchObject({ status: "enrolled", alias: "新名字" });
  });

  test("O09: a code holds for five minutes to its last moment", () => {
    const desk = openEPayDesk();
    desk.applies();
    desk.pass(5 * MINUTE_MS);
    expect(said(desk.confirms())).toBe("yes");

    const late = openEPayDesk();
    late.applies();
    late.pass(5 * MINUTE_MS + 1);
    expect(said(late.confirms())).toBe("sms-code.expired");
  });

  test("E13: cannot call two cards the same, nor by their digits", () => {
    const desk = openEPayDesk();
    desk.enrolled();
    desk.another(3, { pan: cardNumber(3) });

    expect(said(desk.mayApply({ number: cardNumber(3), alias: "工资卡" }))).toBe(
      "e-pay.alias-taken",
    );
    expect(said(desk.mayApply({ number: cardNumber(3), alias: "卡12345" }))).toBe(
      "e-pay.alias-tells-number",
    );
    expect(said(desk.mayApply({ number: cardNumber(3), alias: "卡1234" }))).toBe("yes");
  });

  test("E04: a second card that ends in the same six digits is refused, for one would be as good as the other", () => {
    const desk = openEPayDesk();
    desk.enrolled();
    const twin = twinOf(cardNumber(1));
    desk.another(3, { pan: twin });

    expect(said(desk.mayApply({ number: twin, alias: "另一张" }))).toBe("e-pay.last-six-taken");
    expect(said(desk.mayApply({ alias: "再一次" }))).toBe("e-pay.card-enrolled");
  });

  test("5.5: what changed between application and code is looked at again", () => {
    const desk = openEPayDesk();
    desk.applies();
    desk.post([{ type: "card.loss-marked", card: "k-1", loss: "oral" }]);

    expect(said(desk.confirms())).toBe("card.reported-lost");
    desk.post([{ type: "card.loss-marked", card: "k-1", loss: "none" }]);
    expect(said(desk.confirms())).toBe("yes");
  });
});

/** Another good number with the same end: two digits of one parity change places, so Luhn holds. */
function twinOf(number: string): string {
  return number.replace(/^6(\d{3})0/, "0$16");
}
