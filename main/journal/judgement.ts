import { join } from "node:path";
import { Fault } from "#core/kernel/fault.ts";
import { alignUp, BLOCK_BYTES, endOfWritten, isBlank } from "./bytes.ts";
import { type ChainPoint, chainStart, enterSegment, stepFrom } from "./chain.ts";
import { damaged, errnoOf } from "./damage.ts";
import { type Disk, readFile } from "./disk.ts";
import type { StoredFrame } from "./frame.ts";
import { HEAD_NAME, type Head, type HeadReading, readHead } from "./head.ts";
import type { JournalNotice } from "./notice.ts";
import type { JournalKeys, JournalKind } from "./owner.ts";
import {
  type HeaderReading,
  readSegmentHeader,
  type SegmentHeader,
  segmentName,
  segmentNumber,
} from "./segment.ts";
import { judgeNewest, NOTHING_TORN, type SegmentEnd, tornSha } from "./tail.ts";

/** Whose journal, and where. */
export interface JournalPlace {
  readonly disk: Disk;
  /** The folder with HEAD and the segments. */
  readonly folder: string;
  readonly kind: JournalKind;
  readonly keys: JournalKeys;
}

/** Bytes that were read but never acknowledged, so perhaps not yet durable. */
interface SoftBytes {
  readonly segment: number;
  readonly offset: number;
  readonly bytes: Buffer;
}

/** A journal that may be used, and what must be put right first. */
export interface Judgement {
  readonly headers: readonly SegmentHeader[];
  readonly point: ChainPoint;
  /** Undefined before the very first frame, when HEAD was never written. */
  readonly head: Head | undefined;
  readonly soft: readonly SoftBytes[];
  /** The newest segment saw a crash: it is never written again. */
  readonly newestIsSpent: boolean;
  readonly newestTornSha: Buffer;
  /** Name of an empty newest segment with an unreadable first block. */
  readonly setAside: string | undefined;
  readonly notices: readonly JournalNotice[];
}

/**
 * Decides whether the journal may be used, by reading only: the decision table of the format.
 *
 * Throws `journal.damaged` naming the frame wherever an acknowledged frame is not exactly as it
 * was, `data-folder.wrong-kind` for the other kind of journal. Nothing on disk is changed.
 */
export function judgeJournal(place: JournalPlace): Judgement {
  const names = place.disk.list(place.folder);
  const numbers = names.flatMap((name) => segmentNumber(name) ?? []).sort((a, b) => a - b);
  const readings = numbers.map((number) => readHeaderOf(place, number));
  if (readings.some((reading) => reading.status === "other-kind")) {
    throw new Fault("data-folder.wrong-kind", { wanted: place.kind });
  }

  const head: HeadReading = names.includes(HEAD_NAME)
    ? readHead(read(place, HEAD_NAME), place.keys)
    : { status: "none" };
  if (head.status === "newer") throw damaged("NEWER_FORMAT", { segment: HEAD_NAME });
  if (head.status === "none") return judgeUnbegun(place, numbers, readings);

  const { headers, setAside } = trustedHeaders(place, { numbers, readings, head: head.head });
  const walked = walk(place, { headers, head: head.head, badSlot: head.badSlot });
  const notices: JournalNotice[] = [...walked.notices];
  if (head.badSlot !== undefined) {
    notices.push({ code: "journal.head-slot-renewed", facts: { slot: head.badSlot } });
  }
  if (setAside !== undefined) {
    notices.push({ code: "journal.segment-set-aside", facts: { segment: setAside } });
  }
  return { ...walked, headers, head: head.head, setAside, notices };
}

/** Without HEAD the journal must be as it was before its first frame. */
function judgeUnbegun(
  place: JournalPlace,
  numbers: readonly number[],
  readings: readonly HeaderReading[],
): Judgement {
  const first = readings[0];
  const segment = segmentName(numbers.at(-1) ?? 1);
  const isUnbegun = numbers.length === 0 || (numbers.length === 1 && numbers[0] === 1);
  if (!isUnbegun) throw damaged("HEAD_LOST", { segment });

  const bytes = first ? read(place, segment) : Buffer.alloc(0);
  if (!isBlank(bytes, BLOCK_BYTES, bytes.length)) throw damaged("HEAD_LOST", { segment });
  if (first?.status === "newer") throw damaged("NEWER_FORMAT", { segment });

  const isReadable = first?.status === "header";
  return {
    headers: isReadable ? [first.header] : [],
    point: chainStart,
    head: undefined,
    soft: [],
    newestIsSpent: isReadable && bytes.length < first.header.capacity,
    newestTornSha: NOTHING_TORN,
    setAside: first && !isReadable ? segment : undefined,
    notices: [],
  };
}

