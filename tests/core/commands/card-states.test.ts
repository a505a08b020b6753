import { expect, test } from "vitest";
import type { RawRequest } from "#tests/support/counter.ts";
import { type LossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";

const bank = { type: "bank", reason: "涉诈" } as const;
const plain = () => openLossDeskFor();

/** A desk with k-1 in each state of "What is possible in which state" (5.1). */
const states = {
  active: plain,
  "issued-inactive": () => openLossDeskFor({ card: { life: "issued-inactive" } }),
  "loss oral": () => after(plain(), (desk) => desk.does(desk.oral("k-1"))),
  "loss formal, waiting": () => after(plain(), (desk) => desk.does(desk.formal("k-1"))),
  "loss formal, matured": () =>
    after(plain(), (desk) => {
      desk.does(desk.formal("k-1"));
      desk.at("2026-03-26");
    }),
  "loss formal, slip lost": () =>
    after(plain(), (desk) => {
      desk.does(desk.formal("k-1"));
      desk.at("2026-03-26");
      desk.does(desk.slipLost(desk.caseOf("k-1")));
    }),
  "pin locked": () => openLossDeskFor({ card: { pin: "locked", pinFailures: 3 } }),
  "pin lost": () => after(plain(), (desk) => desk.does(desk.pinLoss("k-1"))),
  "judicial amount freeze": () =>
    after(plain(), (desk) => desk.hold({ id: "h-1", kind: "amount", target: 7_950_00 })),
  "judicial account freeze": () => after(plain(), (desk) => desk.hold({ id: "h-1" })),
  "full block": () =>
    after(plain(), (desk) => desk.hold({ id: "h-1", kind: "full-block", source: bank })),
  replaced: () => after(plain(), (desk) => desk.does(desk.exchange("k-1"))),
  cancelled: () => openLossDeskFor({ card: { life: "cancelled" } }),
  retained: () => openLossDeskFor({ card: { life: "retained" } }),
  void: () => openLossDeskFor({ card: { life: "void" } }),
  made: () => openLossDeskFor({ card: { life: "made" } }),
  expired: () => openLossDeskFor({ card: { issuedOn: "2010-01-01" } }),
} as const satisfies Readonly<Record<string, () => LossDesk>>;

function after(desk: LossDesk, step: (desk: LossDesk) => unknown): LossDesk {
  step(desk);
  return desk;
}

/** The columns of the table. Those about a case are only asked where the card has one. */
const actions: Readonly<Record<string, (desk: LossDesk) => RawRequest | undefined>> = {
  "draw 50": (desk) => desk.payOut("k-1", { amount: 50_00 }),
  "draw 51": (desk) => desk.payOut("k-1", { amount: 51_00 }),
  credit: (desk) => desk.deposit({ card: "k-1" }),
  "report oral": (desk) => desk.oral("k-1"),
  "report formal": (desk) => desk.formal("k-1"),
  exchange: (desk) => desk.exchange("k-1"),
  replace: (desk) => ofCase(desk, desk.replace),
  withdraw: (desk) => ofCase(desk, desk.withdraw),
  close: (desk) => ofCase(desk, desk.close),
};

function ofCase(
  desk: LossDesk,
  request: (number: string) => RawRequest | undefined,
): RawRequest | undefined {
  const [lossCase] = desk.books().list("lossCase", "card", "k-1");
  return lossCase && request(lossCase.number);
}

function row(state: keyof typeof states): readonly string[] {
  return Object.values(actions).map((action) => {
    const desk = states[state]();
    const request = action(desk);
    const decided = request && desk.preview(request);
    if (!decided) return "–";
    return decided.ok ? decided.value.level : decided.refusal.code;
  });
}

const lost = "card.reported-lost";
const twice = "loss.already-reported";
const order = "account.judicial-freeze"; // The desk's teller may not see orders (U07).
const wait = "loss.not-matured";
const open = "loss.not-open";
const kind = "loss.kind";
const keep = "card.retain";
const dead = "loss.not-reportable";
const gone = "card.expired";
const idle = "card.not-active";
const full = "account.full-blocked";
const closed = "account.credit-blocked";

// Columns: draw 50, draw 51, credit, report oral, report formal, exchange, replace, withdraw, close.
const table: Readonly<Record<keyof typeof states, readonly string[]>> = {
  active: ["A0", "A0", "A0", "A0", "A2", "A2", "–", "–", "–"],
  "issued-inactive": [idle, idle, "A0", "A0", "A2", "A2", "–", "–", "–"],
  "loss oral": [lost, lost, "A0", twice, twice, lost, open, "A1", open],
  "loss formal, waiting": [lost, lost, "A0", twice, twice, lost, wait, "A2", wait],
  "loss formal, matured": [lost, lost, "A0", twice, twice, lost, "A2", "A2", "A2"],
  "loss formal, slip lost": [lost, lost, "A0", twice, twice, lost, wait, "loss.slip-lost", wait],
  "pin locked": ["card.pin-locked", "card.pin-locked", "A0", "A0", "A2", "A2", "–", "–", "–"],
  "pin lost": ["card.pin-lost", "card.pin-lost", "A0", "A0", "A2", "A2", kind, "A2", kind],
  "judicial amount freeze": ["A0", order, "A0", "A0", "A2", "A2", "–", "–", "–"],
  "judicial account freeze": [order, order, "A0", "A0", "A2", "A2", "–", "–", "–"],
  "full block": [full, full, closed, "A0", "A2", "A3", "–", "–", "–"],
  replaced: [keep, keep, "A0", dead, dead, idle, "–", "–", "–"],
  cancelled: [keep, keep, "A0", dead, dead, idle, "–", "–", "–"],
  retained: [keep, keep, "A0", dead, dead, idle, "–", "–", "–"],
  void: [keep, keep, "A0", dead, dead, idle, "–", "–", "–"],
  made: [idle, idle, "A0", dead, dead, idle, "–", "–", "–"],
  expired: [gone, gone, "A0", gone, gone, "A2", "–", "–", "–"],
};

// Object.entries forgets the literal keys; the record above has them all.
test.each(Object.entries(table) as [keyof typeof states, readonly string[]][])(
  "5.1: what is possible with a card that is %s",
  (state, cells) => {
    expect(row(state)).toEqual(cells);
  },
);
