import initSqlJs, { type Database } from "sql.js";
import { plain } from "#core/freeze/same-organ.ts";
import { Fault } from "#core/kernel/fault.ts";

/**
 * What the ledger's SQLite must be set to, and what it then answers when it is asked.
 *
 * `recursive_triggers` makes INSERT OR REPLACE meet the triggers that forbid deleting history.
 * `max_page_count` is 1 GiB: SQLite then says that it is full, whereas sql.js left alone grows to
 * four times that and spins without an error. The last three concern speed alone: pages are kept
 * where SQLite finds them (64 MiB; each one that it lacks is read through JavaScript), and a file
 * in memory has neither other readers nor a disk to wait for.
 */
export const SETTINGS = [
  { pragma: "foreign_keys", set: "ON", reads: 1 },
  { pragma: "recursive_triggers", set: "ON", reads: 1 },
  { pragma: "trusted_schema", set: "OFF", reads: 0 },
  { pragma: "cell_size_check", set: "ON", reads: 1 },
  { pragma: "journal_mode", set: "MEMORY", reads: "memory" },
  { pragma: "max_page_count", set: "262144", reads: 262_144 },
  { pragma: "cache_size", set: "-65536", reads: -65_536 },
  { pragma: "locking_mode", set: "EXCLUSIVE", reads: "exclusive" },
  { pragma: "synchronous", set: "OFF", reads: 0 },
] as const;

/**
 * An empty database in memory, or that of an image, set as the ledger needs it, with `plain(text)`:
 * a text as papers are compared. Throws `ledger.failed` otherwise.
 */
export async function openDatabase(image?: Uint8Array): Promise<Database> {
  const { Database } = await initSqlJs();
  const database = new Database(image);
  try {
    for (const { pragma, set } of SETTINGS) database.run(`PRAGMA ${pragma} = ${set}`);
    // SQLite itself folds neither width nor compatibility forms.
    database.create_function("plain", (text) => (typeof text === "string" ? plain(text) : null));
    assertSettings(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause instanceof Fault
      ? cause
      : new Fault("ledger.failed", { image: "not one" }, { cause });
  }
}

/**
 * Checks that every setting is in force. SQLite ignores a PRAGMA it does not know without a word,
 * and sql.js before 1.16 forgot all of them at each export.
 */
export function assertSettings(database: Database): void {
  for (const { pragma, reads } of SETTINGS) {
    const [answer] = database.exec(`PRAGMA ${pragma}`);
    if (answer?.values[0]?.[0] !== reads) throw new Fault("ledger.failed", { pragma });
  }
}