function trustedHeaders(
  place: JournalPlace,
  found: {
    readonly numbers: readonly number[];
    readonly readings: readonly HeaderReading[];
    readonly head: Head;
  },
): { readonly headers: readonly SegmentHeader[]; readonly setAside: string | undefined } {
  const headers: SegmentHeader[] = [];
  let setAside: string | undefined;

  for (const [index, number] of found.numbers.entries()) {
    const segment = segmentName(number);
    const reading = found.readings[index];
    if (number !== index + 1) throw damaged("SEGMENT_CHAIN", { segment: segmentName(index + 1) });
    if (reading?.status === "newer") throw damaged("NEWER_FORMAT", { segment });

    if (reading?.status === "header") {
      if (reading.header.number !== number) throw damaged("SEGMENT_CHAIN", { segment, offset: 16 });
      headers.push(reading.header);
    } else {
      const bytes = read(place, segment);
      const mayGo =
        index === found.numbers.length - 1 &&
        found.head.segment < number &&
        isBlank(bytes, BLOCK_BYTES, bytes.length);
      if (!mayGo) throw damaged("SEGMENT_HEADER", { segment, offset: 0 });
      setAside = segment;
    }
  }
  if (headers.length === 0) throw damaged("SEGMENT_CHAIN", { segment: segmentName(1) });
  return { headers, setAside };
}

type Walked = Omit<Judgement, "headers" | "head" | "setAside">;

/** Follows the chain through all segments and compares it with what HEAD acknowledged. */
function walk(
  place: JournalPlace,
  known: {
    readonly headers: readonly SegmentHeader[];
    readonly head: Head;
    readonly badSlot: number | undefined;
  },
): Walked {
  const { headers, head } = known;
  const soft: SoftBytes[] = [];
  let point = chainStart;
  let acknowledged: ChainPoint | undefined;
  let newest: SegmentEnd = { isSpent: false, tornSha: NOTHING_TORN, notices: [] };

  for (const [index, header] of headers.entries()) {
    const segment = segmentName(header.number);
    const continues =
      header.previousHash.equals(point.hash) && header.firstSequence === point.sequence + 1;
    if (!continues) throw damaged("SEGMENT_CHAIN", { segment, sequence: point.sequence + 1 });

    const bytes = read(place, segment);
    const successor = headers[index + 1];
    const limit = Math.min(successor?.previousEnd ?? bytes.length, bytes.length);
    const view = { bytes, salt: header.salt, limit, keys: place.keys };
    point = enterSegment(point, header.number);
    let step = stepFrom(point, view);
    for (;;) {
      if (point.segment === head.segment && point.end === head.end) acknowledged = point;
      if (step.status !== "frame") break;
      requireOneBatchBehind(step.frame, segment, head);
      point = step.point;
      step = stepFrom(point, view);
    }
    const at = { segment, sequence: point.sequence + 1 };
    if (step.status === "newer") throw damaged("NEWER_FORMAT", { ...at, offset: step.offset });
    if (step.status === "forged") throw damaged("FRAME_FORGED", { ...at, offset: step.offset });

    const broken = step.status === "broken" ? step.offset : undefined;
    if (successor) {
      if (point.end !== successor.previousEnd) {
        throw damaged("MIDLOG", { ...at, offset: broken ?? point.end });
      }
      if (!tornSha(bytes, point.end).equals(successor.previousTornSha)) {
        throw damaged("SEALED_TAIL_CHANGED", { segment, offset: point.end });
      }
    } else {
      newest = judgeNewest({ ...known, header, view, point, broken });
    }
    if (header.number >= head.segment) {
      const from = header.number === head.segment ? alignUp(head.end, BLOCK_BYTES) : BLOCK_BYTES;
      const to = Math.min(alignUp(endOfWritten(bytes, from), BLOCK_BYTES), bytes.length);
      if (to > from) {
        soft.push({ segment: header.number, offset: from, bytes: bytes.subarray(from, to) });
      }
    }
  }
  compareWithHead(point, acknowledged, head);

  const notices = [...newest.notices];
  if (point.sequence > head.sequence) {
    const facts = { firstSequence: head.sequence + 1, lastSequence: point.sequence };
    notices.push({ code: "journal.unanswered-kept", facts });
  }
  return { point, soft, newestIsSpent: newest.isSpent, newestTornSha: newest.tornSha, notices };
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

function readHeaderOf(place: JournalPlace, number: number): HeaderReading {
  return readSegmentHeader(read(place, segmentName(number), BLOCK_BYTES), place.kind, place.keys);
}

function read(place: JournalPlace, name: string, bytesMax?: number): Buffer {
  try {
    return readFile(place.disk, join(place.folder, name), bytesMax);
  } catch (cause) {
    throw damaged("READ_FAILED", { segment: name, errno: errnoOf(cause) }, cause);
  }
}
