import { describe, expect, test } from "vitest";
import { bill, purchase, transfer } from "#tests/support/online-customers.ts";
import { type OnlineDesk, openOnlineDeskFor, wordOf } from "#tests/support/online-desk.ts";

/** c-1 who pays, and c-2, 顾客2, whose account is at the same branch. */
function openWithNeighbour(): OnlineDesk {
  const desk = openOnlineDeskFor();
  desk.enter(2, { balance: 1_000_00 });
  return desk;
}

const toNeighbour = (desk: OnlineDesk, over = {}) =>
  ({
    kind: "transfer",
    payeeName: "顾客2",
    payeeAccount: desk.see("account", "a-2").number,
    amount: 100_00,
    ...over,
  }) as const;

describe("money that is paid online", () => {
  test.each([
    [transfer, 100_00, "online-transfer", "样例公司 6228480000000000018"],
    [purchase, 50_00, "online-purchase", "样例书店"],
    [bill, 30_00, "online-bill", "样例自来水公司 SH-2026-0001"],
  ] as const)(
    "P06: goes to clearing where the payee is elsewhere: %j",
    (order, amount, memo, to) => {
      const desk = openOnlineDeskFor();

      desk.spends(order, { channel: "wap-bank" });

      expect(desk.balance("a-1")).toBe(8_000_00 - amount);
      expect(desk.balance("clearing")).toBe(amount);
      expect(desk.batches().at(-1)).toMatchObject({
        code: "wap-bank",
        teller: "system",
        entries: [
          { type: "password-card.answered-right", passwordCard: "p-1", exhausts: false },
          {
            type: "money.posted",
            memo,
            postings: [
              { account: "a-1", amount: -amount },
              { account: "clearing", amount },
            ],
          },
          { type: "e-bank.paid", customer: "c-1", amount, kind: order.kind, to },
        ],
      });
    },
  );

  test.each([
    ["44010619900101123X", "样例自来水公司 440106********123X"],
    ["1".repeat(30), `样例自来水公司 111111${"*".repeat(20)}1111`],
    ["1234567890", "样例自来水公司 12****7890"],
    ["SH-2026-0001", "样例自来水公司 SH-2****0001"],
    ["77", "样例自来水公司 **"],
  ])("K01: paid for a bill shows its number masked to the teller: %s", (reference, shown) => {
    const desk = openOnlineDeskFor();

    desk.spends({ ...bill, reference });

    const facts = desk.batches().map(({ outcome }) => outcome?.facts);
    const payee = expect.arrayContaining([{ name: "payee", kind: "text", text: shown }]);
    expect(facts.slice(-2)).toEqual([payee, payee]); // Asked for, and paid.
    expect(desk.batches().at(-1)?.entries).toContainEqual(
      expect.objectContaining({ type: "e-bank.paid", to: `样例自来水公司 ${reference}` }),
    );
  });

  test("P06: goes straight to an account of this bank, by its number", () => {
    const desk = openWithNeighbour();

    expect(wordOf(desk.spends(toNeighbour(desk)))).toBe("paid");

    expect(desk.balance("a-1")).toBe(7_900_00);
    expect(desk.balance("a-2")).toBe(1_100_00);
    expect(desk.balance("clearing")).toBe(0);
  });

  test("L20: goes to the account behind a card's number", () => {
    const desk = openWithNeighbour();
    const payeeAccount = desk.see("card", "k-2").pan;

    expect(wordOf(desk.spends(toNeighbour(desk, { payeeAccount })))).toBe("paid");

    expect(desk.balance("a-2")).toBe(1_100_00);
  });

  test("L20: goes there by a replaced number too, or is refused, as the bank has chosen", () => {
    const desk = openWithNeighbour();
    const { pan } = desk.see("card", "k-2");
    desk.post([{ type: "card.replaced", card: "k-2", by: "k-1" }]);
    const order = toNeighbour(desk, { payeeAccount: pan });

    expect(wordOf(desk.spends(order))).toBe("paid");
    desk.set({ creditsFollowOldNumber: false });

    expect(wordOf(desk.pays(order))).toBe("account.unknown");
  });

  test("L20: goes there by the number of a lost card that a new one bears as well (L13)", () => {
    const desk = openWithNeighbour();
    desk.set({ creditsFollowOldNumber: false });
    const lost = JSON.parse(JSON.stringify(desk.see("card", "k-2")));
    desk.post([
      { type: "card.entered", card: { ...lost, id: "k-3", sequence: 2 } },
      { type: "card.replaced", card: "k-2", by: "k-3" },
    ]);

    expect(wordOf(desk.spends(toNeighbour(desk, { payeeAccount: lost.pan })))).toBe("paid");

    expect(desk.balance("a-2")).toBe(1_100_00);
  });

  test("P06: leaves the customer the balance she is told", () => {
    const desk = openWithNeighbour();

    expect(desk.spends(toNeighbour(desk))).toMatchObject({ value: { balanceAfter: 7_900_00 } });
    expect(desk.batches().at(-1)?.outcome?.facts).toEqual([
      { name: "channel", kind: "term", term: "channel.internet-bank" },
      { name: "paymentKind", kind: "term", term: "payment.transfer" },
      { name: "payee", kind: "text", text: "顾客2" },
      { name: "payeeAccount", kind: "text", text: "0200*********0002" },
      { name: "amount", kind: "money", amount: 100_00 },
      { name: "balanceAfter", kind: "money", amount: 7_900_00 },
    ]);
  });

  test("P06: may be the last fen of the account, and not one beyond it", () => {
    const desk = openOnlineDeskFor({ balance: 100_00 });

    expect(desk.pays({ ...transfer, amount: 100_01 })).toEqual({
      ok: false,
      refusal: { code: "account.short", available: 100_00 },
    });
    expect(wordOf(desk.spends({ ...transfer, amount: 100_00 }))).toBe("paid");
    expect(desk.balance("a-1")).toBe(0);
  });

  test("is looked for at the answer as well: what left meanwhile cannot be paid", () => {
    const desk = openOnlineDeskFor({ balance: 100_00 });
    desk.pays(transfer);
    desk.post([
      {
        type: "money.posted",
        memo: "cash-out",
        postings: [
          { account: "a-1", amount: -1 },
          { account: "cash:0001", amount: 1 },
        ],
      },
    ]);

    expect(wordOf(desk.answers(desk.wrongAnswer(), transfer))).toBe("account.short");
    expect(desk.cardOf()).toMatchObject({ used: 0, wrongRun: 0 });
  });
});

