import { type Bound, type Statements, text, whole } from "./statements.ts";

/** Rows that a window is shown at a time. */
export const PAGE_ROWS = 50;

/** One page of a longer list, and how long the whole list is. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

/** Every row of a longer list, read page after page while the books stay as they are. */
export function* everyRow<T>(pageAt: (page: number) => Page<T>): Generator<T> {
  let read = 0;
  for (let page = 0; ; page += 1) {
    const { rows, total } = pageAt(page);
    yield* rows;
    read += rows.length;
    if (rows.length === 0 || read >= total) return;
  }
}

/** A condition on the rows of a list; its one value is written ?1 in the SQL. */
export interface Condition {
  readonly sql: string;
  readonly value: Bound;
}

/** Reads a page of `size` rows: `column` is one text column, `page` counts from 0. */
export function readPage<T>(
  { rows }: Statements,
  asked: {
    readonly column: string;
    readonly from: string;
    readonly conditions: readonly Condition[];
    readonly order: string;
    readonly page: number;
    readonly size?: number | undefined;
  },
  read: (found: string) => T,
): Page<T> {
  const { column, from, conditions, order, page, size = PAGE_ROWS } = asked;
  const where = conditions
    .map(({ sql }, index) => `(${sql.replaceAll("?1", `?${index + 1}`)})`)
    .join(" AND ");
  const source = `FROM ${from} ${where ? `WHERE ${where}` : ""}`;
  const values = conditions.map(({ value }) => value);

  const [count] = rows(`SELECT count(*) ${source}`, values);
  const found = rows(
    `SELECT ${column} ${source} ORDER BY ${order}
     LIMIT ?${values.length + 1} OFFSET ?${values.length + 2}`,
    [...values, size, page * size],
  );
  return { rows: found.map(([one]) => read(text(one))), total: whole(count?.[0]) };
}
