import { alignUp, BLOCK_BYTES, endOfWritten } from "./bytes.ts";
import { type ChainPoint, chainStart, enterSegment, type SegmentView, stepFrom } from "./chain.ts";
import { damaged } from "./damage.ts";
import { type StoredFrame, textOf } from "./frame.ts";
import type { Head } from "./head.ts";
import type { JournalNotice } from "./notice.ts";
import { type JournalPlace, readInPlace } from "./place.ts";
import { type SegmentHeader, segmentName } from "./segment.ts";
import { judgeNewest, NOTHING_TORN, type SegmentEnd, tornSha } from "./tail.ts";

/** A hash of the chain that somebody with the keys has vouched for, such as a snapshot's. */
export interface TrustedPoint {
  readonly sequence: number;
  readonly hash: Uint8Array;
}

/** Bytes that were read but never acknowledged, so perhaps not yet durable. */
export interface SoftBytes {
  readonly segment: number;
  readonly offset: number;
  readonly bytes: Buffer;
}

/** What lies behind the headers of a journal. */
export interface Walked {
  readonly point: ChainPoint;
  /** At the end of the newest segment; what a later segment sealed was made durable before. */
  readonly soft: SoftBytes | undefined;
  /** The newest segment saw a crash: it is never written again. */
  readonly newestIsSpent: boolean;
  readonly newestTornSha: Buffer;
  readonly notices: readonly JournalNotice[];
}

/** What is known before the frames are looked at. */
interface Known {
  readonly headers: readonly SegmentHeader[];
  readonly head: Head;
  readonly badSlot: number | undefined;
}

/**
 * Follows the chain through all segments and compares it with what HEAD acknowledged.
 *
 * Frames up to the first of the trusted points that lies on the chain are proved by its hash, for
 * none of them could be another and the hash the same; every frame after it must bear our key.
 */
export function walkChain(
  place: JournalPlace,
  known: Known,
  trusted: readonly TrustedPoint[],
): Walked {
  for (const proof of [...trusted, chainStart]) {
    const walked = walkBehind(proof, place, known);
    if (walked) return walked;
  }
  throw new Error("Invariant broken: every chain begins where the first frame will follow");
}

/** The walk that believes `proof`; undefined if that does not lie on the chain. */
function walkBehind(proof: TrustedPoint, place: JournalPlace, known: Known): Walked | undefined {
  const { headers, head } = known;
  let soft: SoftBytes | undefined;
  let point = chainStart;
  let acknowledged: ChainPoint | undefined;
  let newest: SegmentEnd = { isSpent: false, tornSha: NOTHING_TORN, notices: [] };

  for (const [index, header] of headers.entries()) {
    const segment = segmentName(header.number);
    const continues =
      header.previousHash.equals(point.hash) && header.firstSequence === point.sequence + 1;
    if (!continues) throw damaged("SEGMENT_CHAIN", { segment, sequence: point.sequence + 1 });

    const bytes = readInPlace(place, segment);
    const successor = headers[index + 1];
    const limit = Math.min(successor?.previousEnd ?? bytes.length, bytes.length);
    const view = { header, bytes, limit };
    const end = walkSegment(view, { place, head, proof, point });
    if (!end) return undefined;

    ({ point } = end);
    acknowledged = end.acknowledged ?? acknowledged;
    if (successor) {
      requireSealedEnd(view, end, successor);
    } else {
      newest = judgeNewest({ ...known, view, point, broken: end.broken });
      soft = softBytes(view, head);
    }
  }
  if (point.sequence < proof.sequence) return undefined;
  compareWithHead(point, acknowledged, head);

  const notices = [...newest.notices];
  if (point.sequence > head.sequence) {
    const facts = { firstSequence: head.sequence + 1, lastSequence: point.sequence };
    notices.push({ code: "journal.unanswered-kept", facts });
  }
  return { point, soft, newestIsSpent: newest.isSpent, newestTornSha: newest.tornSha, notices };
}

