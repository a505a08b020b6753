import { describe, expect, test } from "vitest";
import { defaultEBankRules } from "#core/e-bank/rules.ts";
import { fen } from "#core/money/fen.ts";
import type { RawRecord } from "#tests/main/ledger/invented.ts";
import { plainPasswordCard, purchase } from "#tests/support/online-customers.ts";
import { type OnlineDesk, openOnlineDesk, wordOf } from "#tests/support/online-desk.ts";

type Remedy = (desk: OnlineDesk) => void;

/**
 * Everything that can stand in the way of one transfer, from the first check to the last, and what
 * puts it right. Until then the payment is refused for it, whatever else is amiss behind it.
 */
const obstacles: readonly (readonly [string, Remedy])[] = [
  ["e-bank.not-open", (desk) => void desk.post([internetBank("active")])],
  [
    "e-bank.card-not-usable",
    (desk) => void desk.post([{ type: "card.loss-marked", card: "k-1", loss: "none" }]),
  ],
  ["password-card.not-activated", (desk) => void desk.logsIn()],
  ["password-card.exhausted", (desk) => holdsCard(desk, { life: "active" })],
  ["password-card.expired", (desk) => holdsCard(desk, { expiresOn: "2026-03-18" })],
  ["password-card.locked", (desk) => holdsCard(desk, { lock: "day" })],
  ["password-card.locked-today", (desk) => holdsCard(desk, { lock: "none" })],
  [
    "e-bank.switch-closed",
    (desk) =>
      void desk.post([
        { type: "e-bank.switched", customer: "c-1", which: "outward-transfer", on: true },
      ]),
  ],
  ["e-bank.over-single-limit", (desk) => allows(desk, 2_000_00, 2_000_00)],
  ["e-bank.over-day-limit", (desk) => allows(desk, 2_000_00, 9_000_00)],
  ["e-bank.payee-name-differs", (desk) => namesPayee(desk, "样例公司")],
  ["account.credit-blocked", (desk) => void desk.post([{ type: "hold.lifted", hold: "h-payee" }])],
  ["account.counter-only", (desk) => void desk.post([{ type: "hold.lifted", hold: "h-counter" }])],
  ["account.debit-blocked", (desk) => void desk.post([{ type: "hold.lifted", hold: "h-debit" }])],
  ["account.short", (desk) => void desk.post([paidIn("a-1", 2_000_00)])],
  ["amount.too-large", (desk) => void desk.post([paidIn("a-2", -999_999_999_999)])],
];

const order = {
  kind: "transfer",
  payeeName: "样例公司",
  payeeAccount: "02000004000000002",
  amount: 2_000_00,
} as const;

const internetBank = (status: "active" | "closed") => {
  const on = { customer: "c-1", account: "a-1", card: "k-1", label: "个人网上银行" };
  const relation = { ...on, id: "r-1", kind: "internet-bank", status } as const;
  return { type: "relation.bound", relation } as const;
};

const paidIn = (account: string, amount: number) =>
  ({
    type: "money.posted",
    memo: "opening",
    postings: [
      { account: "opening", amount: -amount },
      { account, amount },
    ],
  }) as const;

/** The card as it stands, changed so far. */
function holdsCard(
  desk: OnlineDesk,
  changed: Partial<RawRecord<"password-card.entered", "card">>,
): void {
  const card = JSON.parse(JSON.stringify(desk.see("passwordCard", "p-1")));
  desk.post([{ type: "password-card.entered", card: { ...card, ...changed } }]);
}

function namesPayee(desk: OnlineDesk, name: string): void {
  const payee = JSON.parse(JSON.stringify(desk.see("customer", "c-2")));
  desk.post([{ type: "customer.registered", customer: { ...payee, name } }]);
}

function allows(desk: OnlineDesk, single: number, day: number): void {
  const card = { single: fen(single), day: fen(day) };
  desk.setBankRules({ limits: { ...defaultEBankRules.limits, card } });
}

/** A customer for whom everything is amiss at once. */
function openWithEverythingAmiss(): OnlineDesk {
  const desk = openOnlineDesk();
  desk.enrol(1, {
    balance: 0,
    card: { loss: "formal" },
    passwordCard: { ...plainPasswordCard(1), ...worn, life: "issued-inactive" },
  });
  desk.enter(2, { balance: 999_999_999_999 });
  desk.hold({ id: "h-payee", account: "a-2", kind: "full-block" });
  desk.hold({ id: "h-counter", kind: "non-counter" });
  desk.hold({ id: "h-debit", kind: "debit-block" });
  desk.post([
    internetBank("closed"),
    { type: "e-bank.switched", customer: "c-1", which: "outward-transfer", on: false },
    {
      ...{ type: "e-bank.paid", customer: "c-1", on: "2026-03-18", amount: 1_000_00 },
      ...{ kind: "bill", to: "样例自来水公司" },
    },
  ]);
  return desk;
}

