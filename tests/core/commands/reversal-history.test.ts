import { expect, test, vi } from "vitest";
import { type Books, indexes, type Shelf } from "#core/books/books.ts";
import { booksAfter, keyOf } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { undoableParts } from "#core/reversal/undoable.ts";
import { joined, piecesIn, piecesLeft, SerialRange, type Stock } from "#core/voucher/stock.ts";
import type { RawRequest } from "#tests/support/counter.ts";
import { fc } from "#tests/support/fast-check.ts";
import {
  openReversalDesk,
  type ReversalDesk,
  reversalOf,
  VAULT,
} from "#tests/support/reversal-desk.ts";

// Random days may take their time on a busy machine; nothing here is about speed.
vi.setConfig({ testTimeout: 120_000 });

const wishes = [
  ...(["deposit", "payOut", "transfer", "report", "draw", "giveIn"] as const),
  ...(["sleep", "undo"] as const),
] as const;

/** Days at the counter: cash, transfers, reports with fees, blank pieces, nights, and reversals. */
const anyDays = fc.array(
  fc.record({
    what: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...wishes) },
      { weight: 2, arbitrary: fc.constant("undo" as const) },
    ),
    who: fc.constantFrom(1, 2),
    amount: fc.constantFrom(1, 10_00, 999_99, 1_000_00, 7_000_00),
    fee: fc.constantFrom("cash", "account", "owed"),
    pick: fc.nat(40),
  }),
  { minLength: 10, maxLength: 40 },
);
type Step = typeof anyDays extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

function requestFor(desk: ReversalDesk, step: Step): RawRequest | undefined {
  const { what, who, amount, fee, pick } = step;
  switch (what) {
    case "deposit":
      return desk.deposit({ account: `a-${who}`, amount });
    case "payOut":
      return desk.payOut(`k-${who}`, { amount });
    case "transfer":
      return desk.toNeighbour({ amount });
    case "report":
      return desk.formal(`k-${who}`, { fee });
    case "draw":
      return { code: "8001", input: { kind: "password-card", count: 1 + (pick % 7) } };
    case "giveIn":
      return {
        code: "8001",
        input: { action: "return", kind: "password-card", count: 1 + (pick % 7) },
      };
    case "sleep":
      desk.pass((1 + (pick % 3)) * 86_400_000);
      return undefined;
    case "undo": {
      const undoable = desk.batches().filter((batch) => undoableParts(batch).length > 0);
      const batch = undoable[undoable.length - 1 - (pick % Math.max(1, undoable.length))];
      return batch && reversalOf({ batch }, { part: undoableParts(batch)[0] ?? "whole" });
    }
  }
}

/** Plays a history; what is refused is left out. Returns how many reversals were accepted. */
function play(desk: ReversalDesk, steps: readonly Step[]): number {
  let undone = 0;
  for (const step of steps) {
    const request = requestFor(desk, step);
    if (!request || !desk.preview(request).ok) continue;
    desk.does(request);
    if (request.code === "1106") undone += 1;
  }
  return undone;
}

/** What was written down if what was reversed had never been posted, nor its reversal. */
function withoutReversed(batches: readonly Batch[]): readonly Batch[] {
  const marks = batches.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.type === "posting.reversed" ? [entry] : [])),
  );
  return batches.map((batch) => {
    const mark = marks.find(({ original, by }) => [original, by].includes(batch.sequence));
    if (!mark) return batch;
    const isFeeOf = mark.part === "fee" && mark.original === batch.sequence;
    const entries = batch.entries.filter(
      (entry) =>
        isFeeOf &&
        entry.type !== "fee.owed" &&
        !(entry.type === "money.posted" && entry.memo === "fee"),
    );
    return { ...batch, entries };
  });
}

/**
 * The books of a journal, but for what moved between hands: which pieces those were depends on the
 * order, and a piece may be drawn, given in, drawn again and the first drawing undone. Those are told
 * by `piecesMoved`.
 */
function booksOf(batches: readonly Batch[]): Books {
  let books = booksAfter([]);
  for (const batch of batches) {
    const entries = batch.entries.filter((entry) => !isMove(entry));
    books = booksAfter(changesOfAll(books, entries, batch), books);
  }
  return books;
}

type Move = Extract<Entry, { readonly type: "pieces.allotted" | "pieces.transferred" }>;
const isMove = (entry: Entry): entry is Move =>
  entry.type === "pieces.allotted" || entry.type === "pieces.transferred";

/** How many password cards went into each hand, and out of it where that is below zero. */
function piecesMoved(batches: readonly Batch[]): Readonly<Record<string, number>> {
  const moved: Record<string, number> = {};
  for (const move of batches.flatMap(({ entries }) => entries.filter(isMove))) {
    const count = piecesIn(move.ranges ?? []);
    const from = move.type === "pieces.allotted" ? "vault" : move.from;
    moved[from] = (moved[from] ?? 0) - count;
    moved[move.to] = (moved[move.to] ?? 0) + count;
  }
  return moved;
}