interface End {
  readonly point: ChainPoint;
  /** Where HEAD says that everything was acknowledged, if that is in this segment. */
  readonly acknowledged: ChainPoint | undefined;
  /** Offset of the first bytes that are neither a frame nor blank. */
  readonly broken: number | undefined;
}

/** Follows the chain to a segment's end; undefined where it contradicts `proof`. */
function walkSegment(
  view: SegmentView,
  from: {
    readonly place: JournalPlace;
    readonly head: Head;
    readonly proof: TrustedPoint;
    readonly point: ChainPoint;
  },
): End | undefined {
  const { place, head, proof } = from;
  const segment = segmentName(view.header.number);
  let acknowledged: ChainPoint | undefined;
  let point = enterSegment(from.point, view.header.number);

  for (;;) {
    if (point.sequence === proof.sequence && !point.hash.equals(proof.hash)) return undefined;
    if (point.segment === head.segment && point.end === head.end) acknowledged = point;

    const step = stepFrom(point, view);
    if (step.status === "end") return { point, acknowledged, broken: undefined };
    if (step.status === "broken") return { point, acknowledged, broken: step.offset };

    const sequence = point.sequence + 1;
    if (step.status === "newer") {
      throw damaged("NEWER_FORMAT", { segment, sequence, offset: step.offset });
    }
    const { frame } = step;
    const isProved = sequence <= proof.sequence;
    const origin = { segment: view.header, previousHash: point.hash, keys: place.keys };
    if (!isProved && textOf(frame, origin) === undefined) {
      throw damaged("FRAME_FORGED", { segment, sequence, offset: frame.offset });
    }
    requireOneBatchBehind(frame, segment, head);
    ({ point } = step);
  }
}

/** A segment with a successor ends where that says, with the bytes after the end that it sealed. */
function requireSealedEnd({ header, bytes }: SegmentView, end: End, successor: SegmentHeader) {
  const segment = segmentName(header.number);
  const { point, broken } = end;
  if (point.end !== successor.previousEnd) {
    const sequence = point.sequence + 1;
    throw damaged("MIDLOG", { segment, sequence, offset: broken ?? point.end });
  }
  if (!tornSha(bytes, point.end).equals(successor.previousTornSha)) {
    throw damaged("SEALED_TAIL_CHANGED", { segment, offset: point.end });
  }
}

/** What stands in the newest segment after the end that HEAD acknowledged. */
function softBytes({ header, bytes }: SegmentView, head: Head): SoftBytes | undefined {
  const from = header.number === head.segment ? alignUp(head.end, BLOCK_BYTES) : BLOCK_BYTES;
  const to = Math.min(alignUp(endOfWritten(bytes, from), BLOCK_BYTES), bytes.length);
  if (to <= from) return undefined;
  return { segment: header.number, offset: from, bytes: bytes.subarray(from, to) };
}

/** A batch is begun only after HEAD acknowledged the one before: a crash leaves one at most. */
function requireOneBatchBehind(frame: StoredFrame, segment: string, head: Head) {
  const { sequence, batchFirst, offset } = frame;
  if (sequence > head.sequence && batchFirst !== head.sequence + 1) {
    throw damaged("HEAD_DOUBTFUL", { segment, sequence, offset });
  }
}

function compareWithHead(point: ChainPoint, acknowledged: ChainPoint | undefined, head: Head) {
  const at = { segment: segmentName(point.segment), sequence: point.sequence + 1 };
  if (point.sequence < head.sequence || point.segment < head.segment) {
    throw damaged("HEAD_AHEAD", { ...at, offset: point.end });
  }
  const agrees = acknowledged?.sequence === head.sequence && acknowledged.hash.equals(head.hash);
  if (!agrees) {
    throw damaged("HEAD_HASH", { segment: segmentName(head.segment), sequence: head.sequence });
  }
}
