import { describe, expect, test } from "vitest";
import { AccountId } from "#core/account/account.ts";
import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import { withdrawalOf } from "#core/commands/online/early-withdrawal.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { type Online, purchase } from "#tests/support/online-customers.ts";
import { type OnlineDesk, openOnlineDesk, restarted, wordOf } from "#tests/support/online-desk.ts";

const draw = { kind: "early-withdrawal", deposit: "a-2" } as const;

/**
 * c-1 with 8,000.00 on a-1, and a time deposit a-2 of 100,000.00 that was laid down on 18 March 2026
 * and matures on 18 June. The demand rate is 0.05 % of 360 days: 100,000.00 bear 0.13889 a day.
 */
function openWithDeposit(
  online: Online = {},
  deposit: { readonly customer?: string; readonly product?: "time-deposit" | "settlement" } = {},
): OnlineDesk {
  const desk = openOnlineDesk();
  desk.enrol(1, online);
  const { id: _id, number: _number, ...like } = desk.see("account", "a-1");
  desk.post([
    {
      type: "account.opened",
      account: {
        ...like,
        id: "a-2",
        number: "02000004000000099",
        product: "time-deposit",
        maturesOn: "2026-06-18",
        balance: 0,
        ...deposit,
      },
    },
    {
      type: "money.posted",
      memo: "opening",
      postings: [
        { account: "opening", amount: -100_000_00 },
        { account: "a-2", amount: 100_000_00 },
      ],
    },
  ]);
  return desk;
}

describe("an early withdrawal of a time deposit", () => {
  test("P07: asks for cells, and pays principal and demand interest into the paying account", () => {
    const desk = openWithDeposit();
    desk.at("2026-06-17 09:00:00"); // 91 days: 12.638888… yuan.

    const asked = desk.pays(draw);
    const drawn = { principal: 100_000_00, interest: 12_64 };
    expect(asked).toMatchObject({
      value: { status: "challenged", amount: 100_012_64, drawn, payee: "02000004000000001" },
    });
    const reply = desk.answers(desk.rightAnswer(), draw);

    expect(reply).toMatchObject({
      value: { status: "paid", amount: 100_012_64, drawn, balanceAfter: 108_012_64, usesLeft: 999 },
    });
    expect(desk.balance("a-1")).toBe(108_012_64);
    expect(desk.see("account", "a-2")).toMatchObject({ life: "closed", balance: 0 });
    expect(desk.balance("interest-paid")).toBe(-12_64);
    expect(desk.balance("clearing")).toBe(0);
  });

  test("P07: is posted in one batch, interest first, then the whole, then the end of the account", () => {
    const desk = openWithDeposit();
    desk.at("2026-03-28 09:00:00"); // 10 days: 1.38888… yuan.

    desk.spends(draw);

    expect(desk.batches().at(-1)).toMatchObject({
      code: "internet-bank",
      entries: [
        { type: "password-card.answered-right" },
        {
          type: "money.posted",
          memo: "interest",
          postings: [
            { account: "interest-paid", amount: -1_39 },
            { account: "a-2", amount: 1_39 },
          ],
        },
        {
          type: "money.posted",
          memo: "online-early-withdrawal",
          postings: [
            { account: "a-2", amount: -100_001_39 },
            { account: "a-1", amount: 100_001_39 },
          ],
        },
        { type: "account.closed", account: "a-2" },
      ],
      outcome: {
        facts: [
          { name: "channel" },
          { name: "paymentKind", term: "payment.early-withdrawal" },
          { name: "payeeAccount", text: "0200*********0001" },
          { name: "amount", amount: 100_001_39 },
          { name: "interest", amount: 1_39 },
          { name: "balanceAfter", amount: 108_001_39 },
        ],
      },
    });
  });

  test("P07: on the very day of the deposit bears no interest and posts none", () => {
    const desk = openWithDeposit();

    expect(desk.spends(draw)).toMatchObject({ value: { amount: 100_000_00 } });

    expect(desk.balance("interest-paid")).toBe(0);
    const posted = desk
      .batches()
      .at(-1)
      ?.entries.filter(({ type }) => type === "money.posted");
    expect(posted).toHaveLength(1);
  });

  test("P07: is early up to the last moment before the day of maturity", () => {
    const desk = openWithDeposit();
    desk.at("2026-06-17 23:59:59");
    desk.pass(999);
    expect(wordOf(desk.pays(draw))).toBe("challenged");

    desk.pass(1);

    expect(desk.pays(draw)).toEqual({ ok: false, refusal: { code: "e-bank.deposit-matured" } });
    expect(wordOf(desk.answers(desk.rightAnswer(), draw))).toBe("e-bank.deposit-matured");
  });

  test("P07: counts towards no limit, and no switch closes it", () => {
    const desk = openWithDeposit();
    desk.closesSwitch("outward-transfer");
    desk.closesSwitch("e-commerce");

    expect(wordOf(desk.spends(draw, { channel: "wap-bank" }))).toBe("paid");

    expect(desk.see("eBank", "c-1").paid).toBe(0);
  });

  test("P07: by U盾 asks for a press in place of cells", () => {
    const desk = openWithDeposit({ usbKey: true });

    expect(wordOf(desk.pays(draw))).toBe("confirm-on-key");
    expect(wordOf(desk.pays(draw, { confirmed: true }))).toBe("paid");
    expect(desk.balance("a-1")).toBe(108_000_00);
  });

  test("P28: is no business of a shop's page", () => {
    const desk = openWithDeposit();

    expect(wordOf(desk.pays(draw, { channel: "shop" }))).toBe("e-bank.not-in-channel");
  });

  test("4.2: of another day is another payment: its interest is another", () => {
    const desk = openWithDeposit();
    desk.at("2026-03-28 23:58:00");
    desk.pays(draw);

    desk.at("2026-03-29 00:01:00");

    expect(wordOf(desk.answers(desk.rightAnswer(), draw))).toBe("challenge.elements-changed");
    expect(desk.balance("a-1")).toBe(8_000_00);
  });

  test("P10: that is done cannot be done again", () => {
    const desk = openWithDeposit();
    desk.spends(draw);
    const typed = desk.rightAnswer();

    expect(wordOf(desk.answers(typed, draw))).toBe("challenge.answered");
    expect(wordOf(desk.pays(draw))).toBe("account.closed");
    expect(wordOf(restarted(desk).pays(draw))).toBe("account.closed");
  });
});

