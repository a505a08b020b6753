import type { z } from "zod";
import type { Books, Change } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOf } from "#core/books/post.ts";
import { Batch } from "#core/journal/batch.ts";
import { Entry } from "#core/journal/entry.ts";
import { fc } from "#tests/support/fast-check.ts";
import { FIRST_DATE, FIRST_INSTANT, type RawEntry } from "./invented.ts";
import { playsOfAccounts } from "./plays-of-accounts.ts";
import { playsOfCash } from "./plays-of-cash.ts";
import { playsOfEBanking } from "./plays-of-e-banking.ts";
import { playsOfFreezes } from "./plays-of-freezes.ts";
import { playsOfIdentity } from "./plays-of-identity.ts";
import { playsOfNeighbours } from "./plays-of-neighbours.ts";
import { playsOfStock } from "./plays-of-stock.ts";
import { playsOfTheBranch } from "./plays-of-the-branch.ts";
import { playsOfTheQueue } from "./plays-of-the-queue.ts";

const plays = {
  ...playsOfAccounts,
  ...playsOfCash,
  ...playsOfEBanking,
  ...playsOfFreezes,
  ...playsOfIdentity,
  ...playsOfNeighbours,
  ...playsOfStock,
  ...playsOfTheBranch,
  ...playsOfTheQueue,
};

/** One step of an invented history: what is to happen, to whom, and how much of it. */
export interface Step {
  readonly type: Entry["type"];
  readonly pick: number;
  readonly amount: number;
}

/** Every kind of entry there is. */
export const ENTRY_TYPES = Entry.options.map((option) => option.unwrap().shape.type.value);

/** Invented histories: any mixture of everything that can happen. */
export const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    type: fc.constantFrom(...ENTRY_TYPES),
    pick: fc.nat(1000),
    amount: fc.integer({ min: 2, max: 1_000_000_00 }),
  }),
  { maxLength: 120 },
);

/** A history that begins with something of everything, so that no later step lacks its record. */
export const opening: readonly Step[] = [
  ...["branch.founded", "teller.registered", "customer.registered", "customer.registered"],
  ...["account.opened", "account.opened", "card.entered", "card.entered", "money.posted"],
  ...["loss.reported", "relation.bound", "production.ordered", "stock.placed", "slip.issued"],
  ...["pieces.received"],
  ...["hold.placed", "authorisation.given", "batch.made", "batch.delivered"],
  ...["password-card.entered", "e-bank.opened", "freeze.registered", "freeze.registered"],
  ...["cash.counted", "fee.owed"],
  ...["agency.registered", "identity.forged"],
  ...["request.parked"],
  ...["sms.queued", "sms-code.issued", "e-pay.applied", "wallet.registered"],
  ...["risk.flagged", "call.started"],
].map((type, pick) => ({ type: type as Entry["type"], pick, amount: 500_00 + pick }));

/** The batches of a history as the journal would hold them, and the books by core's own reckoning. */
export function play(steps: readonly Step[]): {
  readonly batches: readonly Batch[];
  readonly books: Books;
} {
  const batches: Batch[] = [];
  const changes: Change[] = [];
  let books = booksAfter(changes);

  for (const [index, step] of steps.entries()) {
    const raw = plays[step.type]({
      any: (shelf) => {
        const all = books.all(shelf);
        return all[step.pick % Math.max(1, all.length)];
      },
      find: books.find,
      fresh: index + 1,
      amount: step.amount,
    });
    if (!raw) continue;

    const batch = batchOf(batches.length + 1, [raw]);
    for (const entry of batch.entries) changes.push(...changesOf(books, entry, batch));
    batches.push(batch);
    books = booksAfter(changes);
  }
  return { batches, books };
}

/** A batch of these entries, checked as the journal checks it. */
export function batchOf(
  sequence: number,
  entries: readonly RawEntry[],
  more: Partial<z.input<typeof Batch>> = {},
): Batch {
  return Batch.parse({
    schema: 1,
    sequence,
    recordedAt: FIRST_INSTANT + sequence * 1000,
    businessDate: FIRST_DATE,
    branch: "0200",
    teller: "0001",
    approvers: [],
    code: "4001",
    entries,
    ...more,
  });
}
