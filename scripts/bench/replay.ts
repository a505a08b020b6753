import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database, SqlValue } from "sql.js";
import { realDisk } from "#main/journal/disk.ts";
import { openDatabase } from "#main/ledger/database.ts";
import { migrate } from "#main/ledger/migrate.ts";
import { closeBooks, openBooks } from "#main/open-books.ts";
import { openBankingBooks } from "./banking-books.ts";
import { atLeast, type Figure, median, processorMsOf } from "./figure.ts";
import { grow, growth } from "./growth.ts";

const ENTRIES = 30_000;
const ROUNDS = 5;

/**
 * Opening books without a snapshot (reading, decrypting, parsing, reckoning, SQL) against SQL alone:
 * the same rows, prepared, in one transaction. The time that each had the processor for is taken:
 * but for a few flushes at the start neither waits for anything.
 */
export async function benchReplay(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "guitai-bench-"));
  const { books } = await openBankingBooks(join(folder, "data"));
  grow(books, growth(2, ENTRIES));
  const rows = rowsOf(await openDatabase(books.ledger.image()));
  closeBooks(books);

  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const insertedMs = await insertionOf(rows);
    const before = process.cpuUsage();
    const opened = await openBooks(join(folder, "data"), books.vault, realDisk);
    opened.ledger.catchUp();
    const { user, system } = process.cpuUsage(before);
    closeBooks(opened);
    if (round > 0) ratios.push(insertedMs / ((user + system) / 1_000)); // The first one warms.
  }
  rmSync(folder, { recursive: true });
  return [
    atLeast("entries replayed a second against SQL inserting the same rows", median(ratios), 0.5),
  ];
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

async function insertionOf(rows: readonly Rows[]): Promise<number> {
  const database = await openDatabase();
  migrate(database);
  const ms = processorMsOf(() => {
    database.run("BEGIN");
    for (const { insert, values } of rows) {
      const statement = database.prepare(insert);
      for (const row of values) statement.run(row);
      statement.free();
    }
    database.run("COMMIT");
  });
  database.close();
  return ms;
}
