import {
  type Books,
  type Change,
  type Index,
  indexes,
  type Shelf,
  type Shelves,
} from "#core/books/books.ts";

type Record = Change["record"];

/** One shelf in memory, with what stands under each value of each index. */
interface MemoryShelf {
  readonly records: Map<string, Record>;
  readonly under: Map<string, Set<string>>;
}

/** Books in memory alone, for a past that is played again: the ledger is not touched by it. */
export interface MemoryBooks {
  readonly books: Books;
  readonly take: (changes: readonly Change[]) => void;
}

/** Empty books; every change is looked up by key and by index from then on. */
export function memoryBooks(): MemoryBooks {
  const shelves = new Map<Shelf, MemoryShelf>();

  function shelfOf(shelf: Shelf): MemoryShelf {
    const known = shelves.get(shelf);
    if (known) return known;
    const fresh: MemoryShelf = { records: new Map(), under: new Map() };
    shelves.set(shelf, fresh);
    return fresh;
  }
  // A record is kept only under the shelf it was put on.
  const find = <S extends Shelf>(shelf: S, key: string) =>
    shelfOf(shelf).records.get(key) as Shelves[S] | undefined;

  function take({ shelf, key, record }: Change): void {
    const { records, under } = shelfOf(shelf);
    const before = records.get(key);
    records.set(key, record);
    for (const index of indexes[shelf]) {
      const [from, to] = [before && fieldOf(before, index), fieldOf(record, index)];
      if (from === to) continue;
      if (from !== undefined) under.get(`${index} ${from}`)?.delete(key);
      if (to === undefined) continue;
      const question = `${index} ${to}`;
      under.set(question, (under.get(question) ?? new Set()).add(key));
    }
  }

  return {
    take: (changes) => changes.forEach(take),
    books: {
      find,
      list: <S extends Shelf>(shelf: S, index: Index<S>, value: string) =>
        [...(shelfOf(shelf).under.get(`${String(index)} ${value}`) ?? [])].flatMap(
          (key) => find(shelf, key) ?? [],
        ),
      all: <S extends Shelf>(shelf: S) =>
        [...shelfOf(shelf).records.values()] as unknown as readonly Shelves[S][],
      count: (shelf) => shelfOf(shelf).records.size,
    },
  };
}

function fieldOf(record: Record, index: string): string | undefined {
  const value = Object.entries(record).find(([key]) => key === index)?.[1];
  return typeof value === "string" ? value : undefined;
}
