import { known } from "#core/kernel/assert.ts";
import { type ChainPoint, chainStart, enterSegment, type Follows, stepFrom } from "./chain.ts";
import { damaged } from "./damage.ts";
import { continuesFrom, type JournalFrame, type StoredFrame, textOf } from "./frame.ts";
import { type JournalPlace, readHeaderOf, readInPlace, requireKey } from "./place.ts";
import { type SegmentHeader, segmentName } from "./segment.ts";

/** A place in the journal up to which everything is acknowledged. Can be sent to another thread. */
export interface JournalPoint {
  /** Of the last frame; 0 before the first. */
  readonly sequence: number;
  /** The chain's hash there, 32 bytes. */
  readonly hash: Uint8Array;
  /** Number of the segment in which the next frame may follow. */
  readonly segment: number;
  /** Offset after the last frame in that segment. */
  readonly end: number;
}

/**
 * Reads the frames after a sequence up to a point again, one segment at a time, verifying chain and
 * keys once more. Segments that end before are not opened.
 *
 * It takes no lock and believes nothing beyond `until`, where bytes never change any more: so another
 * thread may read while the journal is written. Throws `journal.damaged` where the bytes are not as
 * they were acknowledged.
 */
export function* readFrames(
  place: JournalPlace,
  { after, until }: { readonly after: number; readonly until: JournalPoint },
): Generator<JournalFrame, void, undefined> {
  // A frame that opens is what was written, and the hash before it too; the last is `until`'s own.
  const opens = () => true;
  for (const { segment, before, frame } of walkBetween(place, { after, until }, opens)) {
    const { sequence, recordedAt, offset } = frame;
    if (sequence <= after) continue;

    const text = textOf(frame, { segment, previousHash: before.hash, keys: place.keys });
    if (text === undefined) {
      if (!continuesFrom(before.hash, frame)) throw differs(before);
      throw damaged("FRAME_FORGED", { segment: segmentName(segment.number), sequence, offset });
    }
    yield { sequence, recordedAt, body: text.toString("utf8") };
  }
}

/** The chain's hash after the frame of that sequence, read from the disk; undefined behind `until`. */
export function hashAt(
  place: JournalPlace,
  sequence: number,
  until: JournalPoint,
): Uint8Array | undefined {
  if (sequence === chainStart.sequence) return chainStart.hash;
  if (sequence === until.sequence) return until.hash;
  for (const { frame } of walkBetween(place, { after: sequence - 1, until })) {
    if (frame.sequence === sequence) return Buffer.from(frame.hash);
  }
  return undefined;
}

interface Passed {
  readonly segment: SegmentHeader;
  /** The chain's point before the frame. */
  readonly before: ChainPoint;
  readonly frame: StoredFrame;
}

/** Follows the chain from the start of the segment that holds the frame after `after`. */
function* walkBetween(
  place: JournalPlace,
  { after, until }: { readonly after: number; readonly until: JournalPoint },
  follows?: Follows,
): Generator<Passed, void, undefined> {
  if (after >= until.sequence) return;

  const headers = headersBehind(place, after, until.segment);
  let point = startOf(known(headers[0], "a journal begins with its first segment"));
  for (const [index, segment] of headers.entries()) {
    point = enter(segment, point);
    const limit = headers[index + 1]?.previousEnd ?? until.end;
    const bytes = readInPlace(place, segmentName(segment.number), limit);
    const view = { header: segment, bytes, limit: Math.min(limit, bytes.length) };
    for (;;) {
      const step = stepFrom(point, view, follows);
      if (step.status !== "frame") break;
      yield { segment, before: point, frame: step.frame };
      ({ point } = step);
    }
  }
  if (!point.hash.equals(until.hash)) throw differs(point);
}

/** The headers from the segment that holds the frame after `after`, oldest first. */
function headersBehind(
  place: JournalPlace,
  after: number,
  newest: number,
): readonly SegmentHeader[] {
  const headers: SegmentHeader[] = [];
  for (let number = newest; number >= 1; number -= 1) {
    const reading = readHeaderOf(place, number);
    const segment = segmentName(number);
    if (reading.status !== "header") throw damaged("SEGMENT_HEADER", { segment, offset: 0 });

    requireKey(place.keys, reading.header);
    headers.unshift(reading.header);
    if (reading.header.firstSequence <= after + 1) break;
  }
  return headers;
}

/** A sealed header vouches for the hash before its first frame. */
function startOf({ firstSequence, previousHash }: SegmentHeader): ChainPoint {
  return { ...chainStart, sequence: firstSequence - 1, hash: previousHash };
}

function enter(segment: SegmentHeader, point: ChainPoint): ChainPoint {
  const { firstSequence, previousHash, number } = segment;
  const continues = previousHash.equals(point.hash) && firstSequence === point.sequence + 1;
  if (!continues) throw differs(point);
  return enterSegment(point, number);
}

function differs({ segment, sequence, end }: ChainPoint) {
  return damaged("ACKED_DAMAGED", {
    segment: segmentName(segment),
    sequence: sequence + 1,
    offset: end,
  });
}
