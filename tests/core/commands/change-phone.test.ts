import { describe, expect, test } from "vitest";
import { sendAtCounter } from "#core/commands/codes-at-counter.ts";
import { CounterCode } from "#core/contract/sms-view.ts";
import { mayPayAtAll } from "#core/e-pay/standing.ts";
import type { RawInput } from "#tests/support/counter.ts";
import { type LossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";
import { agent } from "#tests/support/loss-requests.ts";

const [OLD, NEW] = ["13800001234", "13900005678"];
const HOUR = 3_600_000;
const rules = { single: 500_000, day: 500_000 };

/** A customer with a reserved telephone, and what happens on this desk. */
function opened() {
  const desk = openLossDeskFor({ customer: { phone: OLD } });
  return { ...desk, ...smsAt(desk) };
}

function smsAt(desk: LossDesk) {
  const send = (asked: unknown) => {
    const sent = sendAtCounter(CounterCode.parse(asked), "0".repeat(32), desk.context());
    if (sent.ok) desk.post(sent.value.entries, { teller: "0001", code: "2004" });
    return sent;
  };
  /** A code is sent for a change to `phone`, and the customer keys it in. */
  const keyed = (phone = NEW, isRight = true): string => {
    const sent = send({ purpose: "phone-change", customer: "c-1", phone });
    if (!sent.ok) throw new Error(sent.refusal.code);
    return desk.keep({ type: "sms-code", code: sent.value.code.id, isRight });
  };
  const request = (code: string, more: Partial<RawInput<"2004">> = {}) => ({
    code: "2004" as const,
    input: {
      ...{
        customer: "c-1",
        identity: desk.identity("c-1"),
        phone: NEW,
        code,
        signed: true as const,
      },
      ...more,
    },
  });
  const enrol = (number: number, phone = OLD) =>
    desk.post([
      {
        type: "relation.bound",
        relation: {
          ...{
            id: `r-9${number}`,
            account: `a-${number}`,
            card: `k-${number}`,
            customer: `c-${number}`,
            kind: "e-pay",
          },
          ...{ target: "e-pay", label: "e支付", openedOn: "2026-03-01", status: "active" },
        },
      },
      {
        type: "e-pay.applied",
        applied: {
          ...{ id: `ep-${number}`, customer: `c-${number}`, relation: `r-9${number}`, phone },
          ...{ alias: "工资卡", status: "enrolled", limits: rules },
          agreement: { version: "2014-07", acceptedAt: Date.UTC(2026, 2, 1) },
        },
      },
    ]);
  const messages = () => desk.books().all("message");
  return { send, keyed, request, enrol, messages };
}

describe("2004 reserves another telephone", () => {
  test("O07, O09: for the holder with a code that came to the new one, by a supervisor's word", () => {
    const desk = opened();

    const { decision } = desk.does(desk.request(desk.keyed()));

    expect(decision.level).toBe("A2");
    expect(desk.see("customer", "c-1").phone).toBe(NEW);
    expect(desk.see("oneTimeCode", "s-1")).toMatchObject({ to: NEW, status: "used" });
  });

  test("R17, O09: the old telephone is told as well as the new one, in the same posting", () => {
    const desk = opened();
    const before = desk.messages().length;
    const { batch } = desk.does(desk.request(desk.keyed()));

    const told = desk.messages().slice(before + 1);
    expect(told).toMatchObject([
      { template: "phone-changed", to: OLD, values: { phone: "139****5678" } },
      { template: "phone-set", to: NEW, values: { phone: "139****5678" } },
    ]);
    expect(batch.entries.filter(({ type }) => type === "sms.queued")).toHaveLength(2);
  });

  test("O09: a code serves one change", () => {
    const desk = opened();
    const code = desk.keyed();
    desk.does(desk.request(code));
    desk.does(desk.request(desk.keyed(OLD), { phone: OLD }));

    expect(desk.refusal(desk.request(code))).toEqual({ code: "sms-code.used-up" });
  });

  test("O09: in time to its last moment", () => {
    const desk = opened();
    const code = desk.keyed();
    desk.pass(5 * 60_000);
    expect(desk.refusal(desk.request(code))).toBeUndefined();

    desk.pass(1);
    expect(desk.refusal(desk.request(code))).toEqual({ code: "sms-code.expired" });
  });

  test("E11: a code that came to one telephone reserves no other", () => {
    const desk = opened();
    const code = desk.keyed(NEW);

    expect(desk.refusal(desk.request(code, { phone: "13900005679" }))).toEqual({
      code: "sms-code.other-elements",
    });
    expect(desk.refusal(desk.request(code, { phone: "139-0000 5678" }))).toBeUndefined();
  });

  test("E11: a code of another customer is none, even to the same telephone", () => {
    const desk = opened();
    desk.enter(2, { customer: { phone: "13700001111" } });
    const sent = desk.send({ purpose: "phone-change", customer: "c-2", phone: NEW });
    if (!sent.ok) throw new Error(sent.refusal.code);
    const code = desk.keep({ type: "sms-code", code: sent.value.code.id, isRight: true });

    expect(desk.refusal(desk.request(code))).toEqual({ code: "sms-code.other-elements" });
  });

  test("5.5: a wrong code counts although it is refused, and the third makes it void", () => {
    const desk = opened();
    const wrong = desk.keyed(NEW, false);

    expect(desk.refusal(desk.request(wrong))).toEqual({ code: "sms-code.wrong", triesLeft: 2 });
    expect(desk.refusal(desk.request(wrong))).toEqual({ code: "sms-code.wrong", triesLeft: 1 });
    expect(desk.refusal(desk.request(wrong))).toEqual({ code: "sms-code.wrong", triesLeft: 0 });
    expect(desk.see("oneTimeCode", "s-1")).toMatchObject({ status: "void", wrong: 3 });
  });

  test("3.7: for nobody but the holder", () => {
    const desk = opened();
    const identity = {
      ...desk.identity("c-1"),
      document: { by: "typed", kind: "passport", number: agent.documentNumber } as const,
    };

    expect(desk.refusal(desk.request(desk.keyed(), { identity }))).toEqual({
      code: "identity.mismatch",
    });
  });

  test("O09: codes on their way to the old telephone open nothing any more", () => {
    const desk = opened();
    desk.enrol(1);
    desk.send({ purpose: "e-pay.resume", customer: "c-1", enrolment: "ep-1" });
    expect(desk.see("oneTimeCode", "s-1")).toMatchObject({ to: OLD, status: "open" });

    desk.does(desk.request(desk.keyed()));

    expect(desk.see("oneTimeCode", "s-1").status).toBe("void");
    expect(desk.see("oneTimeCode", "s-2").status).toBe("used");
  });

  test("O09: e支付 goes over to the new telephone, and no transfer leaves for 24 hours", () => {
    const desk = opened();
    desk.enrol(1);
    desk.does(desk.request(desk.keyed()));
    const at = (ms: number) => {
      const now = desk.context();
      const moment = { ...now, now: (now.now + ms) as typeof now.now }; // A later moment.
      return mayPayAtAll(desk.see("ePay", "ep-1"), { kind: "transfer" }, moment);
    };

    expect(desk.see("ePay", "ep-1").phone).toBe(NEW);
    expect(at(24 * HOUR - 1)).toMatchObject({ ok: false, refusal: { code: "e-pay.cooling" } });
    expect(at(24 * HOUR)).toMatchObject({ ok: true });
  });

  test("R02: a telephone that another customer reserves is a warning and no refusal", () => {
    const desk = opened();
    desk.enter(2, { customer: { phone: NEW } });

    const { decision } = desk.does(desk.request(desk.keyed()));
    expect(decision.outcome.facts).toContainEqual({
      ...{ name: "note", kind: "term", term: "note.phone-of-another" },
    });
  });

  test("5.5: a telephone by which somebody else pays is refused her who pays by e支付 too", () => {
    const desk = opened();
    desk.enter(2, { customer: { phone: NEW } });
    desk.enrol(2, NEW);
    const code = desk.keyed();
    expect(desk.refusal(desk.request(code))).toBeUndefined();

    desk.enrol(1);
    expect(desk.refusal(desk.request(code))).toEqual({ code: "e-pay.phone-of-another" });
  });

  test("K06: its paper has the telephones masked and nothing of any card", () => {
    const desk = opened();
    desk.enrol(1);
    const { batch } = desk.does(desk.request(desk.keyed()));

    const slip = JSON.stringify(batch.entries.filter(({ type }) => type === "slip.issued"));
    expect(slip).toContain("138****1234");
    expect(slip).toContain("139****5678");
    expect(slip).not.toContain(OLD);
    expect(slip).not.toContain(NEW);
    expect(slip).not.toContain(desk.see("card", "k-1").pan.slice(-4));
  });

  test("of a customer who had none tells the new one alone", () => {
    const desk = openLossDeskFor({ customer: { phone: undefined } });
    const sms = smsAt(desk);
    desk.does(sms.request(sms.keyed()));

    expect(sms.messages().map(({ template }) => template)).toEqual([
      "code.phone-change",
      "phone-set",
    ]);
  });
});

describe("a code that a teller has sent", () => {
  test("E10: for enrolling goes to the reserved telephone, and another typed one is refused", () => {
    const desk = opened();
    const asked = { purpose: "e-pay.enrol", customer: "c-1", card: "k-1" };

    expect(desk.send({ ...asked, phone: NEW })).toMatchObject({
      refusal: { code: "e-pay.phone-differs" },
    });
    expect(desk.send({ ...asked, phone: OLD })).toMatchObject({ value: { code: { to: OLD } } });
  });

  test("E10: without a reserved telephone goes nowhere", () => {
    const desk = openLossDeskFor({ customer: { phone: undefined } });
    const asked = { purpose: "e-pay.enrol", customer: "c-1", card: "k-1", phone: OLD };

    expect(smsAt(desk).send(asked)).toMatchObject({ refusal: { code: "e-pay.no-reserved-phone" } });
  });

  test("for a new telephone is refused where it is none, or reserved already", () => {
    const desk = opened();
    const asked = { purpose: "phone-change", customer: "c-1" };

    expect(desk.send({ ...asked, phone: "12800001234" })).toMatchObject({
      refusal: { code: "customer.phone-malformed" },
    });
    expect(desk.send({ ...asked, phone: OLD })).toMatchObject({
      refusal: { code: "customer.phone-unchanged" },
    });
    expect(desk.send({ ...asked, phone: NEW })).toMatchObject({ ok: true });
  });

  test("for a card or an enrolment of somebody else is refused", () => {
    const desk = opened();
    desk.enter(2, { customer: { phone: "13700001111" } });
    desk.enrol(2, "13700001111");

    expect(
      desk.send({ purpose: "e-pay.enrol", customer: "c-1", card: "k-2", phone: OLD }),
    ).toMatchObject({ refusal: { code: "card.unknown" } });
    expect(
      desk.send({ purpose: "e-pay.resume", customer: "c-1", enrolment: "ep-2" }),
    ).toMatchObject({ refusal: { code: "e-pay.unknown" } });
  });

  test("K06: names the last four digits of the card and no six", () => {
    const desk = opened();
    desk.send({ purpose: "e-pay.enrol", customer: "c-1", card: "k-1", phone: OLD });

    const [message] = desk.messages();
    expect(message?.values).toEqual({ card: desk.see("card", "k-1").pan.slice(-4) });
  });
});
