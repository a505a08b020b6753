import { createHash } from "node:crypto";
import { endOfWritten, isBlank } from "./bytes.ts";
import { type ChainPoint, hasLaterBatch, type SegmentView } from "./chain.ts";
import { damaged } from "./damage.ts";
import type { Head } from "./head.ts";
import type { JournalNotice } from "./notice.ts";
import { segmentName } from "./segment.ts";

/** The mark of a segment after whose end nothing was ever written. */
export const NOTHING_TORN = Buffer.alloc(32);

/** What lies at the end of the newest segment, and whether the segment may be written again. */
export interface SegmentEnd {
  readonly isSpent: boolean;
  readonly tornSha: Buffer;
  readonly notices: readonly JournalNotice[];
}

/**
 * What the end of the newest segment means: clean, torn by a crash, or damaged.
 *
 * Throws `journal.damaged` unless the bytes there can only be a batch that was never acknowledged.
 */
export function judgeNewest(found: {
  readonly head: Head;
  readonly badSlot: number | undefined;
  readonly view: SegmentView;
  readonly point: ChainPoint;
  /** Offset of the first bytes that are neither a frame nor blank. */
  readonly broken: number | undefined;
}): SegmentEnd {
  const { head, view, point, broken } = found;
  const { header, bytes } = view;
  const segment = segmentName(header.number);
  const sequence = point.sequence + 1;
  const notices: JournalNotice[] = [];

  if (broken !== undefined) {
    const at = { segment, sequence, offset: broken };
    if (hasLaterBatch(view, broken, sequence)) throw damaged("MIDLOG", at);
    if (head.sequence >= sequence) throw damaged("ACKED_DAMAGED", at);
    // A batch is begun only after HEAD acknowledged the one before and both its slots are whole.
    // So one crash tears neither HEAD and a batch nor the batch after an unacknowledged one.
    const isLaterBatch = point.sequence > head.sequence && point.end < broken;
    if (found.badSlot !== undefined || isLaterBatch) throw damaged("HEAD_DOUBTFUL", at);

    const torn = bytes.subarray(broken, endOfWritten(bytes, broken));
    const sha256 = createHash("sha256").update(torn).digest("hex");
    notices.push({
      code: "journal.torn-tail-set-aside",
      facts: { segment, sequence, offset: broken, bytes: torn.length, sha256 },
    });
  }
  const isShortened = bytes.length < header.capacity;
  if (isShortened) {
    const facts = { segment, bytes: bytes.length, capacity: header.capacity };
    notices.push({ code: "journal.segment-shortened", facts });
  }
  const isLagged = point.sequence > head.sequence && point.sequence >= header.firstSequence;
  const isSpent = broken !== undefined || isShortened || isLagged;
  return { isSpent, tornSha: tornSha(bytes, point.end), notices };
}

/** SHA-256 of everything after a segment's end; zeros where nothing was written. */
export function tornSha(bytes: Buffer, end: number): Buffer {
  if (isBlank(bytes, end, bytes.length)) return NOTHING_TORN;
  return createHash("sha256").update(bytes.subarray(end)).digest();
}