describe("a deposit that cannot be drawn online", () => {
  test("is somebody else's, and answered like one that is not there", () => {
    const desk = openWithDeposit({}, { customer: "c-2" });

    expect(wordOf(desk.pays(draw))).toBe("e-bank.deposit-unknown");
    expect(wordOf(desk.pays({ ...draw, deposit: "a-99" }))).toBe("e-bank.deposit-unknown");
  });

  test("is no time deposit", () => {
    const desk = openWithDeposit({}, { product: "settlement" });

    expect(wordOf(desk.pays(draw))).toBe("e-bank.deposit-unknown");
    expect(wordOf(desk.pays({ ...draw, deposit: "a-1" }))).toBe("e-bank.deposit-unknown");
  });

  test.each([
    [{ kind: "debit-block" }, "account.judicial-freeze"],
    [{ kind: "amount", target: 1 }, "account.judicial-freeze"],
    [{ kind: "non-counter", source: { type: "bank", reason: "核实" } }, "account.counter-only"],
    [{ kind: "debit-block", source: { type: "customer" } }, "account.debit-blocked"],
    [{ kind: "amount", target: 1, source: { type: "customer" } }, "account.debit-blocked"],
    [{ kind: "stop-voucher", source: { type: "customer" } }, "account.debit-blocked"],
    [{ kind: "debit-block", source: { type: "bank", reason: "dormant" } }, "account.dormant"],
  ] as const)("is held: %j (3.5)", (hold, word) => {
    const desk = openWithDeposit();
    desk.hold({ id: "h-1", account: "a-2", ...hold });

    expect(wordOf(desk.pays(draw))).toBe(word);
    desk.post([{ type: "hold.lifted", hold: "h-1" }]);
    expect(wordOf(desk.pays(draw))).toBe("challenged");
  });

  test("has nowhere to go: the paying account takes no money", () => {
    const desk = openWithDeposit();
    desk.hold({ id: "h-1", account: "a-1", kind: "full-block" });

    expect(wordOf(desk.pays(draw))).toBe("account.credit-blocked");
  });

  test("is empty", () => {
    const desk = openWithDeposit();
    desk.post([
      {
        type: "money.posted",
        memo: "payout",
        postings: [
          { account: "a-2", amount: -100_000_00 },
          { account: "opening", amount: 100_000_00 },
        ],
      },
    ]);

    expect(wordOf(desk.pays(draw))).toBe("amount.zero");
  });

  test("would not find room in the paying account", () => {
    const desk = openWithDeposit({ balance: 1_000_000_000_000 - 100_000_00 + 1 });

    expect(desk.pays(draw)).toEqual({
      ok: false,
      refusal: { code: "amount.too-large", most: 99_999_99 },
    });
  });

  test("leaves everything else to be paid as before", () => {
    const desk = openWithDeposit();
    desk.hold({ id: "h-1", account: "a-2", kind: "debit-block" });

    expect(wordOf(desk.spends(purchase))).toBe("paid");
  });

  test("P07: is never paid into the deposit itself, which is closed by it", () => {
    const desk = openWithDeposit();
    const session = { customer: CustomerId.parse("c-1"), channel: "internet-bank" } as const;
    const file = eBankFileOf(session.customer, desk.books());
    const { books, now, today, parameters, sequence, signals } = desk.context();
    const never = { isRight: () => false, isRightCode: () => false };
    const nothing = { chance: () => 0, drawNonce: () => "", sha256: () => "", ...never };
    const context = { books, now, today, parameters, sequence, signals, ...nothing };
    const into = (id: string) =>
      withdrawalOf(
        AccountId.parse("a-2"),
        { session, file, account: desk.see("account", id) },
        context,
      );

    expect(into("a-2")).toEqual({ ok: false, refusal: { code: "e-bank.same-account" } });
    expect(into("a-1").ok).toBe(true);
  });
});
