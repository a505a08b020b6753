import type { Books, Shelf, Shelves } from "#core/books/books.ts";
import { known } from "#core/kernel/assert.ts";

/** The record that an entry speaks of; the journal never names one that is not there. */
export function recordOf<S extends Shelf>(books: Books, shelf: S, key: string): Shelves[S] {
  return known(books.find(shelf, key), `the journal names an existing ${shelf}`);
}