/** Papers, people and their words stay as they were given, and so does a fee that was once owed. */
const staying: readonly Shelf[] = ["slip", "grant", "teller", "owedFee"];
// Object.keys forgets the literal keys.
const shelves = (Object.keys(indexes) as readonly Shelf[]).filter(
  (shelf) => !staying.includes(shelf),
);

/** What of a shelf can be told from the counter: a sum of zero or an empty box is as good as none. */
function seen(books: Books, shelf: Shelf, today: BusinessDate): Readonly<Record<string, unknown>> {
  const told = books.all(shelf).filter((record) => {
    if (shelf === "branchBalance") return "balance" in record && record.balance !== 0;
    return shelf !== "stock" || !("ranges" in record) || record.ranges.length > 0;
  });
  // How an earlier day began is kept until the next movement and means nothing any more.
  const asOfToday = told.map((record) => {
    if ("day" in record && "ranges" in record) return withoutStillDay(record, today);
    if (!("dayStart" in record) || record.lastMovedOn === today) return record;
    const { dayStart: _earlier, ...account } = record;
    return account;
  });
  return Object.fromEntries(asOfToday.map((record) => [keyOf(record), record]));
}

/** A day of a hand says nothing once another has begun, nor where nothing moved all in all. */
function withoutStillDay({ day, ...stock }: Stock, today: BusinessDate): Stock {
  if (day?.date !== today) return stock;
  const { received, used, voided, handedOver, lost } = day;
  const moved = [...received, ...used, ...voided, ...handedOver, ...lost];
  return moved.length > 0 ? { ...stock, day } : stock;
}

/** How many password cards lie where, besides those that lay there before anybody moved one. */
function piecesHeld(books: Books): Readonly<Record<string, number>> {
  const held = books
    .all("stock")
    .filter(({ kind }) => kind === "password-card")
    .map((stock) => {
      const before = stock.holder === "vault" ? piecesIn([SerialRange.parse(VAULT)]) : 0;
      return [stock.holder, piecesLeft(stock) - before] as const;
    });
  return Object.fromEntries(held.filter(([, count]) => count !== 0));
}

const besidesZero = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));

function passwordCards({ kind, ranges }: Stock): readonly SerialRange[] {
  return kind === "password-card" ? ranges : [];
}

// Goal: a reversal leaves every book as if the original had never been; balances, dates, interest,
// boxes, holds, stock, and no piece is ever in two hands or in none. Method: random days with reversals in any order; then the same journal read
// without what was reversed must give the same books.
test("C06: in any order, what was reversed might never have been posted", () => {
  let undone = 0;
  fc.assert(
    fc.property(anyDays, (steps) => {
      const desk = openReversalDesk();
      undone += play(desk, steps);
      const kept = withoutReversed(desk.batches());
      const books = booksOf(kept);
      const { today } = desk.context();

      for (const shelf of shelves.filter((one) => one !== "stock")) {
        expect(seen(desk.books(), shelf, today)).toEqual(seen(books, shelf, today));
      }
      expect(piecesHeld(desk.books())).toEqual(besidesZero(piecesMoved(kept)));
      expect(joined(desk.books().all("stock").flatMap(passwordCards))).toEqual([VAULT]);
    }),
    { numRuns: 60 },
  );
  expect(undone).toBeGreaterThan(100);
});

// Goal: reversals make and lose no money, and take nothing that is not there. Method: as above,
// looking at the balances after every accepted step.
test("3.11, C06: all money sums to zero, and no customer and no box is ever below zero", () => {
  fc.assert(
    fc.property(anyDays, (steps) => {
      const desk = openReversalDesk();
      for (const step of steps) {
        play(desk, [step]);
        const accounts = desk.books().all("account");
        const all = [...accounts, ...desk.books().all("branchBalance")];
        expect(all.reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
        expect(accounts.filter(({ balance }) => balance < 0)).toEqual([]);
        expect(desk.box()).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 40 },
  );
});

// Goal: doing and undoing at once changes no shelf. Method: any days, then one more of every kind,
// reversed right after it was done.
test("C06: what is reversed at once leaves every shelf as it was", () => {
  const doable = ["deposit", "payOut", "transfer", "draw", "giveIn"] as const;
  fc.assert(
    fc.property(anyDays, fc.constantFrom(...doable), fc.constantFrom(1, 2), (steps, what, who) => {
      const desk = openReversalDesk();
      play(desk, steps);
      const { today } = desk.context();
      const request = requestFor(desk, { what, who, amount: 1, fee: "cash", pick: 2 });
      if (!request || !desk.preview(request).ok) return; // Which settles what the clock brought.
      const before = shelves.map((shelf) => seen(desk.books(), shelf, today));
      const done = desk.does(request);
      if (!desk.preview(reversalOf(done)).ok) return;

      desk.does(reversalOf(done));

      expect(shelves.map((shelf) => seen(desk.books(), shelf, today))).toEqual(before);
    }),
    { numRuns: 60 },
  );
});
