import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Batch } from "#core/journal/batch.ts";
import { type Disk, realDisk } from "#main/journal/disk.ts";
import { journalPlace } from "#main/journal/place.ts";
import { openDatabase } from "#main/ledger/database.ts";
import { closeBooks, type ReadBooks, readBooks } from "#main/open-books.ts";
import { makeSnapshot } from "#main/snapshot/make-snapshot.ts";
import type { SnapshotKeys } from "#main/snapshot/snapshot-file.ts";

/** Keys of an install that exists only here. */
export const keys: SnapshotKeys = {
  installId: "00112233445566778899aabbccddeeff",
  journalMac: new Uint8Array(32).fill(1),
  bodyKeys: new Map([[1, new Uint8Array(32).fill(2)]]),
  bodyKeyId: 1,
  snapshotKeys: new Map([[1, new Uint8Array(32).fill(3)]]),
};

/** A data folder of its own, with nothing in it. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), "guitai-snapshot-"));

/** The books of such a folder. */
export const readIn = (folder: string, disk: Disk = realDisk): Promise<ReadBooks> =>
  readBooks({ folder, kind: "demonstration", keys, disk });

/** Does something with the books of a folder, and closes them. */
export async function withBooks<T>(folder: string, work: (books: ReadBooks) => T): Promise<T> {
  const books = await readIn(folder);
  try {
    return work(books);
  } finally {
    closeBooks(books);
  }
}

/** Commits batches to the books of a folder, each by itself. */
export function commit(folder: string, batches: readonly Batch[]): Promise<void> {
  return withBooks(folder, ({ journal, ledger }) => {
    for (const batch of batches) {
      journal.append([JSON.stringify(batch)], batch.recordedAt);
      ledger.post(batch);
    }
  });
}

/** A snapshot of a folder as of now, or of an earlier point of it. */
export async function snapshotOf(folder: string, disk: Disk = realDisk) {
  const until = await withBooks(folder, ({ journal }) => journal.point());
  const place = journalPlace({ folder, kind: "demonstration", keys, disk });
  return makeSnapshot({ ...place, keys }, until);
}

/** All rows of all tables of a ledger, with the place of each in its table. */
export async function rowsOf(image: Uint8Array): Promise<readonly unknown[]> {
  const database = await openDatabase(image);
  const tables = database.exec(
    "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND name <> 'sqlite_schema' ORDER BY name",
  );
  const rows = (tables[0]?.values ?? []).map(([name, withoutRowid]) => {
    const columns = withoutRowid === 1 ? "*" : "rowid, *";
    return [name, database.exec(`SELECT ${columns} FROM ${String(name)} ORDER BY 1, 2`)[0]?.values];
  });
  database.close();
  return rows;
}
