import type { Database, SqlValue, Statement } from "sql.js";
import { assert } from "#core/kernel/assert.ts";
import { Fault } from "#core/kernel/fault.ts";

/**
 * What the ledger binds: texts, whole numbers, nothing; and long texts as bytes of UTF-8, which the
 * SQL makes text again (`CAST`), for sql.js takes texts letter by letter and bytes in one piece.
 */
export type Bound = string | number | null | Uint8Array;

/** The only way to the database: each SQL text is prepared once, and every value is checked. */
export interface Statements {
  readonly run: (sql: string, values?: readonly Bound[]) => void;
  readonly rows: (sql: string, values?: readonly Bound[]) => readonly (readonly SqlValue[])[];
  /** Gives the memory of all statements back. */
  readonly free: () => void;
}

/** Statements over `database`. What SQLite refuses becomes the fault `ledger.failed`. */
export function statementsOver(database: Database): Statements {
  const prepared = new Map<string, Statement>();

  function statement(sql: string): Statement {
    const known = prepared.get(sql);
    if (known) return known;

    const fresh = database.prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  }

  function rows(sql: string, values: readonly Bound[] = []): readonly (readonly SqlValue[])[] {
    assertExact(values);
    try {
      const asked = statement(sql);
      try {
        asked.bind(values as Bound[]); // Which it only reads.
        const found: SqlValue[][] = [];
        while (asked.step()) found.push(asked.get());
        return found;
      } finally {
        asked.reset(); // Gives the memory of the bound values back, after a failure too.
      }
    } catch (cause) {
      throw failed(sql, cause);
    }
  }

  return {
    rows,
    run: (sql, values) => {
      rows(sql, values);
    },
    free: () => {
      for (const one of prepared.values()) one.free();
      prepared.clear();
    },
  };
}

/** A long text as it is bound. */
export function longText(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}

/** A column that holds text. */
export function text(value: SqlValue | undefined): string {
  assert(typeof value === "string", "the column holds text");
  return value;
}

/** A column that holds a whole number, exact: beyond 2^53 sql.js would round it without a word. */
export function whole(value: SqlValue | undefined): number {
  assert(Number.isSafeInteger(value), "the column holds a whole number that is exact");
  return Number(value);
}

function assertExact(values: readonly Bound[]): void {
  for (const value of values) {
    const isExact = typeof value !== "number" || Number.isSafeInteger(value);
    assert(isExact, "only whole and exact numbers reach the ledger");
  }
}

function failed(sql: string, cause: unknown): Fault {
  // The message of SQLite names tables and constraints, never a value.
  const reason = cause instanceof Error ? cause.message : "unknown";
  return new Fault("ledger.failed", { reason, sql: sql.slice(0, 80) }, { cause });
}
