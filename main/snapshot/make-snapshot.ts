import { assert } from "#core/kernel/assert.ts";
import { Fault } from "#core/kernel/fault.ts";
import { errnoOf } from "#main/journal/damage.ts";
import { hashAt, type JournalPoint, readFrames } from "#main/journal/read-frames.ts";
import { newestLedger } from "./newest-ledger.ts";
import { replay } from "./replay.ts";
import type { Snapshot } from "./snapshot-file.ts";
import {
  keepOnly,
  keptSnapshots,
  laySnapshot,
  type SnapshotNote,
  type SnapshotPlace,
} from "./snapshot-folder.ts";

/** A snapshot that was made, or that was there already. */
export interface MadeSnapshot {
  readonly sequence: number;
  /** Frames that were replayed on top of the snapshot before. */
  readonly frames: number;
  /** Of the ledger in the snapshot; 0 where nothing had to be made. */
  readonly bytes: number;
  /** Files that were no use; they are gone. */
  readonly notes: readonly SnapshotNote[];
}

/**
 * Makes a snapshot of the ledger as of a point of the journal, in a ledger of its own: the newest
 * good snapshot and the frames after it, read from the disk. It asks nothing of whoever writes the
 * journal meanwhile, and looks at nothing behind the point.
 *
 * The new snapshot and the one that it was made from are kept; all other files of snapshots go.
 * Throws `snapshot.failed` with the disk's errno, and `journal.damaged` as `readFrames` does; what
 * was there before is then there still.
 */
export async function makeSnapshot(
  place: SnapshotPlace,
  until: JournalPoint,
): Promise<MadeSnapshot> {
  try {
    return await make(place, until);
  } catch (cause) {
    const errno = errnoOf(cause);
    if (cause instanceof Fault || errno === "unknown") throw cause;
    throw new Fault("snapshot.failed", { errno }, { cause });
  }
}

async function make(place: SnapshotPlace, until: JournalPoint): Promise<MadeSnapshot> {
  const { sequence } = until;
  const notes: SnapshotNote[] = [];
  const onNote = (note: SnapshotNote) => notes.push(note);
  const { ledger, from } = await newestLedger(
    keptSnapshots(place, onNote),
    ({ sequence: at, hash }) => isSame(hashAt(place, at, until), hash),
    onNote,
  );
  const frames = sequence - (from?.sequence ?? 0);
  let snapshot: Snapshot | undefined;
  try {
    if (frames > 0) {
      replay(ledger, readFrames(place, { after: from?.sequence ?? 0, until }));
      assert(ledger.lastSequence === sequence, "a ledger has every frame up to its snapshot's");
      snapshot = { point: { sequence, hash: until.hash }, image: ledger.image() };
    }
  } finally {
    ledger.close(); // Its memory is given back before the image is sealed and compared.
  }
  if (snapshot) keepOnly(place, [laySnapshot(place, snapshot), ...(from ? [from.file] : [])]);
  return { sequence, frames, bytes: snapshot?.image.length ?? 0, notes };
}

function isSame(own: Uint8Array | undefined, hash: Uint8Array): boolean {
  return own !== undefined && Buffer.compare(own, hash) === 0;
}
