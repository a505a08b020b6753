import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { businessDate } from "#core/calendar/business-date.ts";
import {
  isLive,
  isPastValidity,
  lockOn,
  PasswordCard,
  unansweredOn,
  usesLeft,
  wrongTodayOn,
} from "#core/password-card/password-card.ts";
import { PasswordCardEntry, passwordCardAfter } from "#core/password-card/password-card-entry.ts";
import { fc } from "#tests/support/fast-check.ts";

type RawCard = z.input<typeof PasswordCard>;
type RawStep = Exclude<z.input<typeof PasswordCardEntry>, { type: "password-card.entered" }>;

const today = businessDate("2026-03-18");
const tomorrow = businessDate("2026-03-19");
const passwordCard = "p-1";

const challenge = {
  id: "ch-7",
  binding: "ab".repeat(32),
  nonce: "cd".repeat(16),
  coordinates: ["A3", "B2"],
  askedAt: 1_000,
  expiresAt: 301_000,
  status: "open",
} as const;

const plain: RawCard = {
  id: passwordCard,
  serial: "030000000001",
  version: 1,
  grid: { columns: 8, rows: 10, cellDigits: 3, challengeSize: 2 },
  customer: "c-1",
  issuedOn: "2026-03-18",
  life: "active",
  lock: "none",
  uses: 1000,
  used: 0,
  wrongRun: 0,
  wrongToday: 0,
  answered: 0,
  cellsSeen: [],
  unanswered: 0,
};
const card = (over: Partial<RawCard> = {}) => PasswordCard.parse({ ...plain, ...over });

/** The card after a step, read as the journal would read it. */
function cardAfter(before: PasswordCard, step: RawStep): PasswordCard {
  const entry = PasswordCardEntry.parse(JSON.parse(JSON.stringify(step)));
  if (entry.type === "password-card.entered") return entry.card;
  return PasswordCard.parse(passwordCardAfter(before, entry));
}

const right = (clearsRun = true, exhausts = false) =>
  ({ type: "password-card.answered-right", passwordCard, clearsRun, exhausts }) as const;
const wrong = (over: Partial<Extract<RawStep, { type: "password-card.answered-wrong" }>> = {}) =>
  ({
    type: "password-card.answered-wrong",
    passwordCard,
    on: today,
    counts: false,
    locks: "none",
    exhausts: false,
    ...over,
  }) as const;
const asked = (leavesUnanswered: boolean, on: string = today) =>
  ({ type: "password-card.challenged", passwordCard, challenge, on, leavesUnanswered }) as const;