describe("the payee at this bank", () => {
  test("4.2: must bear the name the customer gives", () => {
    const desk = openWithNeighbour();

    expect(wordOf(desk.pays(toNeighbour(desk, { payeeName: "顾客3" })))).toBe(
      "e-bank.payee-name-differs",
    );
  });

  test("must not be the paying account, by its own number or by a card's", () => {
    const desk = openOnlineDeskFor();
    const own = { kind: "transfer", payeeName: "顾客1", amount: 1 } as const;
    const { number } = desk.see("account", "a-1");
    const { pan } = desk.see("card", "k-1");

    expect(wordOf(desk.pays({ ...own, payeeAccount: number }))).toBe("e-bank.same-account");
    expect(wordOf(desk.pays({ ...own, payeeAccount: pan }))).toBe("e-bank.same-account");
  });

  test("must have an account that is open", () => {
    const desk = openWithNeighbour();
    desk.post([{ type: "account.closed", account: "a-2" }]);

    expect(wordOf(desk.pays(toNeighbour(desk)))).toBe("account.closed");
  });

  test("4.2: under a wrong name is said nothing about, whatever became of the account", () => {
    const stranger = (desk: OnlineDesk, over = {}) =>
      wordOf(desk.pays(toNeighbour(desk, { payeeName: "顾客3", ...over })));
    const [blocked, closed, renumbered] = [
      openWithNeighbour(),
      openWithNeighbour(),
      openWithNeighbour(),
    ];
    blocked.hold({ id: "h-1", account: "a-2", kind: "full-block" });
    closed.post([{ type: "account.closed", account: "a-2" }]);
    renumbered.set({ creditsFollowOldNumber: false });
    renumbered.post([{ type: "card.replaced", card: "k-2", by: "k-1" }]);
    const payeeAccount = renumbered.see("card", "k-2").pan;

    expect(stranger(blocked)).toBe("e-bank.payee-name-differs");
    expect(stranger(closed)).toBe("e-bank.payee-name-differs");
    expect(stranger(renumbered, { payeeAccount })).toBe("e-bank.payee-name-differs");
  });

  test.each([
    ["credit-block", "account.credit-blocked"],
    ["full-block", "account.credit-blocked"],
    ["debit-block", "challenged"],
    ["non-counter", "challenged"],
  ] as const)("under a %s: %s (3.5, L10)", (kind, word) => {
    const desk = openWithNeighbour();
    desk.hold({ id: "h-1", account: "a-2", kind });

    expect(wordOf(desk.pays(toNeighbour(desk)))).toBe(word);
  });

  test("is looked at again at the answer", () => {
    const desk = openWithNeighbour();
    desk.pays(toNeighbour(desk));
    desk.hold({ id: "h-1", account: "a-2", kind: "full-block" });

    expect(wordOf(desk.answers(desk.rightAnswer(), toNeighbour(desk)))).toBe(
      "account.credit-blocked",
    );
    expect(desk.balance("a-1")).toBe(8_000_00);
  });

  test("must have room for it", () => {
    const desk = openOnlineDeskFor();
    desk.enter(2, { balance: 999_999_999_901 });

    expect(desk.pays(toNeighbour(desk))).toEqual({
      ok: false,
      refusal: { code: "amount.too-large", most: 99 },
    });
    expect(wordOf(desk.spends(toNeighbour(desk, { amount: 99 })))).toBe("paid");
  });
});

describe("the paying account", () => {
  test.each([
    ["debit-block", "account.debit-blocked"],
    ["full-block", "account.full-blocked"],
    ["non-counter", "account.counter-only"],
    ["credit-block", "challenged"],
    ["stop-voucher", "challenged"],
  ] as const)("under a %s: %s (3.5)", (kind, word) => {
    const desk = openOnlineDeskFor();
    desk.hold({ id: "h-1", kind });

    expect(wordOf(desk.pays(transfer))).toBe(word);
  });

  test("under a frozen amount pays what is free, to the fen (3.5)", () => {
    const desk = openOnlineDeskFor();
    desk.hold({ id: "h-1", kind: "amount", target: 7_900_00 });

    expect(wordOf(desk.pays({ ...transfer, amount: 100_01 }))).toBe("account.short");
    expect(wordOf(desk.spends({ ...transfer, amount: 100_00 }))).toBe("paid");
  });

  test("pays again once the counter-only hold is lifted", () => {
    const desk = openOnlineDeskFor();
    desk.hold({ id: "h-1", kind: "non-counter" });
    desk.post([{ type: "hold.lifted", hold: "h-1" }]);

    expect(wordOf(desk.spends(transfer))).toBe("paid");
  });
});
