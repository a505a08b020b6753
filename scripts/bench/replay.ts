import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database, SqlValue } from "sql.js";
import { realDisk } from "#main/journal/disk.ts";
import { openDatabase } from "#main/ledger/database.ts";
import { migrate } from "#main/ledger/migrate.ts";
import { closeBooks, openBooks } from "#main/open-books.ts";
import { say } from "../setup/telling.mjs";
import { openBankingBooks } from "./banking-books.ts";
import { atLeast, type Figure, median } from "./figure.ts";
import { grow, growth } from "./growth.ts";

const ENTRIES = 30_000;
/** Until the runtime has compiled what both run. */
const WARMING = 3;
const ROUNDS = 9;

/**
 * Opening books without a snapshot (reading, decrypting, parsing, reckoning, SQL) against SQL alone:
 * the same rows, prepared, in one transaction. The clock decides, for a teller waits by the clock.
 * What both had the processor for is told too: it has the threads in it with which the runtime
 * clears away beside them, which is as much as the other core has room for.
 */
export async function benchReplay(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "guitai-bench-"));
  const { books } = await openBankingBooks(join(folder, "data"));
  grow(books, growth(2, ENTRIES));
  const rows = rowsOf(await openDatabase(books.ledger.image()));
  closeBooks(books);

  const rounds: { readonly inserted: Spent; readonly replayed: Spent }[] = [];
  for (let round = 0; round < WARMING + ROUNDS; round += 1) {
    const inserted = await insertionOf(rows);
    const start = spending();
    const opened = await openBooks(join(folder, "data"), books.vault, realDisk);
    opened.ledger.catchUp();
    const replayed = start();
    closeBooks(opened);
    if (round >= WARMING) rounds.push({ inserted, replayed });
  }
  rmSync(folder, { recursive: true });
  const ratioOf = (kind: keyof Spent) =>
    median(rounds.map(({ inserted, replayed }) => inserted[kind] / replayed[kind]));
  say(`Replaying against inserting, by the processor: ${ratioOf("processorMs").toFixed(2)}`);
  return [
    atLeast("entries replayed a second against SQL inserting the same rows", ratioOf("ms"), 0.5),
  ];
}

interface Spent {
  readonly ms: number;
  /** Of all threads together. */
  readonly processorMs: number;
}

/** Starts to measure; what comes back tells what was spent since. */
function spending(): () => Spent {
  const [start, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const ms = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    return { ms, processorMs: (user + system) / 1_000 };
  };
}

interface Rows {
  readonly insert: string;
  readonly values: readonly SqlValue[][];
}

/** Every row as it was written, table by table; columns that SQL works out are left to it. */
function rowsOf(database: Database): readonly Rows[] {
  const names = database.exec(
    "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid",
  )[0];
  const rows = (names?.values ?? []).map(([name]) => {
    const columns = database.exec(`SELECT name FROM pragma_table_info('${String(name)}')`)[0];
    const list = (columns?.values ?? []).map(([column]) => `"${String(column)}"`);
    const places = list.map((_, at) => `?${at + 1}`).join(", ");
    return {
      insert: `INSERT INTO ${String(name)} (${list.join(", ")}) VALUES (${places})`,
      values: database.exec(`SELECT ${list.join(", ")} FROM ${String(name)}`)[0]?.values ?? [],
    };
  });
  database.close();
  return rows;
}

async function insertionOf(rows: readonly Rows[]): Promise<Spent> {
  const database = await openDatabase();
  migrate(database);
  const start = spending();
  database.run("BEGIN");
  for (const { insert, values } of rows) {
    const statement = database.prepare(insert);
    for (const row of values) statement.run(row);
    statement.free();
  }
  database.run("COMMIT");
  const inserted = start();
  database.close();
  return inserted;
}
