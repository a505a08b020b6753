import { Fault } from "#core/kernel/fault.ts";
import type { Disk } from "#main/journal/disk.ts";
import { HEAD_NAME, readHead } from "#main/journal/head.ts";
import { type Journal, openJournal } from "#main/journal/journal.ts";
import { type JournalPlace, journalPlace, readInPlace } from "#main/journal/place.ts";
import type { TrustedPoint } from "#main/journal/walk.ts";
import type { Ledger } from "#main/ledger/ledger.ts";
import { newestLedger } from "#main/snapshot/newest-ledger.ts";
import { replay } from "#main/snapshot/replay.ts";
import type { SnapshotKeys } from "#main/snapshot/snapshot-file.ts";
import {
  type KeptSnapshot,
  keptSnapshots,
  type SnapshotNote,
} from "#main/snapshot/snapshot-folder.ts";
import type { Vault } from "#main/vault/vault.ts";

/** A data folder that is open: its keys, its truth, and the books rebuilt from it. */
export interface OpenBooks extends ReadBooks {
  readonly vault: Vault;
}

/** The truth of a data folder, and the books rebuilt from it. */
export interface ReadBooks {
  readonly journal: Journal;
  readonly ledger: Ledger;
  /** The frame of the snapshot that the ledger was loaded from; 0 where every frame was replayed. */
  readonly snapshotAt: number;
  /** Files that look like snapshots and were no use; the books are whole all the same. */
  readonly snapshotNotes: readonly SnapshotNote[];
}

/** Gives the memory, the files and the writer's place back. */
export function closeBooks({ ledger, journal }: ReadBooks): void {
  ledger.close();
  journal.close();
}

/** Opens a data folder with its keys, as `readBooks` does. */
export async function openBooks(folder: string, vault: Vault, disk: Disk): Promise<OpenBooks> {
  return { vault, ...(await readBooks({ folder, kind: vault.kind, keys: vault, disk })) };
}

/**
 * Opens a data folder: its ledger is that of the newest snapshot which the journal agrees with, and
 * the frames after it; or, without any, all of them.
 *
 * Every frame that is replayed is parsed again; those before the snapshot are proved by the chain.
 * Throws what the journal throws, and `journal.damaged` with the sequence for a frame whose content
 * the program does not understand. No file of a snapshot can keep books from being opened.
 */
export async function readBooks(of: {
  readonly folder: string;
  readonly kind: Vault["kind"];
  readonly keys: SnapshotKeys;
  readonly disk: Disk;
  /** Size of a new segment's file, where it is not the usual one. */
  readonly segmentBytes?: number;
}): Promise<ReadBooks> {
  const snapshotNotes: SnapshotNote[] = [];
  const onNote = (note: SnapshotNote) => snapshotNotes.push(note);
  const place = { ...journalPlace(of), keys: of.keys };
  const kept = keptSnapshots(place, onNote);
  // Only the newest is read before the journal, to vouch for it; an older one only if that fails.
  const newest = kept.next().value ?? undefined;
  const trusted = [acknowledgedIn(place), newest?.point].filter((point) => point !== undefined);
  const journal = await openJournal({ ...of, trusted });
  try {
    const { ledger, from } = await newestLedger(
      onwards(newest, kept),
      ({ sequence, hash }) => journal.agrees(sequence, hash),
      onNote,
    );
    const snapshotAt = from?.sequence ?? 0;
    try {
      replay(ledger, journal.frames(snapshotAt));
    } catch (failure) {
      ledger.close();
      throw failure;
    }
    return { journal, ledger, snapshotAt, snapshotNotes };
  } catch (failure) {
    journal.close();
    throw failure;
  }
}

/**
 * How far HEAD acknowledges, which is sealed: it vouches for the frames up to there as a snapshot
 * does. Each that no snapshot holds is opened with its key when it is replayed, so not before too.
 * Undefined where HEAD cannot be read; what that means is for the journal to say.
 */
function acknowledgedIn(place: JournalPlace): TrustedPoint | undefined {
  try {
    const reading = readHead(readInPlace(place, HEAD_NAME), place.keys);
    return reading.status === "trusted" ? reading.head : undefined;
  } catch (failure) {
    if (failure instanceof Fault) return undefined;
    throw failure;
  }
}

function* onwards(
  first: KeptSnapshot | undefined,
  rest: Iterable<KeptSnapshot>,
): Generator<KeptSnapshot, void, undefined> {
  if (!first) return;
  yield first;
  yield* rest;
}
