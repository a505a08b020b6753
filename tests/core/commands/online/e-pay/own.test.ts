import { describe, expect, test } from "vitest";
import { phoneNumber } from "#tests/main/ledger/invented.ts";
import { openEnrolled, said } from "#tests/support/e-pay-home.ts";
import { fc } from "#tests/support/fast-check.ts";
import { purchase } from "#tests/support/online-customers.ts";

describe("E15: a customer's own limits", () => {
  test("go down, and then hold", () => {
    const desk = openEnrolled();

    expect(said(desk.lowers(100_00, 200_00))).toBe("yes");
    expect(said(desk.asks({ ...purchase, amount: 100_01 }))).toBe("e-pay.over-single-limit");
    expect(said(desk.asks({ ...purchase, amount: 100_00 }))).toBe("yes");
  });

  test("never go up, not by a fen and not back to where they were", () => {
    const desk = openEnrolled();
    desk.lowers(100_00, 200_00);

    expect(said(desk.lowers(100_01, 200_00))).toBe("e-pay.raised-at-counter-only");
    expect(said(desk.lowers(50_00, 200_01))).toBe("e-pay.raised-at-counter-only");
    expect(said(desk.lowers(100_00, 200_00))).toBe("e-pay.nothing-changed");
    expect(said(desk.lowers(99_99, 200_00))).toBe("yes");
  });

  test("do not rise by cancelling and enrolling anew either", () => {
    const desk = openEnrolled();
    desk.lowers(100_00, 200_00);
    desk.cancels();
    desk.applies();
    desk.confirms(undefined, "ep-2");

    expect(desk.enrolment("ep-2")).toMatchObject({
      status: "enrolled",
      limits: { single: 100_00, day: 200_00 },
    });
  });

  // Goal: nothing a customer does by herself ever lets more be paid than before.
  // Method: runs of wishes for limits, with suspending and resuming between, each limit against the last.
  test("never rise without the counter, whatever she asks for and however often", () => {
    const amounts = fc.oneof(fc.constantFrom(0, 1, 5_000_00, 5_000_01), fc.nat(10_000_00));
    const wishes = fc.array(fc.record({ single: amounts, day: amounts, stops: fc.boolean() }), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(wishes, (wished) => {
        const desk = openEnrolled();
        for (const { single, day, stops } of wished) {
          const { limits: before } = desk.enrolment();
          if (stops) desk.suspends();
          desk.lowers(single, day);
          const { limits: after } = desk.enrolment();
          expect(after.single).toBeLessThanOrEqual(before.single);
          expect(after.day).toBeLessThanOrEqual(before.day);
          if (stops) {
            desk.pass(60_000);
            desk.asksCode("e-pay.resume");
            desk.resumes();
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("5.5: suspending and resuming", () => {
  test("O10: telephone and last six digits suffice to stop, and nothing is paid then", () => {
    const desk = openEnrolled();
    desk.asks(purchase);

    expect(said(desk.suspends())).toBe("yes");
    expect(desk.answers(purchase)).toMatchObject({
      refusal: { code: "e-pay.not-enrolled", status: "suspended" },
    });
    expect(said(desk.suspends())).toBe("e-pay.not-enrolled");
    expect(said(desk.suspends({ lastSix: "000000" }))).toBe("e-pay.unknown");
  });

  test("only a right code of its own resumes it", () => {
    const desk = openEnrolled();
    desk.suspends();
    desk.asksCode("e-pay.manage");
    expect(said(desk.resumes())).toBe("sms-code.other-elements");
    desk.asksCode("e-pay.resume");
    expect(said(desk.resumes("999999"))).toBe("sms-code.wrong");
    expect(desk.enrolment().status).toBe("suspended");

    expect(said(desk.resumes())).toBe("yes");
    expect(said(desk.pays(purchase))).toBe("yes");
    expect(said(desk.asksCode("e-pay.resume"))).toBe("e-pay.not-suspended");
  });

  test("E10: where another telephone is reserved by now, no code of the old one proves anything", () => {
    const desk = openEnrolled();
    desk.asksCode("e-pay.manage");
    const { now: at } = desk.context();
    desk.post([{ type: "customer.phone-changed", customer: "c-1", phone: phoneNumber(3), at }]);

    expect(said(desk.enters())).toBe("e-pay.phone-differs");
    expect(said(desk.asks(purchase))).toBe("e-pay.phone-differs");
    expect(said(desk.lowers(1, 1))).toBe("e-pay.not-entered");
  });
});

describe("her own page", () => {
  test("opens by a code, once", () => {
    const desk = openEnrolled();
    desk.asksCode("e-pay.manage");

    expect(said(desk.enters("999999"))).toBe("sms-code.wrong");
    expect(said(desk.enters())).toBe("yes");
    expect(said(desk.enters())).toBe("sms-code.used-up");
  });

  test("E13: lets her choose another alias, which tells no number", () => {
    const desk = openEnrolled();

    expect(said(desk.renames("卡号012345"))).toBe("e-pay.alias-tells-number");
    expect(said(desk.renames("工资卡"))).toBe("e-pay.nothing-changed");
    expect(said(desk.renames("买书用"))).toBe("yes");
    expect(desk.enrolment().alias).toBe("买书用");
  });

  test("lets her cancel; then nothing is paid, and the card may be enrolled again", () => {
    const desk = openEnrolled();

    expect(said(desk.cancels())).toBe("yes");
    expect(desk.enrolment().status).toBe("cancelled");
    expect(desk.see("relation", desk.enrolment().relation).status).toBe("closed");
    expect(said(desk.asks(purchase))).toBe("e-pay.unknown");
    expect(said(desk.cancels())).toBe("e-pay.not-entered");
    expect(said(desk.applies())).toBe("yes");
  });
});
