import { describe, expect, test } from "vitest";
import { passwordCard, type RawEntry } from "#tests/main/ledger/invented.ts";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

const TODAY = "2026-03-18";
const held: RawEntry = { type: "password-card.entered", card: passwordCard(1, "c-1") };
const challenge = {
  id: "ch-1",
  binding: "a".repeat(64),
  nonce: "b".repeat(32),
  coordinates: ["A3", "B2"],
  askedAt: 0,
  expiresAt: 300_000,
  status: "open",
} as const;
const challenged: RawEntry = {
  type: "password-card.challenged",
  passwordCard: "p-1",
  challenge,
  on: TODAY,
  leavesUnanswered: false,
};
const right: RawEntry = {
  type: "password-card.answered-right",
  passwordCard: "p-1",
  clearsRun: true,
  exhausts: false,
};
const wrong = (on: string, locks: "none" | "day" | "hard" = "none"): RawEntry => ({
  type: "password-card.answered-wrong",
  passwordCard: "p-1",
  on,
  counts: false,
  locks,
  exhausts: false,
});

/** A desk after these entries, one batch of the journal each. */
function deskAfter(...entries: readonly RawEntry[]) {
  const desk = openLossDeskFor();
  for (const entry of entries) desk.post([entry]);
  return desk;
}
const cardAfter = (...entries: readonly RawEntry[]) =>
  deskAfter(held, ...entries).see("passwordCard", "p-1");

describe("a password card in the books", () => {
  test("is as it was entered, and is found by its holder and its serial", () => {
    const books = deskAfter(held).books();

    expect(books.list("passwordCard", "customer", "c-1")).toEqual([passwordCard(1, "c-1")]);
    expect(books.list("passwordCard", "serial", "030000000001")).toHaveLength(1);
    expect(books.list("passwordCard", "lock", "hard")).toEqual([]);
  });

  test("P29: becomes active", () => {
    expect(cardAfter({ type: "password-card.activated", passwordCard: "p-1" }).life).toBe("active");
  });

  test("P10, P16: has one use less after a right answer, and its challenge is answered", () => {
    expect(cardAfter(challenged, right)).toMatchObject({
      used: 1,
      answered: 1,
      cellsSeen: ["A3", "B2"],
      challenge: { id: "ch-1", status: "answered" },
    });
  });

  test("P17, P18: counts wrong answers by the day and in a run, and keeps its lock", () => {
    const card = cardAfter(wrong(TODAY), wrong(TODAY, "day"), wrong("2026-03-19"));

    expect(card).toMatchObject({ wrongRun: 3, wrongToday: 1, wrongOn: "2026-03-19", lock: "none" });
  });

  test("P17: is found by its lock until the lock was written off", () => {
    const desk = deskAfter(held, wrong(TODAY, "day"));
    expect(desk.books().list("passwordCard", "lock", "day")).toHaveLength(1);

    desk.post([{ type: "password-card.day-lock-ended", passwordCard: "p-1" }]);

    expect(desk.books().list("passwordCard", "lock", "day")).toEqual([]);
    expect(desk.see("passwordCard", "p-1")).toMatchObject({ wrongToday: 0, wrongRun: 1 });
  });

  test("P20: void, it drops its challenge and names the card that took its place", () => {
    const card = cardAfter(challenged, {
      type: "password-card.voided",
      passwordCard: "p-1",
      reason: "lost",
      returned: false,
      replacedBy: "p-2",
    });

    expect(card).toMatchObject({ life: "void", voidReason: "lost", replacedBy: "p-2" });
    expect(card.challenge).toBeUndefined();
  });

  test("that was never entered is our mistake, and stops", () => {
    expect(() => deskAfter(right)).toThrow("the journal names an existing passwordCard");
  });
});

describe("a customer's electronic banking in the books", () => {
  const opened = (channel: "internet-bank" | "wap-bank"): RawEntry => ({
    type: "e-bank.opened",
    customer: "c-1",
    channel,
    password: `v-${channel}`,
  });

  test("begins with whatever comes first, both switches on and nothing paid (P24)", () => {
    const desk = deskAfter(opened("internet-bank"), opened("wap-bank"));

    expect(desk.see("eBank", "c-1")).toEqual({
      id: "c-1",
      passwords: { "internet-bank": "v-internet-bank", "wap-bank": "v-wap-bank" },
      switches: { "e-commerce": true, "outward-transfer": true },
      loginWrong: {},
      paid: 0,
      payees: [],
    });
  });

  test("P40: adds up what was paid on a day, and begins anew on the next", () => {
    const paid = (on: string, amount: number): RawEntry => ({
      type: "e-bank.paid",
      customer: "c-1",
      on,
      amount,
      kind: "bill",
      to: "演示水务",
    });
    const desk = deskAfter(opened("wap-bank"), paid(TODAY, 300_00), paid(TODAY, 200_00));
    expect(desk.see("eBank", "c-1")).toMatchObject({ paid: 500_00, paidOn: TODAY });

    desk.post([paid("2026-03-19", 1_00)]);

    expect(desk.see("eBank", "c-1")).toMatchObject({ paid: 1_00, paidOn: "2026-03-19" });
  });

  test("forgets the password of a channel that was closed, and of no other", () => {
    const desk = deskAfter(opened("internet-bank"), opened("wap-bank"), {
      type: "e-bank.closed",
      customer: "c-1",
      channel: "wap-bank",
    });

    expect(desk.see("eBank", "c-1").passwords).toEqual({ "internet-bank": "v-internet-bank" });
  });
});
