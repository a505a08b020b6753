import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { openJournal } from "#main/journal/journal.ts";
import type { VaultKind } from "#main/vault/vault.ts";
import { openTestVault } from "#tests/support/books.ts";

/** Every byte of every file of a folder, as one text. */
export function bytesOf(folder: string): string {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => (statSync(path).isDirectory() ? bytesOf(path) : readFileSync(path, "latin1")))
    .join("\n");
}

/**
 * Every byte of a closed data folder, and all that the journal holds as whoever has the keys reads
 * it: what must not be kept at all must not stand there encrypted either.
 */
export async function contentsOf(folder: string, kind: VaultKind): Promise<string> {
  const keys = await openTestVault(folder, kind);
  const journal = await openJournal({ folder, kind, keys });
  const bodies = [...journal.frames()].map(({ body }) => body);
  journal.close();
  return [bytesOf(folder), ...bodies].join("\n");
}
