import type { Books, Change, Shelf, Shelves } from "#core/books/books.ts";
import { type Insertion, insertionInto, type RowsInto, rowsInto } from "./rows.ts";
import { columnOf, tables } from "./shelf-table.ts";
import { longText, type Statements, text, whole } from "./statements.ts";

/**
 * The books as the ledger's tables hold them, which may lag behind those in memory. Lists come in
 * the order in which records first entered the books, as `booksAfter` gives them.
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

/** Puts records on their shelves, new or in the place of what each was before; in their order. */
export function putRecords({ run }: Statements, changes: Iterable<Change>): void {
  const byShelf = new Map<Shelf, RowsInto>();
  for (const { shelf, key, record } of changes) {
    const rows = byShelf.get(shelf) ?? rowsInto(run, PUTTING[shelf]);
    byShelf.set(shelf, rows);
    rows.add(key, longText(JSON.stringify(record)));
  }
  for (const rows of byShelf.values()) rows.end();
}

const PUTTING = Object.fromEntries(
  Object.entries(tables).map(([shelf, table]) => [
    shelf,
    insertionInto(`${table} (key, record)`, {
      columns: ["short", "long"],
      otherwise: "ON CONFLICT (key) DO UPDATE SET record = excluded.record",
    }),
  ]),
) as Readonly<Record<Shelf, Insertion>>; // Its keys are those of the tables.

/** A record as it was put: this program wrote the text itself, into its own memory. */
export function recordFrom<S extends Shelf>(record: string): Shelves[S] {
  return JSON.parse(record) as Shelves[S];
}
