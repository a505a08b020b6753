import { describe, expect, test } from "vitest";
import { OutgoingOrder } from "#core/e-bank/payment.ts";
import { fen } from "#core/money/fen.ts";
import { cardNumber, phoneNumber } from "#tests/main/ledger/invented.ts";
import { ENROLMENT, LAST_SIX, openEnrolled, PHONE, said } from "#tests/support/e-pay-home.ts";
import { fc } from "#tests/support/fast-check.ts";
import { bill, purchase, transfer } from "#tests/support/online-customers.ts";

describe("E05: two steps, identifier and code", () => {
  test.each([
    ["E06: shopping", purchase, "样例书店", "样例书店"],
    ["E06: a bill", bill, "样例自来水公司 SH-2026-0001", "样例自来水公司 SH-2****0001"],
    ["E06: a small transfer", transfer, "样例公司 6228480000000000018", "样例公司 *0018"],
  ] as const)(
    "%s is posted with what was paid and word of it, in one batch",
    (_what, order, to, spoken) => {
      const desk = openEnrolled();

      expect(desk.pays(order)).toMatchObject({ value: { status: "paid", payee: to } });

      const { amount, kind } = order;
      expect(desk.batches().at(-1)).toMatchObject({
        code: "e-pay",
        entries: [
          { type: "sms-code.used" },
          { type: "money.posted", memo: `e-pay-${kind}` },
          { type: "e-pay.paid", enrolment: ENROLMENT, amount, kind, to },
          {
            type: "sms.queued",
            message: { to: PHONE, template: "e-pay.paid", values: { payee: spoken } },
          },
        ],
      });
      expect(desk.balance("a-1")).toBe(8_000_00 - amount);
    },
  );

  test("E04: telephone and last six digits name her, and either of another names nobody", () => {
    const desk = openEnrolled();

    expect(said(desk.asks(purchase, { lastSix: "000000" }))).toBe("e-pay.unknown");
    expect(said(desk.asks(purchase, { phone: phoneNumber(2) }))).toBe("e-pay.unknown");
    expect(said(desk.asks(purchase))).toBe("yes");
  });

  test("K06: nothing that is kept has the last six digits of the card, and no message does", () => {
    const desk = openEnrolled();
    desk.pays(purchase);

    const kept = JSON.stringify(desk.batches().slice(-3));
    expect(kept).not.toContain(LAST_SIX);
    expect(kept).toContain(cardNumber(1).slice(-4));
  });

  test("O07: the code's message tells payee, amount and card, and goes to the reserved telephone", () => {
    const desk = openEnrolled();
    desk.asks(purchase);

    expect(desk.books().all("message").at(-1)).toMatchObject({
      to: PHONE,
      template: "code.e-pay.pay",
      values: { payee: "样例书店", amount: "50.00", card: cardNumber(1).slice(-4) },
    });
  });
});

