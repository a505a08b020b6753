import { join } from "node:path";
import { assert } from "#core/kernel/assert.ts";
import { Fault } from "#core/kernel/fault.ts";
import { BLOCK_BYTES } from "./bytes.ts";
import { errnoOf } from "./damage.ts";
import { type Disk, realDisk } from "./disk.ts";
import { BODY_BYTES_MAX, type JournalFrame } from "./frame.ts";
import { type JournalPlace, judgeJournal } from "./judgement.ts";
import { flushBeforeTrust, mendJournal } from "./mend.ts";
import type { JournalNotice } from "./notice.ts";
import type { JournalKeys, JournalKind } from "./owner.ts";
import { replay } from "./replay.ts";
import { openWriter, type Writer } from "./writer.ts";
import { takeWriterLock } from "./writer-lock.ts";

export type { JournalFrame, JournalKeys, JournalKind, JournalNotice };

/** The books' one truth: every acknowledged command, in order, durable before it was answered. */
export interface Journal {
  readonly kind: JournalKind;
  /** What opening found and put right, for the teller to see. */
  readonly notices: readonly JournalNotice[];
  /** Sequence of the last acknowledged frame; 0 before the first. */
  readonly lastSequence: number;
  /** Everything acknowledged so far, in order, read from the disk and verified again. */
  frames(): Iterable<JournalFrame>;
  /**
   * Makes commands durable and returns their frames. Each body is one command: a crash keeps a
   * prefix of the bodies, never part of one.
   *
   * Throws `journal.write-failed` after any failure of the disk; the outcome of these bodies is
   * then unknown and the journal takes nothing more until it is opened again.
   */
  append(bodies: readonly string[], recordedAt: number): readonly JournalFrame[];
  /** Gives the files and the writer's place back. */
  close(): void;
}

/** How to open a journal. */
export interface JournalOptions {
  /** The data folder; the journal lies in `ledger` below it. */
  readonly folder: string;
  readonly kind: JournalKind;
  readonly keys: JournalKeys;
  readonly disk?: Disk;
  /** Size of a new segment's file. */
  readonly segmentBytes?: number;
}

const SEGMENT_BYTES = 4 * 1024 * 1024;
const BODIES_MAX = 1024;

/**
 * Opens the journal of a data folder, or begins it.
 *
 * Throws `journal.locked` for a second writer, `data-folder.wrong-kind` for the other kind,
 * `journal.damaged` naming the frame where acknowledged data is not as it was, and
 * `journal.write-failed` when the disk refuses. Nothing is ever cut off or overwritten.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { kind, keys, disk = realDisk, segmentBytes = SEGMENT_BYTES } = options;
  assert(segmentBytes >= 2 * BLOCK_BYTES, "a segment has room for its header and a batch");
  const folder = join(options.folder, "ledger");
  const place = { disk, folder, kind, keys };

  failingAsFault(() => disk.makeFolder(folder));
  const lock = await takeWriterLock(folder);
  try {
    return failingAsFault(() => {
      disk.flushFolder(options.folder);
      flushBeforeTrust(place);
      const judgement = judgeJournal(place);
      const now = { capacity: segmentBytes, createdAt: Date.now() };
      const mended = mendJournal(place, judgement, now);
      const writer = openWriter(place, { ...mended, segmentBytes });
      return journalOver(place, { writer, notices: judgement.notices, release: lock.release });
    });
  } catch (failure) {
    lock.release();
    throw failure;
  }
}

function journalOver(
  place: JournalPlace,
  parts: {
    readonly writer: Writer;
    readonly notices: readonly JournalNotice[];
    readonly release: () => void;
  },
): Journal {
  const { writer, notices } = parts;
  let state: "open" | "poisoned" | "closed" = "open";

  return {
    kind: place.kind,
    notices,
    get lastSequence() {
      return writer.point().sequence;
    },
    frames: () => replay(place, { headers: writer.headers(), point: writer.point() }),

    append(bodies, recordedAt) {
      const encoded = bodies.map(encodeBody);
      assert(bodies.length >= 1 && bodies.length <= BODIES_MAX, "a batch has 1 to 1024 commands");
      assert(Number.isSafeInteger(recordedAt) && recordedAt >= 0, "time is whole milliseconds");
      if (state !== "open") throw new Fault("journal.write-failed", { state });

      const first = writer.point().sequence + 1;
      state = "poisoned"; // Until the disk has said yes to everything.
      failingAsFault(() => writer.commit(encoded, recordedAt));
      state = "open";
      return bodies.map((body, index) => ({ sequence: first + index, recordedAt, body }));
    },

    close() {
      if (state === "closed") return;
      state = "closed";
      try {
        writer.close();
      } finally {
        parts.release();
      }
    },
  };
}

function encodeBody(body: string): Buffer {
  assert(!/\p{Surrogate}/u.test(body), "a body is well-formed text");
  const bytes = Buffer.from(body, "utf8");
  assert(bytes.length <= BODY_BYTES_MAX, "a body has at most 1 MiB");
  return bytes;
}

/** Runs work on the disk; what the operating system refuses becomes a fault of the journal. */
function failingAsFault<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const errno = errnoOf(cause);
    if (cause instanceof Fault || errno === "unknown") throw cause;
    throw new Fault("journal.write-failed", { errno }, { cause });
  }
}
