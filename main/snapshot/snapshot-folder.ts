import { join } from "node:path";
import { errnoOf } from "#main/journal/damage.ts";
import { type Disk, writeWhollyAt } from "#main/journal/disk.ts";
import { DISK_LOW_BYTES } from "#main/journal/disk-space.ts";
import {
  readSnapshot,
  type Snapshot,
  type SnapshotFlaw,
  type SnapshotOwner,
  sealSnapshot,
} from "./snapshot-file.ts";

/** Whose snapshots, and where: beside the segments that they were made from. */
export interface SnapshotPlace extends SnapshotOwner {
  readonly disk: Disk;
  /** The folder with HEAD and the segments. */
  readonly folder: string;
}

/** A file that was looked at and is no use. For the log: nobody at the counter need do anything. */
export interface SnapshotNote {
  /** The frame that its name speaks of. */
  readonly sequence: number;
  readonly flaw: SnapshotFlaw;
}

/** A snapshot and the file that it is kept in. */
export interface KeptSnapshot extends Snapshot {
  readonly file: string;
}

/** The file name of a snapshot. */
export function snapshotName(sequence: number): string {
  return `snap-${String(sequence).padStart(12, "0")}.db`;
}

/** The frame in the name of a snapshot's file; undefined for any other file. */
export function snapshotSequence(name: string): number | undefined {
  const [, digits] = /^snap-(\d{12})\.db$/.exec(name) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * The snapshots that are whole, newest first, each read only when it is asked for; `onNote` hears of
 * every file that is none. They are ours and as we sealed them, but may lie off the journal's chain.
 */
export function* keptSnapshots(
  place: SnapshotPlace,
  onNote: (note: SnapshotNote) => void,
): Generator<KeptSnapshot, void, undefined> {
  const sequences = namesIn(place).flatMap((name) => snapshotSequence(name) ?? []);
  for (const sequence of sequences.sort((one, other) => other - one)) {
    const file = snapshotName(sequence);
    const reading = readSnapshot(place.disk, join(place.folder, file), place);
    if (reading.status === "none") {
      onNote({ sequence, flaw: reading.flaw });
    } else if (reading.snapshot.point.sequence !== sequence) {
      onNote({ sequence, flaw: "shape" });
    } else {
      yield { ...reading.snapshot, file };
    }
  }
}

/**
 * Lays a snapshot down: written aside, flushed, read back and compared, and only then named. Until
 * the name every failure takes the written file away. Throws what the disk threw.
 */
export function laySnapshot(place: SnapshotPlace, snapshot: Snapshot): string {
  const { disk, folder } = place;
  const file = snapshotName(snapshot.point.sequence);
  const aside = join(folder, `${file}.tmp`);
  requireRoom(place, snapshot);
  takeAway(disk, aside);
  try {
    writeAside(place, aside, snapshot);
    const reading = readSnapshot(disk, aside, place);
    const isSame =
      reading.status === "snapshot" &&
      Buffer.compare(reading.snapshot.image, snapshot.image) === 0 &&
      Buffer.compare(reading.snapshot.point.hash, snapshot.point.hash) === 0;
    if (!isSame) throw Object.assign(new Error("not as written"), { code: "READ_BACK" });
    disk.rename(aside, join(folder, file));
  } catch (failure) {
    takeAway(disk, aside);
    throw failure;
  }
  disk.flushFolder(folder);
  return file;
}

/** Takes away all files of snapshots but these, finished or not. What does not go stays. */
export function keepOnly(
  { disk, folder, ...owner }: SnapshotPlace,
  files: readonly string[],
): void {
  for (const name of namesIn({ disk, folder, ...owner })) {
    if (/^snap-\d+\.db(?:\.tmp)?$/.test(name) && !files.includes(name)) {
      takeAway(disk, join(folder, name));
    }
  }
}

/** A disk on which somebody should make room is left to the journal. */
function requireRoom({ disk, folder }: SnapshotPlace, { image }: Snapshot): void {
  if (disk.freeBytes(folder) - image.length >= DISK_LOW_BYTES) return;
  throw Object.assign(new Error("the journal needs the room"), { code: "ENOSPC" });
}

/** Flushed piece by piece: a commit of the counter never waits behind hundreds of megabytes. */
function writeAside({ disk, ...owner }: SnapshotPlace, path: string, snapshot: Snapshot): void {
  const file = disk.open(path, "create");
  try {
    let offset = 0;
    for (const piece of sealSnapshot(snapshot, owner)) {
      writeWhollyAt(disk, file, piece, offset);
      disk.flush(file);
      offset += piece.length;
    }
  } finally {
    disk.close(file);
  }
}

/** A folder that cannot be listed has no snapshots; whether it has a journal is not asked here. */
function namesIn({ disk, folder }: SnapshotPlace): readonly string[] {
  try {
    return disk.list(folder);
  } catch (failure) {
    if (errnoOf(failure) === "unknown") throw failure;
    return [];
  }
}

function takeAway(disk: Disk, path: string): void {
  try {
    disk.unlink(path);
  } catch {
    // It is not there, or the disk does nothing any more; the next snapshot tries again.
  }
}
