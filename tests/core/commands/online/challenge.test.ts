import { describe, expect, test } from "vitest";
import { PaymentOrder } from "#core/e-bank/payment.ts";
import { isOnGrid } from "#core/password-card/grid.ts";
import { bill, purchase, type RawOrder, transfer } from "#tests/support/online-customers.ts";
import {
  askedCells,
  challengeIn,
  openOnlineDeskFor,
  restarted,
  wordOf,
} from "#tests/support/online-desk.ts";

describe("a challenge", () => {
  test("P02, P03: asks for two different cells that the card has", () => {
    const desk = openOnlineDeskFor();

    const [first, second, ...more] = askedCells(desk.pays(transfer));

    expect(more).toEqual([]);
    expect(first).not.toBe(second);
    const { grid } = desk.cardOf();
    expect([first, second].map((cell) => cell !== undefined && isOnGrid(cell, grid))).toEqual([
      true,
      true,
    ]);
  });

  test("P02: asks for as many cells as the card's own layout says", () => {
    const grid = { columns: 7, rows: 10, cellDigits: 4, challengeSize: 3 };
    const desk = openOnlineDeskFor({ passwordCard: { grid } });

    expect(new Set(askedCells(desk.pays(transfer))).size).toBe(3);
    expect(desk.answers("12345678901", transfer)).toMatchObject({ refusal: { digits: 12 } });
  });

  test("P03: shows payee and amount, which it is bound to (4.2)", () => {
    const desk = openOnlineDeskFor();

    expect(desk.pays(transfer)).toMatchObject({
      ok: true,
      value: {
        status: "challenged",
        again: false,
        payee: "样例公司 6228480000000000018",
        amount: 100_00,
        challenge: { status: "open", askedAt: desk.context().now },
      },
    });
  });

  test("is journalled without a cell's value and with the payee's number masked (K01)", () => {
    const desk = openOnlineDeskFor();

    const challenge = challengeIn(desk.pays(transfer));

    expect(desk.batches().at(-1)).toMatchObject({
      code: "internet-bank",
      entries: [
        {
          type: "password-card.challenged",
          passwordCard: "p-1",
          challenge,
          on: "2026-03-18",
          leavesUnanswered: false,
        },
      ],
      outcome: {
        facts: [
          { name: "channel", term: "channel.internet-bank" },
          { name: "paymentKind", term: "payment.transfer" },
          { name: "payee", text: "样例公司" },
          { name: "payeeAccount", text: "6228***********0018" },
          { name: "amount", amount: 100_00 },
        ],
      },
    });
  });

  test("P06: is asked of transfers, purchases and bills alike, and moves no money by itself", () => {
    const desk = openOnlineDeskFor();

    const words = [transfer, purchase, bill].map((order) => wordOf(desk.pays(order)));

    expect(words).toEqual(["challenged", "challenged", "challenged"]);
    expect(desk.balance("a-1")).toBe(8_000_00);
  });

  test("P06: is asked of a card even if the customer says she confirms without one", () => {
    const desk = openOnlineDeskFor();

    expect(wordOf(desk.pays(purchase, { confirmed: true }))).toBe("challenged");
  });
});

