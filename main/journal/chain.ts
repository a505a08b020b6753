import { alignUp, BLOCK_BYTES, isBlank } from "./bytes.ts";
import { continuesFrom, FRAME_MAGIC, readFrame, type StoredFrame } from "./frame.ts";
import type { SegmentHeader } from "./segment.ts";

/** How far a reader or writer has come: the last frame, its hash, and where it ends. */
export interface ChainPoint {
  readonly sequence: number;
  readonly hash: Buffer;
  readonly segment: number;
  readonly end: number;
  /** First sequence of the batch that the last frame belongs to. */
  readonly batchFirst: number;
}

/** Before the first frame. */
export const chainStart: ChainPoint = {
  sequence: 0,
  hash: Buffer.alloc(32),
  segment: 1,
  end: BLOCK_BYTES,
  batchFirst: 0,
};

/** What follows a point of the chain. `broken` is anything that is neither next frame nor blank. */
export type ChainStep =
  | { readonly status: "frame"; readonly frame: StoredFrame; readonly point: ChainPoint }
  | { readonly status: "end" }
  | { readonly status: "broken"; readonly offset: number }
  | { readonly status: "newer"; readonly offset: number };

/** A segment's bytes, up to where they count. */
export interface SegmentView {
  readonly header: SegmentHeader;
  readonly bytes: Buffer;
  readonly limit: number;
}

/** The same point of the chain, about to continue in the next segment. */
export function enterSegment(point: ChainPoint, segment: number): ChainPoint {
  return { ...point, segment, end: BLOCK_BYTES, batchFirst: 0 };
}

/** Whether a frame is the one that was written after the frame with `previousHash`. */
export type Follows = (previousHash: Buffer, frame: StoredFrame) => boolean;

/**
 * Reads the frame after `point`: in the same batch, or at the start of the next block. The chain
 * alone is checked; whether this install wrote the frame says `textOf`. Whoever asks that of every
 * frame anyway, which tells the frame before too, may leave the chain's own sum out by `follows`.
 */
export function stepFrom(
  point: ChainPoint,
  view: SegmentView,
  follows: Follows = continuesFrom,
): ChainStep {
  const batchStart = alignUp(point.end, BLOCK_BYTES);

  if (point.end < batchStart) {
    const inBatch = frameAt(point.end, point, { view, follows });
    if (inBatch.status !== "broken") return inBatch;
    if (!isBlank(view.bytes, point.end, Math.min(batchStart, view.limit))) return inBatch;
  }
  if (isBlank(view.bytes, batchStart, view.limit)) return { status: "end" };

  return frameAt(batchStart, point, { view, follows });
}

function frameAt(
  offset: number,
  point: ChainPoint,
  { view, follows }: { readonly view: SegmentView; readonly follows: Follows },
): ChainStep {
  const reading = readFrame(view.bytes, view.header, offset, view.limit);
  if (reading.status === "newer") return { status: "newer", offset };
  if (reading.status === "none") return { status: "broken", offset };

  const { frame } = reading;
  const { sequence, hash, end, batchFirst } = frame;
  const isNext = sequence === point.sequence + 1 && follows(point.hash, frame);
  const isInBatch = offset === point.end && batchFirst === point.batchFirst;
  const startsBatch = offset % BLOCK_BYTES === 0 && batchFirst === sequence;
  if (!isNext || !(isInBatch || startsBatch)) return { status: "broken", offset };

  const next = { sequence, hash: Buffer.from(hash), segment: point.segment, end, batchFirst };
  return { status: "frame", frame, point: next };
}

/**
 * Whether a whole frame of a later batch than that of `sequence` stands at or after `offset`.
 * The writer starts a batch only after the one before was flushed, so a crash cannot leave this.
 */
export function hasLaterBatch(view: SegmentView, offset: number, sequence: number): boolean {
  const { bytes, header, limit } = view;
  for (let at = bytes.indexOf(FRAME_MAGIC, offset); at >= 0; ) {
    const reading = readFrame(bytes, header, at, limit);
    if (reading.status === "frame" && reading.frame.batchFirst > sequence) return true;
    at = bytes.indexOf(FRAME_MAGIC, at + 1);
  }
  return false;
}
