import { join } from "node:path";
import { Fault } from "#core/kernel/fault.ts";
import { crc32 } from "#main/journal/crc32.ts";
import { type Disk, readFile } from "#main/journal/disk.ts";
import { journalFolder } from "#main/journal/place.ts";
import { segmentNumber } from "#main/journal/segment.ts";

/** Where a segment's header says its format, and where its checksum lies (main/journal/segment.ts). */
const FORMAT_AT = 8;
const CHECKSUM_AT = 224;

/** New keys beside an old journal would make it look forged; the old vault must be found first. */
export function refuseOrphanedJournal(folder: string, disk: Disk): void {
  if (segmentsIn(folder, disk, /./).length > 0) {
    throw new Fault("vault.unreadable", { reason: "missing" });
  }
}

/**
 * A vault of the first version has no key for a sealed segment, so it is not this journal's: somebody
 * put it here, to be given a passphrase. Said before anybody types one.
 *
 * Throws `vault.unreadable`. What is not a whole header is left for the journal to judge.
 */
export function refuseForeignJournal(folder: string, disk: Disk): void {
  for (const name of segmentsIn(folder, disk, /^seg-/)) {
    if (segmentNumber(name) === undefined) continue;
    const header = readFile(disk, join(journalFolder(folder), name), CHECKSUM_AT + 4);
    const isWhole =
      header.length === CHECKSUM_AT + 4 &&
      header.readUInt32LE(CHECKSUM_AT) === crc32(header.subarray(0, CHECKSUM_AT));
    if (isWhole && header.readUInt16LE(FORMAT_AT) > 1) {
      throw new Fault("vault.unreadable", { reason: "not of this journal", segment: name });
    }
  }
}

/** The names in the journal's folder, if there is one, without the lock that macOS leaves there. */
function segmentsIn(folder: string, disk: Disk, which: RegExp): readonly string[] {
  if (!disk.list(folder).includes("ledger")) return [];
  return disk.list(journalFolder(folder)).filter((name) => name !== "lock" && which.test(name));
}
