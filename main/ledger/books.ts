import type { Books, Change, Shelf, Shelves } from "#core/books/books.ts";
import { columnOf, tables } from "./shelf-table.ts";
import { type Statements, text, whole } from "./statements.ts";

/**
 * The books as the ledger's tables hold them, which may lag behind those in memory. Lists come in the order in which records first
 * entered the books, as `booksAfter` gives them.
 */
export function booksOver({ rows }: Statements): Books {
  const records = <S extends Shelf>(sql: string, values: readonly string[]) =>
    rows(sql, values).map(([record]) => recordFrom<S>(text(record)));

  return {
    find: <S extends Shelf>(shelf: S, key: string) =>
      records<S>(`SELECT record FROM ${tables[shelf]} WHERE key = ?1`, [key])[0],
    list: (shelf, index, value) =>
      records<typeof shelf>(
        `SELECT record FROM ${tables[shelf]} WHERE ${columnOf(shelf, index)} = ?1 ORDER BY rowid`,
        [value],
      ),
    all: (shelf) => records<typeof shelf>(`SELECT record FROM ${tables[shelf]} ORDER BY rowid`, []),
    count: (shelf) => whole(rows(`SELECT count(*) FROM ${tables[shelf]}`)[0]?.[0]),
  };
}

/** Puts a record on its shelf, new or in the place of what it was before. */
export function putRecord({ run }: Statements, { shelf, key, record }: Change): void {
  run(
    `INSERT INTO ${tables[shelf]} (key, record) VALUES (?1, ?2)
     ON CONFLICT (key) DO UPDATE SET record = excluded.record`,
    [key, JSON.stringify(record)],
  );
}

/** A record as it was put: this program wrote the text itself, into its own memory. */
export function recordFrom<S extends Shelf>(record: string): Shelves[S] {
  return JSON.parse(record) as Shelves[S];
}
