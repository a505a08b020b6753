import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "#core/kernel/fault.ts";
import { type Disk, readFile, writeWhollyAt } from "#main/journal/disk.ts";
import { createFileOnce, removeUnfinished, unfinishedName } from "./create-file-once.ts";
import type { KeyStore } from "./key-store.ts";
import type { VaultKind } from "./vault.ts";
import { type ScryptCost, sealedText, type VaultFile, vaultFileFrom } from "./vault-file.ts";

/** Where a vault lies, and what opens and closes it there. */
export interface VaultPlace {
  /** The data folder, absolute. It may not exist yet. */
  readonly folder: string;
  readonly kind: VaultKind;
  readonly disk: Disk;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Absent where the machine has none. */
  readonly keyStore?: KeyStore;
  /** Lighter work for each guess of a passphrase that guards nothing: for tests alone. */
  readonly cost?: ScryptCost;
}

const FILE_NAME = "vault.json";

/**
 * What stands in the file; undefined where there is none yet.
 *
 * Throws `vault.unreadable` for a file with any byte changed, of a newer program, or missing
 * beside a journal; `data-folder.wrong-kind` when a demonstration meets live data or the reverse.
 */
export function readVaultFile({ folder, kind, disk }: VaultPlace): VaultFile | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!disk.list(folder).includes(FILE_NAME)) {
    refuseOrphanedJournal(folder, disk);
    return undefined;
  }
  removeUnfinished(join(folder, FILE_NAME));

  const file = vaultFileFrom(readOrFault(disk, join(folder, FILE_NAME)));
  if (file === undefined) throw new Fault("vault.unreadable", { reason: "damaged" });
  if (file === "unknown-format") throw new Fault("vault.unreadable", { reason: "unknown format" });
  if (file.kind !== kind) {
    throw new Fault("data-folder.wrong-kind", { wanted: kind, found: file.kind });
  }
  return file;
}

/** Lays down the first file of a folder. If somebody else does at the same moment, theirs stays. */
export function layVaultFile({ folder }: VaultPlace, file: VaultFile): void {
  createFileOnce(join(folder, FILE_NAME), sealedText(file));
}

/**
 * Puts a new file in the place of the old: written aside, flushed, read back, opened by `opens`, and
 * only then renamed. Whatever fails leaves the old file or the new one, whole.
 *
 * Throws `vault.write-failed`. Where the very last step failed, either may be what a later start
 * finds, so a caller must not yet use keys that only the new one holds.
 */
export async function replaceVaultFile(
  { folder, disk }: VaultPlace,
  file: VaultFile,
  opens: (written: VaultFile) => Promise<boolean>,
): Promise<void> {
  const path = join(folder, FILE_NAME);
  const aside = unfinishedName(path);
  try {
    writeAside(disk, aside, Buffer.from(sealedText(file), "utf8"));
    const written = vaultFileFrom(readFile(disk, aside));
    if (written === undefined || written === "unknown-format" || !(await opens(written))) {
      throw new Error("what was written does not open");
    }
    disk.rename(aside, path);
    disk.flushFolder(folder);
  } catch (cause) {
    // The next opening removes what is left aside, should the disk not let go of it now.
    throw new Fault("vault.write-failed", {}, { cause });
  }
}

function writeAside(disk: Disk, path: string, bytes: Buffer): void {
  const file = disk.open(path, "create");
  try {
    writeWhollyAt(disk, file, bytes, 0);
    disk.flush(file);
  } finally {
    disk.close(file);
  }
}

/** New keys beside an old journal would make it look forged; the old vault must be found first. */
function refuseOrphanedJournal(folder: string, disk: Disk): void {
  if (!disk.list(folder).includes("ledger")) return;
  if (disk.list(join(folder, "ledger")).length > 0) {
    throw new Fault("vault.unreadable", { reason: "missing" });
  }
}

function readOrFault(disk: Disk, path: string): Buffer {
  try {
    return readFile(disk, path);
  } catch (cause) {
    throw new Fault("vault.unreadable", { reason: "not readable" }, { cause });
  }
}
