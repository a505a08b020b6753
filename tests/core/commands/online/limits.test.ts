import { describe, expect, test } from "vitest";
import { defaultEBankRules } from "#core/e-bank/rules.ts";
import { fen } from "#core/money/fen.ts";
import { bill, purchase, transfer } from "#tests/support/online-customers.ts";
import { openOnlineDeskFor, wordOf } from "#tests/support/online-desk.ts";

const costing = (amount: number) => ({ ...transfer, amount });
const rich = { balance: 100_000_00 };

describe("a customer with a password card", () => {
  test("P38: pays 1,000.00 at once, and not a fen more", () => {
    const desk = openOnlineDeskFor();

    expect(desk.pays(costing(1_000_01))).toEqual({
      ok: false,
      refusal: { code: "e-bank.over-single-limit", limit: 1_000_00 },
    });
    expect(wordOf(desk.spends(costing(1_000_00)))).toBe("paid");
  });

  test("P38: pays 5,000.00 a day, and not a fen more", () => {
    const desk = openOnlineDeskFor();
    for (let times = 0; times < 4; times += 1) desk.spends(costing(1_000_00));
    desk.spends(costing(999_99));

    expect(desk.pays(costing(2))).toEqual({
      ok: false,
      refusal: { code: "e-bank.over-day-limit", limit: 5_000_00, paid: 4_999_99 },
    });
    expect(wordOf(desk.spends(costing(1)))).toBe("paid");
    expect(wordOf(desk.pays(costing(1)))).toBe("e-bank.over-day-limit");
  });

  test("P09, P38: has one day's total over internet bank, WAP bank and shops", () => {
    const desk = openOnlineDeskFor();
    desk.setBankRules({
      limits: { ...defaultEBankRules.limits, card: { single: fen(1_000_00), day: fen(1_000_01) } },
    });
    desk.spends({ ...bill, amount: 400_00 });
    desk.spends({ ...transfer, amount: 400_00 }, { channel: "wap-bank" });
    desk.spends({ ...purchase, amount: 200_00 }, { channel: "shop" });

    const words = (["internet-bank", "wap-bank", "shop"] as const).map((channel) =>
      wordOf(desk.pays({ ...purchase, amount: 2 }, { channel })),
    );
    expect(words).toEqual(Array.from({ length: 3 }, () => "e-bank.over-day-limit"));
    expect(wordOf(desk.spends({ ...purchase, amount: 1 }, { channel: "shop" }))).toBe("paid");
  });

  test("P38: begins anew at 00:00 of the next day and not a millisecond before", () => {
    const desk = openOnlineDeskFor();
    for (let times = 0; times < 5; times += 1) desk.spends(costing(1_000_00));
    desk.at("2026-03-18 23:59:59");
    desk.pass(999);
    expect(wordOf(desk.pays(costing(1)))).toBe("e-bank.over-day-limit");

    desk.pass(1);

    expect(wordOf(desk.spends(costing(1_000_00)))).toBe("paid");
  });

  test("P38: is held to the day's limit at the answer as well", () => {
    const desk = openOnlineDeskFor();
    desk.pays(costing(1_000_00));
    desk.post([
      {
        type: "e-bank.paid",
        customer: "c-1",
        on: "2026-03-18",
        amount: 4_000_01,
        kind: "bill",
        to: "样例自来水公司",
      },
    ]);

    expect(wordOf(desk.answers(desk.rightAnswer(), costing(1_000_00)))).toBe(
      "e-bank.over-day-limit",
    );
    expect(desk.cardOf()).toMatchObject({ used: 0, wrongRun: 0 });
  });

  test("P38: is not charged for what was only asked for, or answered wrongly", () => {
    const desk = openOnlineDeskFor();
    desk.errs(costing(1_000_00));
    desk.pays(costing(999_00));

    expect(desk.books().find("eBank", "c-1")?.paid).toBe(0);
  });
});