const worn = {
  expiresOn: "2026-03-17",
  lock: "hard",
  wrongRun: 10,
  wrongToday: 3,
  wrongOn: "2026-03-18",
} as const;

describe("what stands in the way of a payment", () => {
  test("is told one at a time, in the binding order, and in the end nothing is left", () => {
    const desk = openWithEverythingAmiss();
    const told: string[] = [];
    for (const [word, remedy] of obstacles) {
      // A login activates the card; that it was used up since is what the next remedy mends.
      if (word === "password-card.exhausted") holdsCard(desk, { life: "exhausted" });
      told.push(wordOf(desk.pays(order)));
      remedy(desk);
    }

    expect(told).toEqual(obstacles.map(([word]) => word));
    expect(wordOf(desk.spends(order))).toBe("paid");
  });

  // Method: the cells are asked for while all is well, then all goes amiss at once.
  test("is told in the same order at the answer, and no wrong answer is counted meanwhile", () => {
    const desk = openWithEverythingAmiss();
    for (const [, remedy] of obstacles) remedy(desk);
    desk.pays(order);
    const typed = desk.wrongAnswer();
    const { challenge } = desk.cardOf();
    const told = spoils.map(([, spoil]) => {
      spoil(desk);
      return wordOf(desk.answers(typed, order, { challenge: challenge?.id ?? "" }));
    });

    expect(told).toEqual(spoils.map(([word]) => word));
    expect(desk.see("passwordCard", "p-1").used).toBe(0);
    const types = desk.batches().flatMap(({ entries }) => entries.map(({ type }) => type));
    expect(types).not.toContain("password-card.answered-wrong");
  });

  test("stops a purchase that the account cannot pay before any cell is asked for", () => {
    const desk = openOnlineDesk();
    desk.enrol(1, { balance: 10_00 });

    desk.pays(purchase);

    expect(desk.cardOf().challenge).toBeUndefined();
  });
});

/** The same obstacles put up from the last check to the first: each hides the one behind it. */
const spoils: readonly (readonly [string, Remedy])[] = [
  ["amount.too-large", (desk) => void desk.post([paidIn("a-2", 999_999_999_999)])],
  ["account.short", (desk) => void desk.post([paidIn("a-1", -2_000_00)])],
  ["account.debit-blocked", (desk) => desk.hold({ id: "h-debit-2", kind: "debit-block" })],
  ["account.counter-only", (desk) => desk.hold({ id: "h-counter-2", kind: "non-counter" })],
  [
    "account.credit-blocked",
    (desk) => desk.hold({ id: "h-payee-2", account: "a-2", kind: "full-block" }),
  ],
  ["e-bank.payee-name-differs", (desk) => namesPayee(desk, "样例商行")],
  ["e-bank.over-day-limit", (desk) => allows(desk, 2_000_00, 2_000_00)],
  ["e-bank.over-single-limit", (desk) => allows(desk, 1_000_00, 2_000_00)],
  ["e-bank.switch-closed", (desk) => void desk.closesSwitch("outward-transfer")],
  ["challenge.expired", (desk) => desk.pass(5 * 60_000 + 1)],
  ["password-card.locked-today", (desk) => holdsCard(desk, { lock: "day" })],
  ["password-card.locked", (desk) => holdsCard(desk, { lock: "hard" })],
  ["password-card.expired", (desk) => holdsCard(desk, { expiresOn: "2026-03-17" })],
  [
    "e-bank.card-not-usable",
    (desk) => void desk.post([{ type: "card.loss-marked", card: "k-1", loss: "oral" }]),
  ],
  ["e-bank.not-open", (desk) => void desk.post([internetBank("closed")])],
];

describe("the registered card", () => {
  test.each([
    [{ loss: "oral" }, "e-bank.card-not-usable"],
    [{ loss: "formal" }, "e-bank.card-not-usable"],
    [{ life: "issued-inactive" }, "e-bank.card-not-usable"],
    [{ life: "replaced" }, "e-bank.card-not-usable"],
    [{ life: "retained" }, "e-bank.card-not-usable"],
    [{ life: "cancelled" }, "e-bank.card-not-usable"],
    [{ pin: "locked" }, "challenged"],
    [{ validityYears: 0 }, "challenged"],
  ] as const)("P31: that is %j: %s", (card, word) => {
    const desk = openOnlineDesk();
    desk.enrol(1, { card });

    expect(wordOf(desk.pays(purchase))).toBe(word);
  });

  test.each([
    ["time-deposit", "e-bank.card-not-usable"],
    ["settlement", "challenged"],
    ["demand-savings", "challenged"],
  ] as const)("P07: whose account is of %s: %s", (product, word) => {
    const desk = openOnlineDesk();
    desk.enrol(1, { account: { product } });

    expect(wordOf(desk.pays(purchase))).toBe(word);
  });
});
