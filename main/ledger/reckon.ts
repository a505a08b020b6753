import type { Books, Change, Shelf, Shelves } from "#core/books/books.ts";
import { customersOf } from "#core/books/concern.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOf } from "#core/books/post.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Batch } from "#core/journal/batch.ts";
import { assertMayStand, assertSums } from "./constraints.ts";
import { isOfOrdersAlone } from "./orders-alone.ts";
import { plainRecord } from "./plain-record.ts";
import type { Posting } from "./posting.ts";

/**
 * Reckons what a batch makes of the books, and changes nothing. Each entry is decided on the books
 * as they are by then. Throws for a batch that the books cannot take. `body` is the batch as the
 * journal has it, or will have it.
 */
export function reckon(books: Books, batch: Batch, body = JSON.stringify(batch)): Posting {
  assertSums(batch);
  const isOrders = isOfOrdersAlone(batch, books);
  const stage = stageOn(books);
  const customers = new Set<CustomerId>();
  for (const entry of batch.entries) {
    const made = changesOf(stage.books, entry, batch).map(plainChange);
    stage.add(made);
    for (const customer of customersOf(stage.books, entry, made)) customers.add(customer);
  }

  assertMayStand(stage.books, books, stage.changes);
  return {
    batch,
    body,
    changes: stage.changes,
    customers: [...customers].sort(),
    isOfOrdersAlone: isOrders,
  };
}

function plainChange(change: Change): Change {
  const record = plainRecord(change.record);
  return record === change.record ? change : ({ ...change, record } as Change); // Of that shelf.
}

/** The books in the midst of a batch. Keys are at hand; a founding batch has 20,000 entries. */
function stageOn(books: Books) {
  const changes: Change[] = [];
  const shelves = new Map<Shelf, Map<string, Change["record"]>>();
  const after = () => booksAfter(changes, books);

  // The one place where the pairing of shelf and record is taken on trust from `put`.
  const changed = <S extends Shelf>(shelf: S, key: string) =>
    shelves.get(shelf)?.get(key) as Shelves[S] | undefined;

  const staged: Books = {
    find: (shelf, key) => changed(shelf, key) ?? books.find(shelf, key),
    list: (shelf, index, value) => after().list(shelf, index, value),
    all: (shelf) => after().all(shelf),
    count: (shelf) => after().count(shelf),
  };

  return {
    books: staged,
    changes,
    add(made: readonly Change[]) {
      for (const change of made) {
        const { shelf, key, record } = change;
        const kept = shelves.get(shelf) ?? new Map<string, Change["record"]>();
        shelves.set(shelf, kept.set(key, record));
        changes.push(change);
      }
    },
  };
}