describe("a customer with nothing but her login password", () => {
  const bare = { passwordCard: "none" } as const;

  test.each([transfer, { kind: "early-withdrawal", deposit: "a-9" } as const])(
    "P06, P07, P40: cannot do what moves money away: $kind",
    (order) => {
      const desk = openOnlineDeskFor(bare);

      expect(desk.pays(order, { confirmed: true })).toEqual({
        ok: false,
        refusal: { code: "e-bank.medium-needed" },
      });
    },
  );

  test("P40: pays a bill of 300.00 on her word, and not a fen more", () => {
    const desk = openOnlineDeskFor(bare);
    const costs = (amount: number) => ({ ...bill, amount });

    expect(wordOf(desk.pays(costs(300_01), { confirmed: true }))).toBe("e-bank.over-single-limit");
    expect(desk.pays(costs(300_00), { confirmed: true })).toEqual({
      ok: true,
      value: {
        status: "paid",
        payee: "样例自来水公司 SH-2026-0001",
        amount: 300_00,
        balanceAfter: 7_700_00,
        isToRemind: false,
      },
    });
  });

  test("P40: pays 1,000.00 a day on her word, and not a fen more", () => {
    const desk = openOnlineDeskFor(bare);
    const costs = (amount: number) => ({ ...purchase, amount });
    for (let times = 0; times < 3; times += 1) desk.pays(costs(300_00), { confirmed: true });

    expect(wordOf(desk.pays(costs(100_01), { confirmed: true }))).toBe("e-bank.over-day-limit");
    expect(wordOf(desk.pays(costs(100_00), { confirmed: true }))).toBe("paid");
  });

  test("P40: is asked for her word first, and nothing moves before it", () => {
    const desk = openOnlineDeskFor(bare);
    const before = desk.batches().length;

    const reply = desk.pays(purchase);

    expect(reply).toEqual({
      ok: true,
      value: { status: "confirm-on-key", payee: "样例书店", amount: 50_00 },
    });
    expect(desk.batches()).toHaveLength(before);
  });
});

describe("a customer with a U盾", () => {
  const key = { ...rich, usbKey: true };

  test("P39: pays beyond every limit, as often as she likes", () => {
    const desk = openOnlineDeskFor(key);

    expect(wordOf(desk.pays(costing(50_000_00), { confirmed: true }))).toBe("paid");
    expect(wordOf(desk.pays(costing(50_000_00), { confirmed: true }))).toBe("paid");

    expect(desk.balance("a-1")).toBe(0);
  });

  test("P39: is asked to press, and nothing moves before she does", () => {
    const desk = openOnlineDeskFor(key);

    expect(desk.pays(costing(50_000_00))).toEqual({
      ok: true,
      value: {
        status: "confirm-on-key",
        payee: "样例公司 6228480000000000018",
        amount: 50_000_00,
      },
    });
    expect(desk.balance("a-1")).toBe(100_000_00);
  });

  test("P39: is still held to her switches and her balance", () => {
    const desk = openOnlineDeskFor(key);
    expect(wordOf(desk.pays(costing(100_000_01), { confirmed: true }))).toBe("account.short");
    desk.closesSwitch("outward-transfer");

    expect(wordOf(desk.pays(costing(1), { confirmed: true }))).toBe("e-bank.switch-closed");
  });

  test("P39: cannot pay so much on a day that it could not be written down", () => {
    const desk = openOnlineDeskFor(key);
    desk.post([
      {
        type: "e-bank.paid",
        customer: "c-1",
        on: "2026-03-18",
        amount: 9_999_999_999_999,
        kind: "transfer",
        to: "样例公司",
      },
    ]);

    expect(desk.pays(costing(2), { confirmed: true })).toEqual({
      ok: false,
      refusal: { code: "amount.too-large", most: 1 },
    });
    expect(wordOf(desk.pays(costing(1), { confirmed: true }))).toBe("paid");
  });
});

test.each([{}, { passwordCard: "none" }, { usbKey: true }] as const)(
  "an amount of nothing is refused, whatever confirms it: %j",
  (medium) => {
    const desk = openOnlineDeskFor(medium);

    expect(wordOf(desk.pays({ ...purchase, amount: 0 }, { confirmed: true }))).toBe("amount.zero");
  },
);
