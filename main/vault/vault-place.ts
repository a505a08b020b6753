import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "#core/kernel/fault.ts";
import { accept, type Result } from "#core/kernel/result.ts";
import { type Disk, readFile, writeWhollyAt } from "#main/journal/disk.ts";
import { createFileOnce, unfinishedIn, unfinishedName } from "./create-file-once.ts";
import { refuseForeignJournal, refuseOrphanedJournal } from "./journal-beside.ts";
import type { KeyStore } from "./key-store.ts";
import type { VaultKind } from "./vault.ts";
import {
  FILE_BYTES_MAX,
  type ScryptCost,
  sealedText,
  type VaultFile,
  VaultFile2,
  vaultFileFrom,
} from "./vault-file.ts";

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

/** Less work for each guess was never asked by any program that made a live vault. */
const COST_N_MIN = 2 ** 14;

/**
 * What stands in the file; undefined where there is none yet. Changes nothing on the disk but that it
 * makes the data folder.
 *
 * Throws `vault.unreadable` for a file with any byte changed, of a newer program, too long or with
 * odd values, missing beside a journal, or of the first version beside a journal that is sealed;
 * `data-folder.wrong-kind` when a demonstration meets live data or the reverse.
 */
export function readVaultFile(place: VaultPlace): VaultFile | undefined {
  const { folder, kind, disk } = place;
  return failingAsUnreadable(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!disk.list(folder).includes(FILE_NAME)) {
      refuseOrphanedJournal(folder, disk);
      return undefined;
    }
    const file = vaultFileFrom(readFile(disk, join(folder, FILE_NAME), FILE_BYTES_MAX + 1));
    if (file === undefined) throw new Fault("vault.unreadable", { reason: "damaged" });
    if (file === "unknown-format" || isTooCheap(file, place)) {
      throw new Fault("vault.unreadable", { reason: "unknown format" });
    }
    if (file.kind !== kind) {
      throw new Fault("data-folder.wrong-kind", { wanted: kind, found: file.kind });
    }
    if (file.version === 1) refuseForeignJournal(folder, disk);
    return file;
  });
}

/**
 * Lays down the first file of a folder. If somebody else does at the same moment, theirs stays.
 * Throws `vault.write-failed`.
 */
export function layVaultFile({ folder }: VaultPlace, file: VaultFile): void {
  try {
    createFileOnce(join(folder, FILE_NAME), sealedText(file));
  } catch (cause) {
    throw new Fault("vault.write-failed", {}, { cause });
  }
}

/** One file in the place of another. */
export interface Replacement<R> {
  /** The file as it was read. */
  readonly before: VaultFile;
  readonly file: VaultFile2;
  /** Whether what was written gives back what it must. */
  readonly opens: (written: VaultFile2) => Promise<boolean>;
  /** Whether it is still wanted, asked at the last moment. */
  readonly isStillWanted?: (() => Result<unknown, R>) | undefined;
}

/**
 * Puts a new file in the place of the old: written aside, flushed, read back, opened by `opens`, and
 * only then renamed. Whatever fails leaves the old file or the new one, whole. The caller holds the
 * writer's place of the journal, so that nobody else does the same.
 *
 * Refuses what is not wanted any more. Throws `vault.changed` where the file is not as it was read,
 * and `vault.write-failed`; where the very last step failed, either may be what a later start finds,
 * so a caller must not yet use keys that only the new one holds.
 */
export async function replaceVaultFile<R = never>(
  place: VaultPlace,
  { before, file, opens, isStillWanted = () => accept("wanted") }: Replacement<R>,
): Promise<Result<"replaced", R>> {
  const { folder, disk } = place;
  const aside = unfinishedName(join(folder, FILE_NAME));
  try {
    writeAside(disk, aside, Buffer.from(sealedText(file), "utf8"));
    const written = VaultFile2.safeParse(vaultFileFrom(readFile(disk, aside)));
    if (!written.success || !(await opens(written.data))) {
      throw new Error("what was written does not open");
    }
    // From here on nothing awaits: what is true now is true when the name is given.
    const wanted = isStillWanted();
    if (!wanted.ok) {
      disk.unlink(aside);
      return wanted;
    }
    requireUnchanged(place, before);
    disk.rename(aside, join(folder, FILE_NAME));
    disk.flushFolder(folder);
    return accept("replaced");
  } catch (cause) {
    // The next opening removes what is left aside, should the disk not let go of it now.
    if (cause instanceof Fault) throw cause;
    throw new Fault("vault.write-failed", {}, { cause });
  }
}

/** Removes what a crash left beside the file. The caller holds the writer's place of the journal. */
export function removeUnfinished({ folder, disk }: VaultPlace): void {
  for (const path of unfinishedIn(disk, join(folder, FILE_NAME))) disk.unlink(path);
}

/** Whether a crash left something beside the file. */
export function hasUnfinished({ folder, disk }: VaultPlace): boolean {
  return unfinishedIn(disk, join(folder, FILE_NAME)).length > 0;
}

/** Two programs that read the same file must not both write the next: the later would lose a key. */
function requireUnchanged(place: VaultPlace, before: VaultFile): void {
  const now = readVaultFile(place);
  if (now === undefined || sealedText(now) !== sealedText(before)) throw new Fault("vault.changed");
}

/** A planted file with next to no work for each guess would let what is typed be guessed from it. */
function isTooCheap(file: VaultFile, { cost }: VaultPlace): boolean {
  if (file.version === 1) return false;
  const least = Math.min(COST_N_MIN, cost?.n ?? COST_N_MIN);
  return file.slots.some((slot) => slot.method === "passphrase" && slot.n < least);
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

function failingAsUnreadable<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault("vault.unreadable", { reason: "not readable" }, { cause });
  }
}
