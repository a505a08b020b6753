import { BankSessionView, BankView, CardInHand, PaymentView } from "#core/contract/bank-view.ts";

// Views are built by the contract's own schemas, so that a test never shows what cannot come.

/** 09:00 of 18 May 2026 in China. */
export const MORNING = Date.UTC(2026, 4, 18, 1, 0, 0);

/** Chen Xi's card: eight columns by ten rows, in use. */
export function cardInHand(changes: Partial<Record<keyof CardInHand, unknown>> = {}): CardInHand {
  return CardInHand.parse({
    id: "p-1",
    customer: "c-1",
    name: "陈溪",
    serial: "030000000042",
    columns: 8,
    rows: 10,
    cellDigits: 3,
    isSealed: false,
    isVoid: false,
    ...changes,
  });
}

/** Chen Xi, logged in to her internet bank with a password card. */
export function bankSession(
  changes: Partial<Record<keyof BankSessionView, unknown>> = {},
): BankSessionView {
  return BankSessionView.parse({
    customer: "c-1",
    name: "陈溪",
    channel: "internet-bank",
    accounts: [
      {
        id: "a-1",
        number: "0101026593066221730",
        product: "settlement",
        balance: 1_234_50,
        available: 1_234_50,
        isMatured: false,
        pays: true,
      },
    ],
    switches: { "e-commerce": true, "outward-transfer": true },
    medium: "card",
    limits: { single: 1_000_00, day: 5_000_00 },
    paidToday: 0,
    card: {
      serial: "030000000042",
      issuedOn: "2026-04-01",
      used: 24,
      left: 976,
      isToRemind: false,
      life: "active",
      lock: "none",
    },
    closed: [],
    ...changes,
  });
}

/** A bank with two customers, of whom nobody is logged in. */
export function bankView(changes: Partial<Record<keyof BankView, unknown>> = {}): BankView {
  return BankView.parse({
    now: MORNING,
    people: [
      {
        customer: "c-1",
        name: "陈溪",
        channels: ["internet-bank", "wap-bank", "shop"],
        password: "258369",
      },
      { customer: "c-2", name: "白桦", channels: ["internet-bank", "shop"] },
    ],
    cards: [cardInHand()],
    ...changes,
  });
}

/** A payment of 88.50 yuan that waits for A3 and B2. */
export function challenged(
  changes: Readonly<Record<string, unknown>> = {},
): Extract<PaymentView, { status: "challenged" }> {
  const view = PaymentView.parse({
    status: "challenged",
    challenge: {
      id: "ch-12",
      coordinates: ["A3", "B2"],
      digits: 6,
      expiresAt: MORNING + 5 * 60_000,
      again: false,
      ...changes,
    },
    payee: "周远 9558800200135073266",
    amount: 88_50,
  });
  if (view.status !== "challenged") throw new Error("it waits for cells");
  return view;
}

/** The same payment, done. */
export function paid(changes: Readonly<Record<string, unknown>> = {}): PaymentView {
  return PaymentView.parse({
    status: "paid",
    payee: "周远 9558800200135073266",
    amount: 88_50,
    sequence: 321,
    recordedAt: MORNING,
    balanceAfter: 1_146_00,
    usesLeft: 975,
    isToRemind: false,
    ...changes,
  });
}
