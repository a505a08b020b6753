import type { Database } from "sql.js";
import { assert } from "#core/kernel/assert.ts";
import { Fault } from "#core/kernel/fault.ts";
import { shelves } from "./migrations/0001-shelves.ts";
import { history } from "./migrations/0002-history.ts";
import { passwordCards } from "./migrations/0003-password-cards.ts";
import { freezeOrders } from "./migrations/0004-freeze-orders.ts";
import { ordersApart } from "./migrations/0005-orders-apart.ts";
import { agencies } from "./migrations/0006-agencies.ts";
import { cashAndFees } from "./migrations/0007-cash-and-fees.ts";
import { parkedRequests } from "./migrations/0008-parked-requests.ts";
import { neighbours } from "./migrations/0009-neighbours.ts";

/**
 * One step in the making of the tables.
 *
 * The SQL stands in TypeScript, because the ledger runs in three ways: bundled by electron-vite,
 * in Vitest, and under tsx by the scripts. `?raw` imports are unknown to tsx, and a .sql file
 * beside the source is not beside the bundle.
 */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** All steps in their order. One that was released is never edited, only followed by another. */
export const migrations: readonly Migration[] = [
  shelves,
  history,
  passwordCards,
  freezeOrders,
  ordersApart,
  agencies,
  cashAndFees,
  parkedRequests,
  neighbours,
];

/**
 * Brings the tables of `database` up to the newest step, each step and its number in one
 * transaction. Throws `ledger.failed` naming a step that fails, and for tables of a newer program.
 */
export function migrate(database: Database, steps: readonly Migration[] = migrations): void {
  assert(
    steps.every(({ number }, index) => number === index + 1),
    "migrations are numbered from 1 without gaps",
  );

  const version = Number(database.exec("PRAGMA user_version")[0]?.values[0]?.[0]);
  if (version > steps.length) throw new Fault("ledger.failed", { version, known: steps.length });

  for (const step of steps.slice(version)) take(database, step);
}

function take(database: Database, { number, name, sql }: Migration): void {
  database.run("BEGIN");
  try {
    database.run(sql);
    database.run(`PRAGMA user_version = ${number}`);
    database.run("COMMIT");
  } catch (cause) {
    database.run("ROLLBACK");
    throw new Fault("ledger.failed", { migration: number, name }, { cause });
  }
}
