import { assert } from "#core/kernel/assert.ts";
import { Fault } from "#core/kernel/fault.ts";
import { BLOCK_BYTES } from "./bytes.ts";
import { errnoOf } from "./damage.ts";
import type { Disk } from "./disk.ts";
import { giveUpReserve, isOutOfSpace } from "./disk-space.ts";
import { BODY_BYTES_MAX, type JournalFrame } from "./frame.ts";
import { judgeJournal } from "./judgement.ts";
import { flushBeforeTrust, type Mended, mendJournal } from "./mend.ts";
import type { JournalNotice } from "./notice.ts";
import type { JournalKeys, JournalKind } from "./owner.ts";
import { type JournalPlace, journalPlace } from "./place.ts";
import { hashAt, type JournalPoint, readFrames } from "./read-frames.ts";
import type { TrustedPoint } from "./walk.ts";
import { openWriter, type Writer } from "./writer.ts";
import { takeWriterLock } from "./writer-lock.ts";

export type { JournalFrame, JournalKeys, JournalKind, JournalNotice, JournalPoint, TrustedPoint };

/** The books' one truth: every acknowledged command, in order, durable before it was answered. */
export interface Journal {
  readonly kind: JournalKind;
  /** What opening found and put right, for the teller to see. */
  readonly notices: readonly JournalNotice[];
  /** Sequence of the last acknowledged frame; 0 before the first. */
  readonly lastSequence: number;
  /** How far everything is acknowledged: what a snapshot names, and another thread reads up to. */
  point(): JournalPoint & { readonly hash: Buffer };
  /**
   * Everything acknowledged after a sequence, from the first unless said, in order, read from the
   * disk and verified again.
   */
  frames(after?: number): Iterable<JournalFrame>;
  /** The chain's hash after the frame of that sequence; undefined where there is no such frame. */
  hashAt(sequence: number): Uint8Array | undefined;
  /** Whether the chain has that hash after the frame of that sequence. */
  agrees(sequence: number, hash: Uint8Array): boolean;
  /**
   * Makes commands durable and returns their frames. Each body is one command: a crash keeps a
   * prefix of the bodies, never part of one.
   *
   * Throws `journal.write-failed` after any failure of the disk; the outcome of these bodies is
   * then unknown and the journal takes nothing more until it is opened again.
   */
  append(bodies: readonly string[], recordedAt: number): readonly JournalFrame[];
  /**
   * Goes on in a new segment, sealed with the newest key: of the keys given, which must be of this
   * install and hold every older one too, or of those it was opened with. Does nothing where the
   * newest segment is still empty and has that key. Throws as `append` does.
   */
  rotate(keys?: JournalKeys): void;
  /** Gives the files and the writer's place back. */
  close(): void;
}

/** How to open a journal. */
export interface JournalOptions {
  /** The data folder; the journal lies in `ledger` below it. */
  readonly folder: string;
  readonly kind: JournalKind;
  readonly keys: JournalKeys;
  /**
   * Points of authenticated snapshots, newest first. Up to the first that lies on the chain frames
   * are checked by the chain alone; without any, every frame is checked with its key.
   */
  readonly trusted?: readonly TrustedPoint[];
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
  const { trusted = [], segmentBytes = SEGMENT_BYTES } = options;
  assert(segmentBytes >= 2 * BLOCK_BYTES, "a segment has room for its header and a batch");
  const place = journalPlace(options);
  const { disk, folder } = place;

  failingAsFault(() => disk.makeFolder(folder));
  const lock = await takeWriterLock(folder);
  try {
    return failingAsFault(() => {
      disk.flushFolder(options.folder);
      flushBeforeTrust(place);
      const { mended, notices } = mendedWithReserve(place, trusted, segmentBytes);
      const writer = openWriter(place, { ...mended, segmentBytes });
      return journalOver(place, { writer, notices, release: lock.release });
    });
  } catch (failure) {
    lock.release();
    throw failure;
  }
}

interface Opening {
  readonly mended: Mended;
  readonly notices: readonly JournalNotice[];
}

/** On a full disk the reserve makes the room that a start after a crash may need. */
function mendedWithReserve(
  place: JournalPlace,
  trusted: readonly TrustedPoint[],
  capacity: number,
): Opening {
  function mend(): Opening {
    const judgement = judgeJournal(place, trusted);
    const mended = mendJournal(place, judgement, { capacity, createdAt: Date.now() });
    return { mended, notices: judgement.notices };
  }
  try {
    return mend();
  } catch (failure) {
    if (!isOutOfSpace(failure) || !giveUpReserve(place)) throw failure;
  }
  // As after a restart: what the first try left is judged anew.
  const { mended, notices } = mend();
  return { mended, notices: [...notices, { code: "journal.reserve-given-up", facts: {} }] };
}

function journalOver(
  opened: JournalPlace,
  parts: {
    readonly writer: Writer;
    readonly notices: readonly JournalNotice[];
    readonly release: () => void;
  },
): Journal {
  const { writer, notices } = parts;
  let place = opened;
  let state: "open" | "poisoned" | "closed" = "open";

  function change(work: () => void): void {
    if (state !== "open") throw new Fault("journal.write-failed", { state });
    state = "poisoned"; // Until the disk has said yes to everything.
    failingAsFault(work);
    state = "open";
  }
  const point = () => {
    const { sequence, hash, segment, end } = writer.point();
    return { sequence, hash: Buffer.from(hash), segment, end };
  };

  return {
    kind: opened.kind,
    notices,
    get lastSequence() {
      return writer.point().sequence;
    },
    point,
    frames: (after = 0) => readFrames(place, { after, until: point() }),
    hashAt: (sequence) => hashAt(place, sequence, point()),
    agrees(sequence, hash) {
      const own = hashAt(place, sequence, point());
      return own !== undefined && Buffer.from(own).equals(hash);
    },

    append(bodies, recordedAt) {
      const encoded = bodies.map(encodeBody);
      assert(bodies.length >= 1 && bodies.length <= BODIES_MAX, "a batch has 1 to 1024 commands");
      assert(Number.isSafeInteger(recordedAt) && recordedAt >= 0, "time is whole milliseconds");
      const first = writer.point().sequence + 1;
      change(() => writer.commit(encoded, recordedAt));
      return bodies.map((body, index) => ({ sequence: first + index, recordedAt, body }));
    },

    rotate(keys = place.keys) {
      const isOurs = keys.installId === place.keys.installId;
      assert(isOurs && keys.bodyKeys.has(keys.bodyKeyId), "the new keys are this install's");
      change(() => writer.rotate(keys));
      place = { ...place, keys };
    },

    close() {
      if (state === "closed") return;
      state = "closed";
      try {
        failingAsFault(() => writer.close());
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
