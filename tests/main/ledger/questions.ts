import { type Books, type Index, indexes, type Shelf } from "#core/books/books.ts";
import { keyOf } from "#core/books/overlay.ts";

const shelves = Object.keys(indexes) as readonly Shelf[]; // Object.keys forgets the literals.

/** Every question by index that made sense at some time; it grows with each look at the books. */
export type Questions = Map<string, readonly [shelf: Shelf, index: string, value: string]>;

/** Everything that can be asked of books about the records of `all`, as plain data. */
export function everything(books: Books, all: Books = books, questions: Questions = new Map()) {
  for (const shelf of shelves) addQuestions(questions, shelf, all);
  return {
    shelves: shelves.map((shelf) => ({
      shelf,
      found: all.all(shelf).map((record) => books.find(shelf, keyOf(record))),
      count: books.count(shelf),
      all: books.all(shelf),
      nobody: books.find(shelf, "nobody"),
    })),
    listed: [...questions.values()].map(([shelf, index, value]) => [
      ...[shelf, index, value],
      ...books.list(shelf, index as Index<Shelf>, value), // Each index came from its own shelf.
    ]),
  };
}

function addQuestions(questions: Questions, shelf: Shelf, books: Books): void {
  for (const index of indexes[shelf]) {
    for (const record of [...books.all(shelf), { [index]: "nobody" }]) {
      const value = (record as unknown as Record<string, string | undefined>)[index];
      if (value !== undefined) questions.set(`${shelf} ${index} ${value}`, [shelf, index, value]);
    }
  }
}