describe("a password card in the books", () => {
  test("P29: is active after the first login, and otherwise as it was", () => {
    const issued = card({ life: "issued-inactive" });

    expect(cardAfter(issued, { type: "password-card.activated", passwordCard })).toEqual(card());
  });

  test("4.1: remembers the challenge it was asked last", () => {
    expect(cardAfter(card(), asked(false))).toEqual(card({ challenge, unansweredOn: today }));
  });

  test("4.1: is as it was after it is asked the same once more", () => {
    const held = card({ challenge, unanswered: 2, unansweredOn: today });
    const again = { type: "password-card.asked-again", passwordCard, challenge } as const;

    expect(cardAfter(held, again)).toEqual(held);
  });

  test("4.1: counts the challenges of a day that were left for others, and each day anew", () => {
    const twice = cardAfter(cardAfter(card(), asked(true)), asked(true));

    expect(unansweredOn(twice, today)).toBe(2);
    expect(unansweredOn(twice, tomorrow)).toBe(0);
    expect(unansweredOn(cardAfter(twice, asked(true, tomorrow)), tomorrow)).toBe(1);
    expect(unansweredOn(cardAfter(twice, asked(false)), today)).toBe(2);
  });

  test("P10: closes its challenge with a right answer, and counts a use", () => {
    const answered = cardAfter(card({ challenge, wrongToday: 2, wrongRun: 2 }), right());

    expect(answered).toEqual(
      card({
        challenge: { ...challenge, status: "answered" },
        used: 1,
        answered: 1,
        cellsSeen: ["A3", "B2"],
      }),
    );
  });

  test("P19: keeps the run of wrong answers after a right one where they add up", () => {
    const before = card({ challenge, wrongRun: 9, wrongToday: 2, wrongOn: today });

    expect(cardAfter(before, right(true))).toMatchObject({ wrongRun: 0, wrongToday: 0 });
    expect(cardAfter(before, right(false))).toMatchObject({ wrongRun: 9, wrongToday: 0 });
  });

  test("P11: remembers each cell that was answered once, however often it is asked", () => {
    const twice = cardAfter(cardAfter(card({ challenge }), right()), right());

    expect(twice).toMatchObject({ answered: 2, cellsSeen: ["A3", "B2"] });
  });

  test("P12: is exhausted by the answer that uses it up", () => {
    const last = card({ challenge, used: 999 });

    expect(cardAfter(last, right(true, true))).toMatchObject({ life: "exhausted", used: 1000 });
    expect(cardAfter(last, wrong({ counts: true, exhausts: true }))).toMatchObject({
      life: "exhausted",
      used: 1000,
    });
  });

  test("P17: counts wrong answers by day, and in a run over all days", () => {
    const first = cardAfter(card(), wrong());
    const second = cardAfter(first, wrong());
    const nextDay = cardAfter(second, wrong({ on: tomorrow }));

    expect(second).toEqual(card({ wrongRun: 2, wrongToday: 2, wrongOn: today }));
    expect(nextDay).toEqual(card({ wrongRun: 3, wrongToday: 1, wrongOn: tomorrow }));
    expect(wrongTodayOn(second, today)).toBe(2);
    expect(wrongTodayOn(second, tomorrow)).toBe(0);
  });

  test("O13: counts a wrong answer as a use only where any answer is one", () => {
    expect(cardAfter(card(), wrong({ counts: false })).used).toBe(0);
    expect(cardAfter(card(), wrong({ counts: true })).used).toBe(1);
  });

  test("P10: keeps its challenge open after a wrong answer", () => {
    expect(cardAfter(card({ challenge }), wrong()).challenge).toEqual(challenge);
  });

  test("P17: is free again when the lock of a day has ended, with its run kept", () => {
    const locked = cardAfter(
      card({ wrongRun: 2, wrongToday: 2, wrongOn: today }),
      wrong({ locks: "day" }),
    );

    expect(locked.lock).toBe("day");
    expect(cardAfter(locked, { type: "password-card.day-lock-ended", passwordCard })).toEqual(
      card({ wrongRun: 3, wrongToday: 0, wrongOn: today }),
    );
  });

  test("P20: is void with its reason and successor, and its challenge is dropped", () => {
    const step = {
      type: "password-card.voided",
      passwordCard,
      reason: "lost",
      returned: false,
    } as const;

    expect(cardAfter(card({ challenge }), { ...step, replacedBy: "p-2" })).toEqual(
      card({ life: "void", voidReason: "lost", replacedBy: "p-2" }),
    );
    expect(cardAfter(card(), step)).toEqual(card({ life: "void", voidReason: "lost" }));
  });

  // Goal: used and left always make the uses the card was issued with (P16).
  // Method: random right and wrong answers, as long as there is a use left.
  test("P16: has as many uses used and left as it was issued with", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.constantFrom(right(), wrong(), wrong({ counts: true })), { maxLength: 60 }),
        (uses, steps) => {
          let now = card({ uses, challenge });
          for (const step of steps) {
            if (usesLeft(now) > 0) now = cardAfter(now, step);
            expect(now.used + usesLeft(now)).toBe(uses);
          }
        },
      ),
    );
  });
});

describe("a password card as it stands today", () => {
  test("P17: a day's lock holds on its day and on no later one", () => {
    const locked = card({ lock: "day", wrongOn: today });

    expect(lockOn(locked, today)).toBe("day");
    expect(lockOn(locked, tomorrow)).toBe("none");
  });

  test("P17: a day's lock does not end because the clock went back", () => {
    expect(lockOn(card({ lock: "day", wrongOn: tomorrow }), today)).toBe("day");
  });

  test("P18: a hard lock holds for ever", () => {
    const locked = card({ lock: "hard", wrongOn: today });

    expect(lockOn(locked, today)).toBe("hard");
    expect(lockOn(locked, businessDate("2036-03-18"))).toBe("hard");
  });

  test("P13: never expires by itself, and O06: is good through its last day where it does", () => {
    expect(isPastValidity(card(), businessDate("2099-12-31"))).toBe(false);
    expect(isPastValidity(card({ expiresOn: today }), today)).toBe(false);
    expect(isPastValidity(card({ expiresOn: today }), tomorrow)).toBe(true);
  });

  test("P09: is the customer's present one until it is void", () => {
    const lives = ["issued-inactive", "active", "exhausted", "void"] as const;

    expect(lives.filter((life) => isLive(card({ life })))).toEqual([
      "issued-inactive",
      "active",
      "exhausted",
    ]);
  });

  test("P16: has nothing left once it is used up, and never less than nothing", () => {
    expect(usesLeft(card({ used: 999 }))).toBe(1);
    expect(usesLeft(card({ used: 1000 }))).toBe(0);
    expect(usesLeft(card({ uses: 5, used: 6 }))).toBe(0);
  });
});
