import { describe, expect, test } from "vitest";
import { openLedger } from "#main/ledger/ledger.ts";
import { batchOf } from "./history.ts";
import {
  account,
  card,
  customer,
  FIRST_DATE,
  FIRST_INSTANT,
  passwordCard,
  passwordCardBatch,
  type RawEntry,
} from "./invented.ts";

const founding = [
  { type: "customer.registered", customer: customer(1) },
  { type: "account.opened", account: account(1, "c-1") },
  { type: "card.entered", card: card(1, { account: "a-1", customer: "c-1" }) },
] as const;

const box = {
  type: "stock.placed",
  stock: {
    id: "card:0001",
    kind: "card",
    holder: "0001",
    ranges: [{ first: "000000000001", last: "000000000100" }],
  },
} as const;

const boxOfKeys = {
  type: "stock.placed",
  stock: { ...box.stock, id: "usb-key:0001", kind: "usb-key" },
} as const;

describe("a batch in the ledger", () => {
  test.each<readonly [string, RawEntry]>([
    ["a card that was taken back", { type: "piece.collected", card: "k-1", reason: "换卡" }],
    ["an old card that was erased", { type: "card.erased", card: "k-1" }],
    ["a look-up", { type: "customer.looked-up", customer: "c-1", by: "phone" }],
    [
      "money",
      {
        type: "money.posted",
        memo: "现金存款",
        postings: [
          { account: "cash:0001", amount: -1 },
          { account: "a-1", amount: 1 },
        ],
      },
    ],
    [
      "a hold",
      {
        type: "hold.placed",
        hold: {
          id: "h-1",
          account: "a-1",
          kind: "debit-block",
          source: { type: "customer" },
          placedAt: FIRST_INSTANT,
          status: "active",
        },
      },
    ],
    [
      "a blank piece that became a card",
      {
        type: "piece.taken",
        piece: {
          id: "card:000000000001",
          kind: "card",
          serial: "000000000001",
          teller: "0001",
          status: "used",
          card: "k-1",
        },
      },
    ],
    [
      "a blank piece that became a U盾",
      {
        type: "piece.taken",
        piece: {
          id: "usb-key:000000000001",
          kind: "usb-key",
          serial: "000000000001",
          teller: "0001",
          status: "used",
          customer: "c-1",
        },
      },
    ],
    ["a password card", { type: "password-card.entered", card: passwordCard(2, "c-1") }],
    [
      "a wrong answer",
      {
        type: "password-card.answered-wrong",
        passwordCard: "p-1",
        on: FIRST_DATE,
        counts: false,
        locks: "none",
        exhausts: false,
      },
    ],
    [
      "an opened channel",
      { type: "e-bank.opened", customer: "c-1", channel: "wap-bank", password: "v1" },
    ],
    [
      "a failed login",
      { type: "e-bank.login-failed", customer: "c-1", gate: "wap-bank", on: FIRST_DATE },
    ],
  ])("tells whose business %s was", async (_what, entry) => {
    const ledger = await openLedger();
    const held = { type: "password-card.entered", card: passwordCard(1, "c-1") } as const;
    ledger.post(batchOf(1, [...founding, box, boxOfKeys, held]));

    ledger.post(batchOf(2, [entry]));

    expect(ledger.concerned(1)).toEqual(["c-1"]);
    expect(ledger.concerned(2)).toEqual(["c-1"]);
    ledger.close();
  });

  test("is nobody's business when a batch of password cards is made and goes to a box", async () => {
    const ledger = await openLedger();
    const { first, last } = passwordCardBatch(1);

    ledger.post(batchOf(1, [{ type: "batch.made", batch: passwordCardBatch(1) }]));
    ledger.post(
      batchOf(2, [
        { type: "batch.delivered", batch: "b-1", good: [{ first, last }], spoiled: [] },
        { type: "pieces.allotted", kind: "password-card", to: "0001", count: 40 },
      ]),
    );

    expect([...ledger.concerned(1), ...ledger.concerned(2)]).toEqual([]);
    ledger.close();
  });

  test("is nobody's business when it names no customer", async () => {
    const ledger = await openLedger();

    ledger.post(batchOf(1, [{ type: "request.refused", refusal: "account.short" }]));

    expect(ledger.concerned(1)).toEqual([]);
    ledger.close();
  });
});
