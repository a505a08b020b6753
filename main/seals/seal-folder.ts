import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { Fault } from "#core/kernel/fault.ts";
import { type Disk, readFile } from "#main/journal/disk.ts";
import { layWhole } from "#main/journal/whole-file.ts";
import type { Ledger } from "#main/ledger/ledger.ts";

/** A code is not longer (core/day/day-seal.ts): one byte more shows that a file is another. */
const SEAL_BYTES_MAX = 1001;

type SealedDay = Extract<Entry, { readonly type: "day.sealed" }>;

/** Where every seal stands: the books of the branch. */
type Sealed = Pick<Ledger, "journalPage">;

/** Where seals lie as files, one a day, to be copied off the machine. */
export interface SealFolder {
  /**
   * Lays the code down that a batch of entries brought. Throws what the disk threw, and, once the true
   * one lies there, `seal.replaced` where another file had its name.
   */
  readonly keep: (entries: readonly Entry[]) => void;
  /**
   * Lays down again every seal whose file a crash, or somebody, took away or put another in place of.
   * Throws like `keep`, for the first such file, after all of them lie there.
   */
  readonly settle: (ledger: Sealed) => void;
}

/** The folder `ledger/seals` of a data folder. The journal has every seal; files are for carrying. */
export function openSealFolder(folder: string, disk: Disk): SealFolder {
  const seals = join(folder, "ledger", "seals");

  function lay(date: string, code: string): void {
    disk.makeFolder(seals);
    const name = `${date}.seal`;
    const line = `${code}\n`;
    const names = disk.list(seals);
    const found = names.includes(name)
      ? readFile(disk, join(seals, name), SEAL_BYTES_MAX + 1)
      : undefined;
    if (found?.equals(Buffer.from(line))) return;

    // What a crash left half made; a new one must not exist yet.
    if (names.includes(`${name}.part`)) disk.unlink(join(seals, `${name}.part`));
    const aside = found && setAside(name, found);
    layWhole(disk, join(seals, name), [line]);
    if (aside !== undefined) throw new Fault("seal.replaced", { file: name, aside });
  }

  /** Nothing is thrown away that may tell who put it there. Answers its new name. */
  function setAside(name: string, found: Buffer): string {
    const aside = `${name}.set-aside-${createHash("sha256").update(found).digest("hex")}`;
    disk.rename(join(seals, name), join(seals, aside));
    return aside;
  }

  return {
    keep(entries) {
      for (const entry of entries) {
        if (entry.type === "day.sealed") lay(entry.seal.date, entry.code);
      }
    },
    settle(ledger) {
      const failures: unknown[] = [];
      for (const entry of sealsIn(ledger)) {
        try {
          lay(entry.seal.date, entry.code);
        } catch (failure) {
          failures.push(failure);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** Every seal of the journal, newest first: one a day. */
function sealsIn(ledger: Sealed): readonly SealedDay[] {
  const found: Batch[] = [];
  for (let page = 0; ; page += 1) {
    const { rows, total } = ledger.journalPage({ type: "day.sealed", page });
    found.push(...rows);
    if (rows.length === 0 || found.length >= total) break;
  }
  return found.flatMap(({ entries }) => entries.filter((entry) => entry.type === "day.sealed"));
}
