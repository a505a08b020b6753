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
    return `INSERT INTO ${table} VALUES ${rows.join(", ")} ${otherwise}`;
  };
  return { columns: columns.length, one: inserting(1), many: inserting(ROWS_A_STATEMENT) };
}

/** Puts rows into their table; `values` has those of all rows, one row after the other. */
export function putRows(
  run: Statements["run"],
  { columns, one, many }: Insertion,
  values: readonly Bound[],
): void {
  let at = 0;
  for (const step = columns * ROWS_A_STATEMENT; at + step <= values.length; at += step) {
    run(many, values.slice(at, at + step));
  }
  for (; at < values.length; at += columns) run(one, values.slice(at, at + columns));
}