describe("asking again for the same payment", () => {
  test("4.1: shows the very same challenge, and writes down no more than that", () => {
    const desk = openOnlineDeskFor();
    const first = challengeIn(desk.pays(transfer));
    const before = desk.cardOf();
    desk.pass(60_000);

    const reply = desk.pays(transfer);

    expect(reply).toMatchObject({ value: { status: "challenged", challenge: first, again: true } });
    expect(desk.batches().at(-1)?.entries).toEqual([
      { type: "password-card.asked-again", passwordCard: "p-1", challenge: first },
    ]);
    expect(desk.cardOf()).toEqual(before);
  });

  test("4.1: shows the same one after the program was started anew", () => {
    const desk = openOnlineDeskFor();
    const first = challengeIn(desk.pays(transfer));

    const later = restarted(desk);

    expect(later.pays(transfer)).toMatchObject({ value: { challenge: first, again: true } });
    expect(wordOf(later.answers(later.rightAnswer(), transfer))).toBe("paid");
  });

  test("4.1: shows the same one after a wrong answer", () => {
    const desk = openOnlineDeskFor();
    const first = challengeIn(desk.pays(transfer));

    desk.answers(desk.wrongAnswer(), transfer);

    expect(challengeIn(desk.pays(transfer))).toEqual(first);
  });

  test("4.1: in its last millisecond it is the same challenge, with the same end", () => {
    const desk = openOnlineDeskFor();
    const first = challengeIn(desk.pays(transfer));

    desk.pass(5 * 60_000);

    expect(challengeIn(desk.pays(transfer))).toEqual(first);
  });

  test("4.1: a millisecond after five minutes it is another challenge for the same cells", () => {
    const desk = openOnlineDeskFor();
    const first = challengeIn(desk.pays(transfer));

    desk.pass(5 * 60_000 + 1);
    const second = challengeIn(desk.pays(transfer));

    expect(second.coordinates).toEqual(first.coordinates);
    expect(second.id).not.toBe(first.id);
    expect(second.nonce).not.toBe(first.nonce);
    expect(second.binding).not.toBe(first.binding);
    expect(second.expiresAt - first.expiresAt).toBe(5 * 60_000 + 1);
    expect(desk.cardOf().unanswered).toBe(0);
  });

  test("4.1: shows the same cells days later, across a restart, as long as nobody answered", () => {
    const desk = openOnlineDeskFor();
    const first = askedCells(desk.pays(transfer));
    desk.at("2026-04-01 09:00:00");

    expect(askedCells(restarted(desk).pays(transfer))).toEqual(first);
  });

  test("P10: after the right answer it is another payment with another challenge", () => {
    const desk = openOnlineDeskFor();
    desk.willAsk("A3", "B2");
    const first = challengeIn(desk.pays(transfer));
    desk.answers("136135", transfer);
    desk.willAsk("C1", "D9");

    const second = challengeIn(desk.pays(transfer));

    expect(second.coordinates).toEqual(["C1", "D9"]);
    expect(second.id).not.toBe(first.id);
    expect(desk.batches().at(-1)?.entries).toMatchObject([{ leavesUnanswered: false }]);
  });

  test("P11: after the right answer a cell that was answered may be asked for again", () => {
    const desk = openOnlineDeskFor();
    desk.willAsk("A3", "B2");
    desk.spends(transfer);
    desk.willAsk("B2", "A3");

    expect(askedCells(desk.pays(transfer))).toEqual(["B2", "A3"]);
    expect(wordOf(desk.answers("135136", transfer))).toBe("paid");
  });

  test("follows the parameter for its minutes", () => {
    const desk = openOnlineDeskFor();
    desk.setCardRules({ challengeMinutes: 1 });
    const { askedAt, expiresAt } = challengeIn(desk.pays(transfer));

    expect(expiresAt - askedAt).toBe(60_000);
  });
});

describe("another payment gets another challenge (4.2)", () => {
  const changes: readonly (readonly [string, RawOrder, "internet-bank" | "wap-bank" | "shop"])[] = [
    ["a fen more", { ...transfer, amount: 100_01 }, "internet-bank"],
    ["another name", { ...transfer, payeeName: "样例公司乙" }, "internet-bank"],
    ["another number", { ...transfer, payeeAccount: "6228480000000000026" }, "internet-bank"],
    ["WAP banking", transfer, "wap-bank"],
    ["a purchase of that sum", { ...purchase, amount: 100_00 }, "internet-bank"],
  ];
  test.each(changes)("4.2: %s", (_what, order, channel) => {
    const desk = openOnlineDeskFor();
    desk.willAsk("A3", "B2");
    const first = challengeIn(desk.pays(transfer));
    desk.willAsk("C1", "D9");

    const second = challengeIn(desk.pays(order, { channel }));

    expect(second.coordinates).toEqual(["C1", "D9"]);
    expect(second.id).not.toBe(first.id);
    expect(desk.cardOf()).toMatchObject({ unanswered: 1, challenge: second });
    expect(wordOf(desk.answers("136135", transfer, { challenge: first.id }))).toBe(
      "challenge.unknown",
    );
  });

  test("4.2: a purchase and a bill that read alike are two payments", () => {
    const desk = openOnlineDeskFor();
    const shop = { kind: "purchase", merchant: "样例 1", amount: 30_00 } as const;
    const biller = { kind: "bill", biller: "样例", reference: "1", amount: 30_00 } as const;

    const first = challengeIn(desk.pays(shop));

    expect(challengeIn(desk.pays(biller)).id).not.toBe(first.id);
  });

  test("4.2: a purchase in the bank and on the shop's page are two payments", () => {
    const desk = openOnlineDeskFor();
    const first = challengeIn(desk.pays(purchase));

    expect(challengeIn(desk.pays(purchase, { channel: "shop" })).id).not.toBe(first.id);
  });

  test("4.2: an order that says nothing new is the same payment", () => {
    const desk = openOnlineDeskFor();
    const first = challengeIn(desk.pays(transfer));
    const retyped = { ...transfer, payeeName: " 样例公司 " };

    expect(PaymentOrder.parse(retyped)).toEqual(transfer);
    expect(challengeIn(desk.pays(retyped))).toEqual(first);
  });
});
