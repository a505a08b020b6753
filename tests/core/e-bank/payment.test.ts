import { describe, expect, test } from "vitest";
import { AccountId } from "#core/account/account.ts";
import { bindingText, type PaymentElements, PaymentOrder, switchOf } from "#core/e-bank/payment.ts";
import { fen } from "#core/money/fen.ts";
import { fc } from "#tests/support/fast-check.ts";

const nonce = "00".repeat(16);
const elements: PaymentElements = {
  channel: "internet-bank",
  kind: "transfer",
  payer: AccountId.parse("a-1"),
  payee: "收款人 6228480000000000001",
  amount: fen(100_00),
  currency: "CNY",
};
const order = (raw: object) => PaymentOrder.parse(raw);
const purchase = { kind: "purchase", merchant: "示例书店", amount: 100_00 } as const;
const transfer = {
  kind: "transfer",
  payeeName: "收款人",
  payeeAccount: "6228480000000000001",
  amount: 100_00,
} as const;
const bill = {
  kind: "bill",
  biller: "演示水务",
  reference: "2026-03",
  amount: 100_00,
} as const;

describe("what a challenge is bound to", () => {
  test("4.2: is another text where any single element is another", () => {
    const changed: readonly Partial<PaymentElements>[] = [
      { channel: "wap-bank" },
      { kind: "bill" },
      { payer: AccountId.parse("a-2") },
      { payee: "收款人 6228480000000000002" },
      { amount: fen(100_01) },
    ];
    const texts = [
      bindingText(elements, nonce),
      bindingText(elements, "11".repeat(16)),
      ...changed.map((change) => bindingText({ ...elements, ...change }, nonce)),
    ];

    expect(new Set(texts).size).toBe(7);
  });

  test("4.2: cannot be read in two ways: no payee's words make another's amount", () => {
    const crafted = bindingText({ ...elements, payee: '甲",1,"CNY' }, nonce);
    const plain = bindingText({ ...elements, payee: "甲", amount: fen(1) }, nonce);

    expect(crafted).not.toBe(plain);
    expect(JSON.parse(crafted)).toHaveLength(8);
    expect(JSON.parse(crafted)[4]).toBe('甲",1,"CNY');
  });
});

describe("which switch a payment needs", () => {
  test("P24: a transfer that of 对外转账, a purchase and a bill that of 电子商务", () => {
    expect(switchOf(order(transfer))).toBe("outward-transfer");
    expect(switchOf(order(purchase))).toBe("e-commerce");
    expect(switchOf(order(bill))).toBe("e-commerce");
  });

  test("P07: drawing one's own deposit early needs none", () => {
    expect(switchOf(order({ kind: "early-withdrawal", deposit: "a-2" }))).toBeUndefined();
  });
});

describe("what a customer may ask to be paid", () => {
  test("4.2: names an account of 12 to 21 plain digits", () => {
    const to = (payeeAccount: string) =>
      PaymentOrder.safeParse({ ...transfer, payeeAccount }).success;

    expect(to("1".repeat(12))).toBe(true);
    expect(to("1".repeat(21))).toBe(true);
    expect(to("1".repeat(11))).toBe(false);
    expect(to("1".repeat(22))).toBe(false);
    expect(to("１".repeat(12))).toBe(false);
  });

  test("4.2: is whole fen, never negative, and nothing besides", () => {
    const amount = (fenAsked: number) =>
      PaymentOrder.safeParse({ ...purchase, amount: fenAsked }).success;

    expect(amount(1)).toBe(true);
    expect(amount(0.5)).toBe(false);
    expect(amount(-1)).toBe(false);
    expect(PaymentOrder.safeParse({ ...purchase, currency: "USD" }).success).toBe(false);
  });

  test.each([
    ["transfer", transfer, "payeeName"],
    ["purchase", purchase, "merchant"],
    ["bill", bill, "biller"],
  ] as const)(
    "4.2: names the payee of a %s without a number that would be masked",
    (_, raw, field) => {
      const naming = (words: string) => PaymentOrder.safeParse({ ...raw, [field]: words });
      const number = { path: [field], message: "no number of ten digits or more" };

      expect(naming("网店 123456789")).toMatchObject({ data: { [field]: "网店 123456789" } });
      expect(naming("网店 1234567890").error?.issues).toMatchObject([number]);
      expect(naming("网店１２３４５６７８９").success).toBe(true);
      expect(naming("网店１２３４５６７８９０").error?.issues).toMatchObject([number]);
      expect(naming("网店 123 456 789").success).toBe(true);
      expect(naming("网店 1234 5678 90").error?.issues).toMatchObject([number]);
      expect(naming("12345\u200b67890").error?.issues).toMatchObject([number]);
      expect(naming("12345\r\n67890").error?.issues).toMatchObject([number]);
      expect(naming("网\u202e店").data).toMatchObject({ [field]: "网店" });
      expect(naming("字".repeat(60)).success).toBe(true);
      expect(naming("字".repeat(61)).success).toBe(false);
      expect(naming(" \u200b ").success).toBe(false);
    },
  );

  // Goal: two payees are never confirmed in the same words. Method: whatever words are taken, they
  // are kept without one sign of masking that was not typed.
  test("4.2: is kept as it was asked: nothing of what is bound is masked", () => {
    const signs = [..."0123456789０９ -店"];
    const words = fc.string({ unit: fc.constantFrom(...signs), minLength: 9, maxLength: 24 });
    fc.assert(
      fc.property(words, (merchant) => {
        const taken = PaymentOrder.safeParse({ ...purchase, merchant });
        fc.pre(taken.success);

        expect(taken.data).toMatchObject({ merchant: merchant.trim() });
      }),
    );
  });

  test("4.2: has a bill's reference of at most 30 letters, digits and dashes", () => {
    const referring = (reference: string) => PaymentOrder.safeParse({ ...bill, reference }).success;

    expect(referring("A".repeat(30))).toBe(true);
    expect(referring("A".repeat(31))).toBe(false);
    expect(referring("")).toBe(false);
    expect(referring("2026 03")).toBe(false);
  });
});
