import { type Books, type Change, indexes, type Shelf, type Shelves } from "#core/books/books.ts";
import { keyOf } from "#core/books/overlay.ts";
import { plainRecord } from "./plain-record.ts";
import { type Recent, recentOf } from "./recent.ts";

/** Records of a shelf that stay in memory although SQL has them; some megabytes for all shelves. */
const RECORDS_KEPT = 2_000;
/** Answers of a shelf to a question by index that stay in memory, and how long one may be. */
const LISTS_KEPT = 1_000;
const LIST_ROWS_KEPT = 200;

/** The books in memory before those in SQL, which may lag behind. */
export interface KeptBooks {
  readonly books: Books;
  /** Takes the changes of one batch; from now on every answer knows them. */
  readonly take: (changes: readonly Change[]) => void;
  /** SQL has these changes now; none of them needs to be kept for its sake any more. */
  readonly landed: (changes: readonly Change[]) => void;
  /** Records that SQL does not have yet. */
  readonly countBehind: () => number;
  /** All of them as they are now, to be put into SQL before it is asked again. */
  readonly drain: () => readonly Change[];
}

/** What is kept of one shelf. */
interface KeptShelf {
  /** What SQL has, by key; null for a key that is known to be nobody's. */
  readonly records: Recent<Change["record"] | null>;
  /** What SQL does not have yet, by key. */
  readonly behind: Map<string, Change>;
  /** Whether SQL has anything of it; undefined until that is asked. */
  isInSql: boolean | undefined;
  /** Keys in the order of the books, by index and value; all of the shelf under `ALL`. */
  readonly lists: Recent<readonly string[]>;
  count: number | undefined;
}

const ALL = "*";
const questionOf = (index: string, value: string) => `${index} ${value}`;

/**
 * Books that answer from memory where they can, and else from SQL. `catchUp` brings SQL level; it is
 * called only when SQL is to answer about a shelf of which it does not have everything.
 */
export function keptBooks(sql: Books, catchUp: () => void): KeptBooks {
  const shelves = new Map<Shelf, KeptShelf>();
  let behindCount = 0;

  function shelfOf(shelf: Shelf): KeptShelf {
    const known = shelves.get(shelf);
    if (known) return known;
    const fresh: KeptShelf = {
      records: recentOf(RECORDS_KEPT),
      behind: new Map(),
      isInSql: undefined,
      lists: recentOf(LISTS_KEPT),
      count: undefined,
    };
    shelves.set(shelf, fresh);
    return fresh;
  }

  function find<S extends Shelf>(shelf: S, key: string): Shelves[S] | undefined {
    const kept = shelfOf(shelf);
    const record = kept.behind.get(key)?.record ?? kept.records.get(key);
    // A record is kept only under the shelf it was put on.
    if (record !== undefined) return (record as Shelves[S] | null) ?? undefined;

    kept.isInSql ??= sql.count(shelf) > 0;
    if (!kept.isInSql) return undefined; // An empty ledger that is filled is asked at every record.
    const found = plainRecord(sql.find(shelf, key));
    kept.records.set(key, found ?? null);
    return found;
  }

  function listed<S extends Shelf>(
    shelf: S,
    question: string,
    ask: () => readonly Shelves[S][],
  ): readonly Shelves[S][] {
    const kept = shelfOf(shelf);
    const keys = kept.lists.get(question);
    if (keys) return keys.flatMap((key) => find(shelf, key) ?? []);

    if (kept.behind.size > 0) catchUp();
    const records = ask().map(plainRecord);
    if (records.length <= LIST_ROWS_KEPT) {
      kept.lists.set(question, records.map(keyOf));
      for (const record of records) kept.records.set(keyOf(record), record);
    }
    return records;
  }

  function takeOne(change: Change): void {
    const kept = shelfOf(change.shelf);
    if (kept.count !== undefined || !kept.lists.isEmpty()) correctAnswers(kept, change);
    if (!kept.behind.has(change.key)) behindCount += 1;
    kept.behind.set(change.key, change);
  }

  /** What was answered about its shelf stays right. */
  function correctAnswers(kept: KeptShelf, change: Change): void {
    const before = find(change.shelf, change.key);
    for (const index of indexes[change.shelf]) relist(kept, { index, before, change });
    if (!before) {
      append(kept, ALL, change.key);
      if (kept.count !== undefined) kept.count += 1;
    }
  }

  return {
    books: {
      find,
      list: (shelf, index, value) =>
        listed(shelf, questionOf(index, value), () => sql.list(shelf, index, value)),
      all: (shelf) => listed(shelf, ALL, () => sql.all(shelf)),
      count(shelf) {
        const kept = shelfOf(shelf);
        if (kept.count === undefined) {
          if (kept.behind.size > 0) catchUp();
          kept.count = sql.count(shelf);
        }
        return kept.count;
      },
    },
    take: (changes) => changes.forEach(takeOne),
    landed(changes) {
      for (const change of changes) {
        const kept = shelfOf(change.shelf);
        kept.isInSql = true;
        if (kept.behind.get(change.key) !== change) continue; // A later batch changed it again.
        kept.records.set(change.key, change.record);
        kept.behind.delete(change.key);
        behindCount -= 1;
      }
    },
    countBehind: () => behindCount,
    drain() {
      const all = [...shelves.values()].flatMap(({ behind }) => [...behind.values()]);
      for (const kept of shelves.values()) {
        if (kept.behind.size > 0) kept.isInSql = true;
        for (const [key, { record }] of kept.behind) kept.records.set(key, record);
        kept.behind.clear();
      }
      behindCount = 0;
      return all;
    },
  };
}

/**
 * Keeps the answers by one index right. What is new stands last, as it does in the books; where an
 * old record comes to stand among others only SQL knows, so that answer is forgotten.
 */
function relist(
  kept: KeptShelf,
  {
    index,
    before,
    change,
  }: {
    readonly index: string;
    readonly before: Change["record"] | undefined;
    readonly change: Change;
  },
): void {
  const [from, to] = [before && fieldOf(before, index), fieldOf(change.record, index)];
  if (before && from === to) return;

  if (from !== undefined) remove(kept, questionOf(index, from), change.key);
  if (to === undefined) return;
  if (before) kept.lists.delete(questionOf(index, to));
  else append(kept, questionOf(index, to), change.key);
}

function append({ lists }: KeptShelf, question: string, key: string): void {
  const keys = lists.get(question);
  if (!keys) return;
  if (keys.length < LIST_ROWS_KEPT) lists.set(question, [...keys, key]);
  else lists.delete(question);
}

function remove({ lists }: KeptShelf, question: string, key: string): void {
  const keys = lists.get(question);
  if (keys) {
    lists.set(
      question,
      keys.filter((one) => one !== key),
    );
  }
}

function fieldOf(record: Change["record"], index: string): string | undefined {
  return (record as unknown as Readonly<Record<string, string | undefined>>)[index];
}
