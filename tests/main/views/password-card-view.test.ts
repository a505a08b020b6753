import { describe, expect, test } from "vitest";
import type { Books } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { type BusinessDate, businessDate } from "#core/calendar/business-date.ts";
import { PasswordCardView } from "#core/contract/password-card-view.ts";
import { PasswordCardId } from "#core/password-card/password-card.ts";
import { defaultPasswordCardRules, type PasswordCardRules } from "#core/password-card/rules.ts";
import { passwordCardViews } from "#main/views/password-card-view.ts";
import { batchOf } from "../ledger/history.ts";
import {
  account,
  card,
  customer,
  passwordCard,
  type RawEntry,
  type RawRecord,
} from "../ledger/invented.ts";

const today = businessDate("2026-03-18");
const tomorrow = businessDate("2026-03-19");
type RawCard = RawRecord<"password-card.entered", "card">;

/** The books of one customer with card p-1, in use and good for 1,000 times, and then `more`. */
function booksWith(over: Partial<RawCard> = {}, ...more: readonly RawEntry[]): Books {
  const held = { ...passwordCard(1, "c-3"), life: "active", uses: 1000, ...over } as RawCard;
  const batch = batchOf(1, [
    { type: "customer.registered", customer: customer(3) },
    { type: "account.opened", account: account(1, "c-3") },
    { type: "card.entered", card: card(2, { account: "a-1", customer: "c-3" }) },
    { type: "password-card.entered", card: held },
    ...more,
  ]);
  return booksAfter(changesOfAll(booksAfter([]), batch.entries, batch));
}

function viewsOf(
  books: Books,
  more: { readonly day?: BusinessDate; readonly rules?: Partial<PasswordCardRules> } = {},
) {
  const rules = { ...defaultPasswordCardRules, ...more.rules };
  return passwordCardViews(books, "c-3", { today: more.day ?? today, rules });
}

const wrong = (locks: "none" | "day" | "hard"): RawEntry => ({
  type: "password-card.answered-wrong",
  passwordCard: "p-1",
  on: today,
  counts: false,
  locks,
  exhausts: false,
});

const challenged: RawEntry = {
  type: "password-card.challenged",
  passwordCard: "p-1",
  challenge: {
    id: "ch-1",
    binding: "0".repeat(64),
    nonce: "0".repeat(32),
    coordinates: ["H10", "G9"],
    askedAt: 1,
    expiresAt: 2,
    status: "open",
  },
  on: today,
  leavesUnanswered: false,
};

describe("a password card as the teller sees it (5004)", () => {
  test("P16: has its number, its day of issue, and what is used and left of its uses", () => {
    const [view] = viewsOf(booksWith({ used: 400 }));

    expect(view).toMatchObject({
      id: "p-1",
      serial: "030000000001",
      issuedOn: "2026-03-18",
      life: "active",
      lock: "none",
      uses: 1000,
      used: 400,
      left: 600,
      layout: { columns: 8, rows: 10, cellDigits: 3, challengeSize: 2 },
    });
    expect(PasswordCardView.parse(view)).toEqual(view);
  });

  test("P02: says nothing of the cells that are being asked for", () => {
    const text = JSON.stringify(viewsOf(booksWith({}, challenged)));

    expect(text).not.toContain("H10");
    expect(text).not.toContain("ch-1");
  });

  test.each([
    [949, false],
    [950, true],
    [1000, true],
  ])("P14: with %i of 1,000 used a reminder is due: %s", (used, isToRemind) => {
    expect(viewsOf(booksWith({ used }))[0]?.isToRemind).toBe(isToRemind);
  });

  test("P17: a day's lock and count show on their day, and not on the next", () => {
    const books = booksWith({}, wrong("none"), wrong("none"), wrong("day"));

    expect(viewsOf(books)[0]).toMatchObject({ lock: "day", wrongToday: 3, wrongRun: 3 });
    expect(viewsOf(books, { day: tomorrow })[0]).toMatchObject({
      lock: "none",
      wrongToday: 0,
      wrongRun: 3,
    });
  });

  test("P18: a hard lock shows for ever", () => {
    const books = booksWith({}, wrong("hard"));

    expect(viewsOf(books, { day: businessDate("2036-03-18") })[0]?.lock).toBe("hard");
  });

  // 80 cells, two at a time: after 10, 20, 40 and 80 challenges 0.05, 0.16, 0.40 and 0.75.
  test.each([
    [0, 0],
    [10, 50],
    [20, 157],
    [40, 404],
    [80, 751],
  ])("O05: after %i answers a watcher knows the next with %i in 1,000", (answered, permille) => {
    const [view] = viewsOf(booksWith({ answered }));

    expect(Math.abs((view?.exposurePermille ?? -1) - permille)).toBeLessThanOrEqual(5);
  });

  test("O05: reissue is advised from the parameter on, and never for a void card", () => {
    const books = booksWith({ answered: 40 });
    const [view] = viewsOf(books);
    const exposureAdvicePermille = view?.exposurePermille ?? 0;
    const ended = booksWith({ answered: 40, life: "void", voidReason: "lost" });

    expect(viewsOf(books, { rules: { exposureAdvicePermille } })[0]?.adviseReissue).toBe(true);
    expect(
      viewsOf(books, { rules: { exposureAdvicePermille: exposureAdvicePermille + 1 } })[0],
    ).toMatchObject({ adviseReissue: false });
    expect(viewsOf(ended, { rules: { exposureAdvicePermille: 1 } })[0]).toMatchObject({
      adviseReissue: false,
      isToRemind: false,
    });
  });

  test("O02: a card that asks for no cell twice teaches a watcher nothing", () => {
    const [view] = viewsOf(booksWith({ answered: 30 }), { rules: { cellReuse: false } });

    expect(view).toMatchObject({ exposurePermille: 0, adviseReissue: false });
  });

  test("P20: the present card comes first, and a void one names the card that took its place", () => {
    const replacedBy = PasswordCardId.parse("p-2");
    const books = booksWith(
      {},
      {
        type: "password-card.voided",
        passwordCard: "p-1",
        reason: "disclosed",
        returned: false,
        replacedBy,
      },
      { type: "password-card.entered", card: passwordCard(2, "c-3") },
    );

    expect(viewsOf(books)).toMatchObject([
      { id: "p-2", life: "issued-inactive" },
      { id: "p-1", life: "void", voidReason: "disclosed", replacedBy: "030000000002" },
    ]);
  });
});
