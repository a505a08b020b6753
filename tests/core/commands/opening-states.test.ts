import { expect, test } from "vitest";
import type { RawRequest } from "#tests/support/counter.ts";
import { type EBankDesk, openEBankDesk } from "#tests/support/e-bank-desk.ts";

const bank = { type: "bank", reason: "涉诈" } as const;

/** The rows of "What is possible in which state" (5.1): a step that puts k-1 into each. */
const states = {
  active: () => undefined,
  "loss oral": (desk) => desk.does(desk.oral("k-1")),
  "loss formal, waiting": (desk) => desk.does(desk.formal("k-1")),
  "loss formal, matured": (desk) => {
    desk.does(desk.formal("k-1"));
    desk.at("2026-03-26 10:00:00");
  },
  "loss formal, slip lost": (desk) => {
    desk.does(desk.formal("k-1"));
    desk.does(desk.slipLost(desk.caseOf("k-1")));
  },
  "pin lost": (desk) => desk.does(desk.pinLoss("k-1")),
  "pin lost, one card of two": (desk) => {
    desk.another(2);
    desk.does(desk.pinLoss("k-1"));
  },
  "pin locked": (desk) => {
    const wrong = { pin: desk.pin("a-1", "000001") };
    desk.run(desk.payOut("k-1", wrong));
    desk.run(desk.payOut("k-1", wrong));
    desk.run(desk.payOut("k-1", wrong));
  },
  "judicial amount freeze": (desk) => desk.hold({ id: "h-1", kind: "amount", target: 7_950_00 }),
  "judicial account freeze": (desk) => desk.hold({ id: "h-1" }),
  "full block": (desk) => desk.hold({ id: "h-1", kind: "full-block", source: bank }),
  "debit block of the bank's": (desk) => desk.hold({ id: "h-1", source: bank }),
  replaced: (desk) => desk.does(desk.exchange("k-1")),
} as const satisfies Readonly<Record<string, (desk: EBankDesk) => unknown>>;

const lives = ["issued-inactive", "made", "cancelled", "retained", "void"] as const;

/** What opens something for a customer, each from where it could be opened were the card in use. */
const openings: readonly ((desk: EBankDesk) => RawRequest)[] = [
  (desk) => desk.openInternetBank("k-1"),
  (desk) => desk.openWapBank("k-1"),
  (desk) => desk.openPhoneBank("k-1"),
];

function row(reach: (desk: EBankDesk) => unknown, open = openEBankDesk): readonly string[] {
  return openings.map((opening) => {
    const desk = open();
    reach(desk);
    const decided = desk.preview(opening(desk));
    return decided.ok ? decided.value.level : decided.refusal.code;
  });
}

const all = (answer: string) => [answer, answer, answer];
const lost = all("card.reported-lost");

// Columns: internet bank, WAP bank, telephone bank.
const table: Readonly<Record<keyof typeof states, readonly string[]>> = {
  active: all("A2"),
  "loss oral": lost,
  "loss formal, waiting": lost,
  "loss formal, matured": lost,
  "loss formal, slip lost": lost,
  "pin lost": all("account.debit-blocked"),
  "pin lost, one card of two": all("card.pin-lost"),
  "pin locked": all("card.pin-locked"),
  "judicial amount freeze": all("A2"),
  "judicial account freeze": all("account.judicial-freeze"),
  "full block": all("account.debit-blocked"),
  "debit block of the bank's": all("account.debit-blocked"),
  replaced: all("card.not-active"),
};

// Object.entries forgets the literal keys; the record above has them all.
test.each(Object.entries(table) as [keyof typeof states, readonly string[]][])(
  "5.1: which channels open on a card that is: %s",
  (state, cells) => {
    expect(row(states[state])).toEqual(cells);
  },
);

test.each(lives)("5.1: no channel opens on a card that is %s", (life) => {
  expect(row(states.active, () => openEBankDesk({ card: { life } }))).toEqual(
    all("card.not-active"),
  );
});

/** What else hangs on a registered card, asked for once the internet bank is open. */
const laterRequests: readonly ((desk: EBankDesk) => RawRequest)[] = [
  (desk) => desk.issueCard("k-1"),
  (desk) => desk.issueUsbKey("k-1"),
  (desk) => desk.openSwitch("k-1", "e-commerce"),
  (desk) => desk.agreePayee("k-1", { name: "收款人", account: "6228480000000000001" }),
];

function laterRow(reach: (desk: EBankDesk) => unknown): readonly string[] {
  return laterRequests.map((later) => {
    const desk = openEBankDesk();
    desk.does(desk.openInternetBank("k-1"));
    desk.does(desk.openPhoneBank("k-1"));
    desk.does(desk.closeSwitch("c-1", "e-commerce"));
    reach(desk);
    const decided = desk.preview(later(desk));
    return decided.ok ? decided.value.level : decided.refusal.code;
  });
}

const four = (answer: string) => [answer, answer, answer, answer];

// Columns: password card, U盾, switch (asks for no PIN, P25), agreement.
const laterTable: Readonly<Record<keyof typeof states, readonly string[]>> = {
  active: four("A2"),
  "loss oral": four("card.reported-lost"),
  "loss formal, waiting": four("card.reported-lost"),
  "loss formal, matured": four("card.reported-lost"),
  "loss formal, slip lost": four("card.reported-lost"),
  "pin lost": four("account.debit-blocked"),
  "pin lost, one card of two": ["card.pin-lost", "card.pin-lost", "A2", "card.pin-lost"],
  "pin locked": ["card.pin-locked", "card.pin-locked", "A2", "card.pin-locked"],
  "judicial amount freeze": four("A2"),
  "judicial account freeze": four("account.judicial-freeze"),
  "full block": four("account.debit-blocked"),
  "debit block of the bank's": four("account.debit-blocked"),
  replaced: four("card.not-active"),
};

// As above: the record has all the keys.
test.each(Object.entries(laterTable) as [keyof typeof states, readonly string[]][])(
  "5.1: what is given to the holder of a registered card that is: %s",
  (state, cells) => {
    expect(laterRow(states[state])).toEqual(cells);
  },
);
