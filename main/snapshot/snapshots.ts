import type { Batch } from "#core/journal/batch.ts";
import type { Clock } from "#main/card-reader/clock.ts";
import { journalFolder } from "#main/journal/place.ts";
import type { Log } from "#main/log/log.ts";
import type { OpenBooks } from "#main/open-books.ts";

import type { SnapshotKeys } from "./snapshot-file.ts";
import type { Making, StartSnapshot } from "./snapshot-thread.ts";

/** How long nobody has posted anything when the counter counts as idle, in ms. */
export const IDLE_MS = 30_000;
/** New frames that are worth a snapshot while the counter is idle. */
export const IDLE_FRAMES = 2_000;
/** New frames that are worth one when work ends: fewer are replayed in a moment. */
export const REST_FRAMES = 200;
/** The longest that the end of the program waits for a snapshot, in ms. */
export const LEAVING_MS = 1_000;

/** 快照: keeps the next start short, beside the counter and without asking anything of it. */
export interface Snapshots {
  /** Something was posted; a thread may begin, soon but not within this call. */
  readonly onPosted: (batch: Batch) => void;
  /** From now on snapshots are sealed with these. */
  readonly useKeys: (keys: SnapshotKeys) => void;
  /** The program ends. What would be ready in a moment is waited for; anything else is given up. */
  readonly stop: () => Promise<void>;
}

/** What snapshots are made of. */
export interface SnapshotParts {
  readonly folder: string;
  readonly books: OpenBooks;
  readonly clock: Clock;
  readonly log: Log;
  /** Absent where none shall be made: every start then replays what there is. */
  readonly start?: StartSnapshot | undefined;
}

/**
 * Decides when a snapshot is made, one at a time: at sign-off, at the end of a day, when the journal
 * begins a segment, and when much was posted and then nothing for a while. That one fails is a line
 * in the log with an incident number; the journal has everything all the same.
 */
export function createSnapshots({ folder, books, clock, log, start }: SnapshotParts): Snapshots {
  const { journal, vault } = books;
  let keys: SnapshotKeys = vault;
  let last = { sequence: books.snapshotAt, segment: journal.point().segment, tookMs: 0 };
  let making: (Making & { readonly ended: Promise<void> }) | undefined;
  let callOff = () => {};
  let isStopped = false;
  noteOpening(books, log);

  const newFrames = () => journal.lastSequence - last.sequence;

  function begin(): void {
    if (making || isStopped || !start || newFrames() === 0) return;
    const { sequence, hash, segment, end } = journal.point();
    const since = clock.now();
    last = { sequence, segment, tookMs: 0 }; // Whatever comes of it: the next is tried later.
    const order = { folder: journalFolder(folder), kind: vault.kind, keys };
    const begun = begunOr(() => start({ ...order, until: { sequence, hash, segment, end } }));
    if (!begun) return;
    const ended = begun.made
      .then(({ bytes, frames, notes }) => {
        last = { ...last, tookMs: Math.round(clock.now() - since) };
        for (const note of notes) log.note("snapshot.unusable", { ...note });
        log.note("snapshot.made", { sequence, frames, bytes, tookMs: last.tookMs });
      })
      .catch((failure: unknown) => {
        if (!isStopped) log.incident(failure, { asked: "snapshot" });
      })
      .finally(() => {
        making = undefined;
      });
    making = { ...begun, ended };
  }

  function begunOr(begun: () => Making): Making | undefined {
    try {
      return begun();
    } catch (failure) {
      log.incident(failure, { asked: "snapshot" });
      return undefined;
    }
  }

  return {
    onPosted(batch) {
      if (!start) return;
      const hasRolled = journal.point().segment !== last.segment;
      const isTime = hasRolled || (isRest(batch) && newFrames() >= REST_FRAMES);
      if (isTime) clock.after(0, begin); // Whoever posted gets their answer first.

      callOff();
      if (newFrames() >= IDLE_FRAMES) callOff = clock.after(IDLE_MS, begin);
    },
    useKeys(next) {
      keys = next;
    },
    async stop() {
      callOff();
      if (newFrames() >= REST_FRAMES && last.tookMs < LEAVING_MS) begin();
      isStopped = true;
      if (!making) return;
      const { ended, stop } = making;
      let forget = () => {};
      const late = new Promise<void>((resolve) => {
        forget = clock.after(LEAVING_MS, resolve);
      });
      await Promise.race([ended, late]);
      forget();
      await stop();
    },
  };
}

/** Work ends: the teller has left, or the day is sealed. What the program itself does is no rest. */
function isRest({ teller, entries }: Batch): boolean {
  const isEnd = entries.some(({ type }) => type === "teller.signed-off" || type === "day.sealed");
  return isEnd && teller !== "system";
}

function noteOpening({ journal, snapshotAt, snapshotNotes }: OpenBooks, log: Log): void {
  for (const note of snapshotNotes) log.note("snapshot.unusable", { ...note });
  const replayed = journal.lastSequence - snapshotAt;
  log.note("books.opened", { snapshot: snapshotAt, replayed });
}
