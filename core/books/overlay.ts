import type { Books, Change, Index, Shelf, Shelves } from "#core/books/books.ts";

const emptyBooks: Books = {
  find: () => undefined,
  list: () => [],
  all: () => [],
  count: () => 0,
};

/**
 * The books as they would be after some changes: what a rule decides on when one request posts
 * several entries, what a preview looks at, and on empty books what the tests use.
 */
export function booksAfter(changes: readonly Change[], base: Books = emptyBooks): Books {
  const shelves = new Map<Shelf, Map<string, Change["record"]>>();
  for (const { shelf, key, record } of changes) {
    const kept = shelves.get(shelf) ?? new Map<string, Change["record"]>();
    shelves.set(shelf, kept.set(key, record));
  }

  // The one place where the pairing of shelf and record is taken on trust from `put`.
  const changed = <S extends Shelf>(shelf: S) =>
    (shelves.get(shelf) ?? new Map()) as ReadonlyMap<string, Shelves[S]>;

  const merged = <S extends Shelf>(
    shelf: S,
    before: readonly (readonly [string, Shelves[S]])[],
  ) => [...new Map([...before, ...changed(shelf)]).values()];

  return {
    find: (shelf, key) => changed(shelf).get(key) ?? base.find(shelf, key),
    list: (shelf, index, value) => {
      const before = base
        .list(shelf, index, value)
        .map((record) => [keyOf(record), record] as const);
      return merged(shelf, before).filter((record) => isUnder(record, index, value));
    },
    all: (shelf) =>
      merged(
        shelf,
        base.all(shelf).map((record) => [keyOf(record), record] as const),
      ),
    count: (shelf) =>
      base.count(shelf) +
      [...changed(shelf).keys()].filter((key) => base.find(shelf, key) === undefined).length,
  };
}

/** The key of a record: its number where it has a public one as its name, else its id. */
export function keyOf(record: Shelves[Shelf]): string {
  return "id" in record ? record.id : record.number;
}

function isUnder<S extends Shelf>(record: Shelves[S], index: Index<S>, value: string): boolean {
  return (record as Readonly<Record<string, unknown>>)[index as string] === value;
}
