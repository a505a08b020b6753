import { Fault } from "#core/kernel/fault.ts";
import { BLOCK_BYTES, isBlank } from "./bytes.ts";
import { chainStart } from "./chain.ts";
import { damaged } from "./damage.ts";
import { HEAD_NAME, type Head, type HeadReading, readHead } from "./head.ts";
import type { JournalNotice } from "./notice.ts";
import type { JournalKeys } from "./owner.ts";
import { type JournalPlace, readHeaderOf, readInPlace, requireKey } from "./place.ts";
import {
  FORMAT_VERSION,
  type HeaderReading,
  type SegmentHeader,
  segmentName,
  segmentNumber,
} from "./segment.ts";
import { NOTHING_TORN } from "./tail.ts";
import { type TrustedPoint, type Walked, walkChain } from "./walk.ts";

/** A journal that may be used, and what must be put right first. */
export interface Judgement extends Walked {
  readonly headers: readonly SegmentHeader[];
  /** Undefined before the very first frame, when HEAD was never written. */
  readonly head: Head | undefined;
  /** The slot of HEAD that cannot be trusted, if one cannot. */
  readonly badSlot: number | undefined;
  /** Name of an empty newest segment with an unreadable first block. */
  readonly setAside: string | undefined;
}

/**
 * Decides whether the journal may be used, by reading only: the decision table of the format.
 *
 * Throws `journal.damaged` naming the frame wherever an acknowledged frame is not exactly as it
 * was, `data-folder.wrong-kind` for the other kind of journal. Nothing on disk is changed.
 */
export function judgeJournal(place: JournalPlace, trusted: readonly TrustedPoint[]): Judgement {
  const judgement = judgeFiles(place, trusted);
  const newest = judgement.headers.at(-1);
  const change = newest ? changeSince(newest, place.keys) : undefined;
  if (!change) return judgement;
  return { ...judgement, newestIsSpent: true, notices: [...judgement.notices, change] };
}

/** Why a sound newest segment is not written any more: its format or its key is an older one. */
function changeSince(
  { format, bodyKeyId }: SegmentHeader,
  keys: JournalKeys,
): JournalNotice | undefined {
  if (format !== FORMAT_VERSION) {
    return { code: "journal.upgraded", facts: { from: format, to: FORMAT_VERSION } };
  }
  if (bodyKeyId !== keys.bodyKeyId) {
    return { code: "journal.key-changed", facts: { from: bodyKeyId, to: keys.bodyKeyId } };
  }
  return undefined;
}

function judgeFiles(place: JournalPlace, trusted: readonly TrustedPoint[]): Judgement {
  const names = place.disk.list(place.folder);
  const numbers = names.flatMap((name) => segmentNumber(name) ?? []).sort((a, b) => a - b);
  const readings = numbers.map((number) => readHeaderOf(place, number));
  if (readings.some((reading) => reading.status === "other-kind")) {
    throw new Fault("data-folder.wrong-kind", { wanted: place.kind });
  }

  const head: HeadReading = names.includes(HEAD_NAME)
    ? readHead(readInPlace(place, HEAD_NAME), place.keys)
    : { status: "none" };
  if (head.status === "newer") throw damaged("NEWER_FORMAT", { segment: HEAD_NAME });
  if (head.status === "none") return judgeUnbegun(place, numbers, readings);

  const { headers, setAside } = trustedHeaders(place, { numbers, readings, head: head.head });
  const walked = walkChain(place, { headers, ...head }, trusted);
  const notices: JournalNotice[] = [...walked.notices];
  if (head.badSlot !== undefined) {
    notices.push({ code: "journal.head-slot-renewed", facts: { slot: head.badSlot } });
  }
  if (setAside !== undefined) {
    notices.push({ code: "journal.segment-set-aside", facts: { segment: setAside } });
  }
  return { ...walked, headers, head: head.head, badSlot: head.badSlot, setAside, notices };
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

  const bytes = first ? readInPlace(place, segment) : Buffer.alloc(0);
  if (!isBlank(bytes, BLOCK_BYTES, bytes.length)) throw damaged("HEAD_LOST", { segment });
  if (first?.status === "newer") throw damaged("NEWER_FORMAT", { segment });

  const isReadable = first?.status === "header";
  if (isReadable) requireKey(place.keys, first.header);
  return {
    headers: isReadable ? [first.header] : [],
    point: chainStart,
    head: undefined,
    badSlot: undefined,
    soft: undefined,
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
      requireKey(place.keys, reading.header);
      requireNoDowngrade(headers.at(-1), reading.header);
      headers.push(reading.header);
    } else {
      const bytes = readInPlace(place, segment);
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

/**
 * A sealed segment is never followed by one in clear. The master key, which frames in clear are made
 * with, once lay open in the vault's file: whoever has a copy of it could go on in the older format.
 */
function requireNoDowngrade(before: SegmentHeader | undefined, header: SegmentHeader): void {
  if (before === undefined || header.format >= before.format) return;
  throw damaged("FORMAT_DOWNGRADED", { segment: segmentName(header.number), offset: 8 });
}
