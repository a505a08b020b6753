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

/** So many changes are looked through for the last one of a record. */
const FEW = 16;

/** The books in the midst of a batch. Most are short; a founding one has 20,000 entries. */
function stageOn(books: Books) {
  const changes: Change[] = [];
  const last = new Map<string, Change>(); // Only where there are more than a few.
  const after = () => booksAfter(changes, books);

  function lastOf(shelf: Shelf, key: string): Change | undefined {
    if (changes.length > FEW) return last.get(nameOf(shelf, key));
    for (let at = changes.length - 1; at >= 0; at -= 1) {
      const change = changes[at];
      if (change?.key === key && change.shelf === shelf) return change;
    }
    return undefined;
  }

  // The one place where the pairing of shelf and record is taken on trust from `put`.
  const changed = <S extends Shelf>(shelf: S, key: string) =>
    lastOf(shelf, key)?.record as Shelves[S] | undefined;

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
      for (const change of made) changes.push(change);
      if (changes.length <= FEW) return;
      for (const change of last.size === 0 ? changes : made) {
        last.set(nameOf(change.shelf, change.key), change);
      }
    },
  };
}

function nameOf(shelf: Shelf, key: string): string {
  return `${shelf} ${key}`;
}
