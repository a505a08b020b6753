import { describe, expect, test } from "vitest";
import { type OrderField, readOrder } from "#renderer/customer/bank/order-form.ts";

const typed = (fields: Partial<Record<OrderField, string>>) => ({
  get: (name: string) => fields[name as OrderField] ?? null,
});
const transfer = { payeeName: "周远", payeeAccount: "9558800200135073266", amount: "1,088.5" };

describe("a filled form", () => {
  test("is the order it means, in whole fen", () => {
    expect(readOrder("transfer", typed(transfer))).toEqual({
      ok: true,
      value: {
        kind: "transfer",
        payeeName: "周远",
        payeeAccount: "9558800200135073266",
        amount: 1_088_50,
      },
    });
    expect(readOrder("purchase", typed({ merchant: "清风书店", amount: "58" }))).toMatchObject({
      value: { kind: "purchase", merchant: "清风书店", amount: 58_00 },
    });
    expect(
      readOrder("bill", typed({ biller: "电费", reference: "20061208-77", amount: "0.01" })),
    ).toMatchObject({ value: { kind: "bill", biller: "电费", amount: 1 } });
    expect(readOrder("early-withdrawal", typed({ deposit: "a-7" }))).toEqual({
      ok: true,
      value: { kind: "early-withdrawal", deposit: "a-7" },
    });
  });

  test("names the fields that cannot be read, from the first on", () => {
    expect(readOrder("transfer", typed({}))).toEqual({
      ok: false,
      refusal: { code: "order.unreadable", fields: ["payeeName", "payeeAccount", "amount"] },
    });
  });

  test.each([
    "12345678901",
    "1234567890123456789012",
    "9558 8002 0013 5073",
    "９５５８８００２００１３",
  ])("takes no account number like %s", (payeeAccount) => {
    expect(readOrder("transfer", typed({ ...transfer, payeeAccount }))).toMatchObject({
      refusal: { fields: ["payeeAccount"] },
    });
  });

  test.each(["123456789012", "123456789012345678901"])("takes %s", (payeeAccount) => {
    expect(readOrder("transfer", typed({ ...transfer, payeeAccount }))).toMatchObject({ ok: true });
  });

  test.each([
    ["transfer", "payeeName", "周远 1234567890", "周远 123456789"],
    ["purchase", "merchant", "网店１２３４５６７８９０", "网店１２３４５６７８９"],
    ["bill", "biller", "电费 1234 5678 90", "电费 1234 5678 9"],
  ] as const)("4.2: of a %s takes no %s with a number of ten digits", (kind, field, bad, good) => {
    const filled = { ...transfer, merchant: "清风书店", biller: "电费", reference: "77" };

    expect(readOrder(kind, typed({ ...filled, [field]: bad }))).toEqual({
      ok: false,
      refusal: { code: "order.unreadable", fields: [field] },
    });
    expect(readOrder(kind, typed({ ...filled, [field]: good }))).toMatchObject({
      value: { [field]: good },
    });
  });

  test.each(["", "abc", "-1", "1.234"])("takes no amount like %j", (amount) => {
    expect(readOrder("transfer", typed({ ...transfer, amount }))).toMatchObject({
      refusal: { fields: ["amount"] },
    });
  });

  test("takes an amount of nothing: that is the rules' to refuse", () => {
    expect(readOrder("transfer", typed({ ...transfer, amount: "0" }))).toMatchObject({ ok: true });
  });
});
