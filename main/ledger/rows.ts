import type { Bound, Statements } from "./statements.ts";

/** Rows that go into one statement where there are as many; what is over goes one by one. */
const ROWS_A_STATEMENT = 32;

/** How rows are put into a table: prepared for one, and for many at once. */
export interface Insertion {
  readonly columns: number;
  readonly one: string;
  readonly many: string;
}

/** Says once how rows are put into a table. Long columns are bound as `longText`. */
export function insertionInto(
  table: string,
  {
    columns,
    otherwise = "",
  }: {
    readonly columns: readonly ("short" | "long")[];
    readonly otherwise?: string;
  },
): Insertion {
  const placesOf = (row: number) =>
    columns.map((column, at) => {
      const place = `?${row * columns.length + at + 1}`;
      return column === "long" ? `CAST(${place} AS TEXT)` : place;
    });
  const inserting = (count: number) => {
    const rows = Array.from({ length: count }, (_, row) => `(${placesOf(row).join(", ")})`);
    // Whoever puts rows down takes all of them back after a failure: SQLite need not be able to take
    // back those of one statement, for which it would keep every page that the statement changes.
    return `INSERT OR FAIL INTO ${table} VALUES ${rows.join(", ")} ${otherwise}`;
  };
  return { columns: columns.length, one: inserting(1), many: inserting(ROWS_A_STATEMENT) };
}

/** Rows on their way into one table, in their order. */
export interface RowsInto {
  readonly add: (...row: readonly Bound[]) => void;
  /** Puts down the rows that still wait for others to go with. */
  readonly end: () => void;
}

/** Rows into a table, many at a time. */
export function rowsInto(run: Statements["run"], { columns, one, many }: Insertion): RowsInto {
  let waiting: Bound[] = [];
  return {
    add(...row) {
      waiting.push(...row);
      if (waiting.length < columns * ROWS_A_STATEMENT) return;
      run(many, waiting);
      waiting = [];
    },
    end() {
      for (let at = 0; at < waiting.length; at += columns)
        run(one, waiting.slice(at, at + columns));
      waiting = [];
    },
  };
}
