import { join } from "node:path";
import type { Books } from "#core/books/books.ts";
import type { Entry } from "#core/journal/entry.ts";
import type { Disk } from "#main/journal/disk.ts";
import { layWhole } from "#main/journal/whole-file.ts";

/** Where seals lie as files, one a day, to be copied off the machine. */
export interface SealFolder {
  /** Lays the code down that a batch of entries brought. Throws what the disk threw. */
  readonly keep: (entries: readonly Entry[]) => void;
  /** Lays the last seal down again where a crash, or somebody, took its file away. */
  readonly settle: (books: Books) => void;
}

/** The folder `ledger/seals` of a data folder. The journal has every seal; files are for carrying. */
export function openSealFolder(folder: string, disk: Disk): SealFolder {
  const seals = join(folder, "ledger", "seals");

  function lay(date: string, code: string): void {
    disk.makeFolder(seals);
    const name = `${date}.seal`;
    if (!disk.list(seals).includes(name)) layWhole(disk, join(seals, name), [`${code}\n`]);
  }

  return {
    keep(entries) {
      for (const entry of entries) {
        if (entry.type === "day.sealed") lay(entry.seal.date, entry.code);
      }
    },
    settle(books) {
      const seal = books.find("branch", "branch")?.seal;
      if (seal) lay(seal.date, seal.code);
    },
  };
}
