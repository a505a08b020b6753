import { expect, test } from "vitest";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { dateOf } from "#core/calendar/instant.ts";
import { settleBills } from "#core/commands/settle-bills.ts";
import { settleFreezes } from "#core/commands/settle-freezes.ts";
import { settleTerms } from "#core/commands/settle-terms.ts";
import { type Entry, Entry as EntrySchema } from "#core/journal/entry.ts";
import { createDesk, type Desk } from "#main/desk.ts";
import { closeBooks } from "#main/open-books.ts";
import { anySteps, opening, play } from "#tests/main/ledger/history.ts";
import { FIRST_INSTANT } from "#tests/main/ledger/invented.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { fc } from "#tests/support/fast-check.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";

const HOUR = 60 * 60 * 1000;

/** What the clock brings about at this desk now, looked for afresh in all of its books. */
function due(desk: Desk): readonly Entry[] {
  const { books } = desk;
  const stamp = { recordedAt: desk.now(), businessDate: dateOf(desk.now()) };
  const parameters = desk.branch()?.parameters;
  if (!parameters) return [];
  const today = stamp.businessDate;
  const terms = settleTerms({ books, now: desk.now(), today, parameters });
  const after = (entries: readonly Entry[]) =>
    booksAfter(changesOfAll(books, entries, stamp), books);
  const freezes = settleFreezes({ books: after(terms), now: desk.now(), parameters });
  const settled = [...terms, ...freezes];
  return [...settled, ...settleBills({ books: after(settled), now: desk.now(), today })];
}

/**
 * An invented report with the hold that every real one lays down, and an order that ends in the
 * midst of a day.
 */
function asReal(entries: readonly Entry[], now: number): readonly Entry[] {
  return entries.flatMap((entry) => {
    if (entry.type === "freeze.registered" && entry.freeze.status === "active") {
      return [EntrySchema.parse({ ...entry, freeze: { ...entry.freeze, endsAt: now + HOUR } })];
    }
    if (entry.type !== "loss.reported") return [entry];
    const { hold, account, number, acceptedAt } = entry.lossCase;
    const source = { type: "loss", lossCase: number };
    const placed = { id: hold, account, kind: "full-block", source, placedAt: acceptedAt };
    return [
      EntrySchema.parse({ type: "hold.placed", hold: { ...placed, status: "active" } }),
      entry,
    ];
  });
}

// Goal: a desk that looks only when something can be due writes down what one that always looks does.
// Method: random histories with the clock going on by random spells, a settlement before each batch.
test("T06, F11, P17: nothing that the clock brings about is left out", {
  timeout: 120_000,
}, async () => {
  const spells = fc.array(fc.constantFrom(0, 0, 0, 1, HOUR, 24 * HOUR, 400 * HOUR, -HOUR), {
    minLength: 40,
    maxLength: 40,
  });
  let settled = 0;
  await fc.assert(
    fc.asyncProperty(anySteps, spells, async (steps, passing) => {
      const opened = await openTestBooks(await trialBranch(), "live");
      let clock: number = FIRST_INSTANT;
      const posted: Entry[] = [];
      const desk = createDesk({
        kind: "live",
        ...opened,
        clock: () => clock,
        onPosted: ({ code, entries }) => code === "system" && posted.push(...entries),
        onSitting: () => {},
      });

      for (const [index, { entries }] of play([...opening, ...steps]).batches.entries()) {
        clock += passing[index % passing.length] ?? 0;
        const expected = due(desk);
        desk.settle();
        expect(posted.splice(0)).toEqual(expected);
        settled += expected.length;
        try {
          desk.commit({ teller: "system", code: "4001", entries: asReal(entries, clock) });
        } catch {
          // The history did not reckon with what the clock ended meanwhile; then it goes on without.
        }
      }
      closeBooks(opened);
    }),
    { numRuns: 25 },
  );
  expect(settled).toBeGreaterThan(20);
});
