import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Database } from "sql.js";
import { expect, test } from "vitest";
import { openDatabase } from "#main/ledger/database.ts";
import { PROJECTION } from "#main/ledger/projection.ts";
import { closeBooks } from "#main/open-books.ts";
import { openTestBooks } from "#tests/support/books.ts";

/** What posting makes of the kept journal, by projection. A released line is never changed. */
const ROWS_BY_PROJECTION: Readonly<Record<number, string>> = {
  1: "50672a7b648d340b30d3f071b7ab78d1e3ee38b26e1fd7dbc76f56e98da688bd",
  2: "a26f24bba10415cabb87c2f260d1bfbcdb252ccf136e86f7ab1ef9904d9bcb2b",
  3: "40a87f40f66db40d9491e4fbd169c324f1767d108c1760a6a55dc6a9ce1a52ff",
};

/** A copy of a kept data folder as its program left it. */
function keptFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "guitai-projection-"));
  cpSync(join("tests", "fixtures", name), folder, { recursive: true });
  const ledger = join(folder, "ledger");
  for (const file of readdirSync(ledger).filter((one) => one.endsWith(".gz"))) {
    const packed = join(ledger, file);
    writeFileSync(packed.slice(0, -".gz".length), gunzipSync(readFileSync(packed)));
    rmSync(packed);
  }
  return folder;
}

/** SHA-256 over all rows of all tables, with the place of each in its table. */
function rowsOf(database: Database): string {
  const sha = createHash("sha256");
  const tables = database.exec(
    "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND name <> 'sqlite_schema' ORDER BY name",
  );
  for (const [name, withoutRowid] of tables[0]?.values ?? []) {
    const columns = withoutRowid === 1 ? "*" : "rowid, *";
    const rows = database.exec(`SELECT ${columns} FROM ${String(name)} ORDER BY 1, 2`);
    sha.update(JSON.stringify([name, rows]));
  }
  return sha.digest("hex");
}

test("a journal that was kept gives the rows of this projection, to the letter", async () => {
  const folder = keptFolder(join("journal-format-1", "demonstration"));
  const books = await openTestBooks(folder, "demonstration");

  const database = await openDatabase(books.ledger.image());

  const why = `Posting makes other rows of the same journal: raise PROJECTION in
    main/ledger/projection.ts, so that no snapshot of the earlier program is believed, and give the
    new number its own line here`;
  expect(books.ledger.lastSequence).toBe(339);
  expect(rowsOf(database), why).toBe(ROWS_BY_PROJECTION[PROJECTION]);
  database.close();
  closeBooks(books);
  rmSync(folder, { recursive: true });
});