describe("E11: one code, one payment", () => {
  test("a code that has paid pays nothing more", () => {
    const desk = openEnrolled();
    desk.pays(purchase);

    expect(said(desk.answers(purchase))).toBe("sms-code.used-up");
    expect(desk.balance("a-1")).toBe(8_000_00 - 50_00);
  });

  test("two wrong digits leave it good, the third ends it", () => {
    const desk = openEnrolled();
    desk.asks(purchase);
    desk.answers(purchase, { digits: "999999" });
    expect(desk.answers(purchase, { digits: "999999" })).toMatchObject({
      refusal: { triesLeft: 1 },
    });
    expect(said(desk.answers(purchase))).toBe("yes");

    desk.asks(bill);
    for (const _try of [1, 2, 3]) desk.answers(bill, { digits: "999999" });
    expect(said(desk.answers(bill))).toBe("sms-code.used-up");
  });

  test("O04: after ten wrong codes none goes out until tomorrow", () => {
    const desk = openEnrolled();
    for (const _round of [1, 2, 3]) {
      desk.asks(purchase);
      for (const _try of [1, 2, 3]) desk.answers(purchase, { digits: "999999" });
      desk.pass(60_000);
    }
    expect(said(desk.asks(purchase))).toBe("yes");
    desk.answers(purchase, { digits: "999999" });
    desk.pass(60_000);

    expect(said(desk.asks(purchase))).toBe("e-pay.too-many-wrong-codes");
    desk.pass(24 * 3_600_000);
    expect(said(desk.asks(purchase))).toBe("yes");
  });

  test("a code of somebody else's is none of hers, whatever its digits", () => {
    const desk = openEnrolled();
    desk.applies({ phone: phoneNumber(2), number: cardNumber(2), alias: "她的卡" }, "a-2");

    expect(said(desk.answers(purchase))).toBe("sms-code.unknown");
  });

  const words = fc.constantFrom("样例书店", "样例书屋", "样例书店 ", "样例 书店");
  const anyOrder = fc.oneof(
    fc.record({
      kind: fc.constant("purchase" as const),
      merchant: words,
      amount: fc.constantFrom(1, 50_00, 50_01),
    }),
    fc.record({
      kind: fc.constant("bill" as const),
      biller: words,
      reference: fc.constantFrom("A", "A1", "1"),
      amount: fc.constantFrom(1, 50_00),
    }),
    fc.record({
      kind: fc.constant("transfer" as const),
      payeeName: words,
      payeeAccount: fc.constantFrom("6228480000000000018", "6228480000000000026"),
      amount: fc.constantFrom(1, 50_00),
    }),
  );

  // Goal: a code pays the very payment it was sent for, and no other, however alike.
  // Method: pairs of orders that differ in one word, one fen, one account, or not at all.
  test("4.2: whatever is changed after the code was sent, it is not paid with it, nor is a try counted", () => {
    fc.assert(
      fc.property(anyOrder, anyOrder, (asked, meant) => {
        const desk = openEnrolled();
        desk.asks(asked);
        const [was, is] = [OutgoingOrder.parse(asked), OutgoingOrder.parse(meant)];
        const isSame = JSON.stringify(was) === JSON.stringify(is);

        expect(said(desk.answers(meant))).toBe(isSame ? "yes" : "sms-code.other-elements");
        expect(desk.balance("a-1")).toBe(8_000_00 - (isSame ? meant.amount : 0));
        expect(desk.see("oneTimeCode", desk.latestCode()).wrong).toBe(0);
      }),
      { numRuns: 120 },
    );
  });

  test("another account behind the card since is another payment", () => {
    const desk = openEnrolled();
    desk.asks(purchase);
    const { relation } = desk.enrolment();
    const bound = desk.see("relation", relation);
    desk.post([{ type: "relation.bound", relation: { ...bound, account: "a-2", card: "k-2" } }]);

    expect(said(desk.answers(purchase, { lastSix: cardNumber(2).slice(-6) }))).toBe(
      "sms-code.other-elements",
    );
  });
});

describe("E15, E16: small limits", () => {
  test("at a time, to the fen", () => {
    expect(said(openEnrolled().asks({ ...purchase, amount: 5_000_00 }))).toBe("yes");
    expect(openEnrolled().asks({ ...purchase, amount: 5_000_01 })).toMatchObject({
      refusal: { code: "e-pay.over-single-limit", limit: 5_000_00 },
    });
  });

  test("in a day, and again tomorrow", () => {
    const desk = openEnrolled(20_000_00);
    desk.pays({ ...purchase, amount: 4_999_99 });

    expect(said(desk.asks({ ...purchase, amount: 2 }))).toBe("e-pay.over-day-limit");
    expect(said(desk.pays({ ...purchase, amount: 1 }))).toBe("yes");
    desk.pass(24 * 3_600_000);
    expect(said(desk.pays({ ...purchase, amount: 5_000_00 }))).toBe("yes");
  });

  test("in a month, and again in the next", () => {
    const desk = openEnrolled(20_000_00, { month: fen(6_000_00) });
    desk.pays({ ...purchase, amount: 5_000_00 });
    desk.pass(24 * 3_600_000);

    expect(said(desk.asks({ ...purchase, amount: 1_000_01 }))).toBe("e-pay.over-month-limit");
    expect(said(desk.pays({ ...purchase, amount: 1_000_00 }))).toBe("yes");
    desk.pass(14 * 24 * 3_600_000);
    expect(said(desk.asks({ ...purchase, amount: 5_000_00 }))).toBe("yes");
  });

  test("O09: a new telephone cools for a day for transfers, and for nothing else", () => {
    const desk = openEnrolled();
    const phone = phoneNumber(3);
    desk.changesPhone(phone);

    expect(said(desk.asks(transfer, { phone }))).toBe("e-pay.cooling");
    expect(said(desk.pays(purchase, { phone }))).toBe("yes");
    desk.pass(24 * 3_600_000 - 1);
    expect(said(desk.asks(transfer, { phone }))).toBe("e-pay.cooling");
    desk.pass(1);
    expect(said(desk.asks(transfer, { phone }))).toBe("yes");
  });

  test("5.5: a reported loss stops the payment, by its own reason, and keeps the enrolment", () => {
    const desk = openEnrolled();
    desk.asks(purchase);
    desk.post([{ type: "card.loss-marked", card: "k-1", loss: "oral" }]);

    expect(said(desk.answers(purchase))).toBe("card.reported-lost");
    expect(desk.enrolment().status).toBe("enrolled");
  });
});
