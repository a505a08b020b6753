import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import { alignUp, BLOCK_BYTES } from "./bytes.ts";
import { type ChainPoint, chainStart, enterSegment } from "./chain.ts";
import { type Disk, readFile, writeWhollyAt } from "./disk.ts";
import { type Acknowledged, encodeHead, HEAD_NAME, type Head, headAt, slotOffset } from "./head.ts";
import type { Judgement } from "./judgement.ts";
import type { JournalPlace } from "./place.ts";
import {
  encodeSegmentHeader,
  FORMAT_VERSION,
  type NewSegmentHeader,
  type SegmentHeader,
  segmentName,
} from "./segment.ts";
import type { SoftBytes } from "./walk.ts";

const FILL = Buffer.alloc(1024 * 1024);
const HEAD_TEMPORARY = `${HEAD_NAME}.tmp`;

/** A journal ready for the next batch. */
export interface Mended {
  /** The segment that the next batch goes into. */
  readonly newest: SegmentHeader;
  readonly point: ChainPoint;
  readonly head: Head;
}

/** Flushes the names and the HEAD that are about to be trusted: a crash may have left them soft. */
export function flushBeforeTrust(place: JournalPlace): void {
  const { disk, folder } = place;
  disk.flushFolder(folder);
  if (disk.list(folder).includes(HEAD_NAME)) {
    const file = disk.open(join(folder, HEAD_NAME), "write");
    try {
      disk.flush(file);
    } finally {
      disk.close(file);
    }
  }
}

/**
 * Puts right what the judgement found. Nothing that was ever written is cut off or overwritten:
 * bytes of a crash stay in their segment and the next segment seals them.
 */
export function mendJournal(
  place: JournalPlace,
  judgement: Judgement,
  options: { readonly capacity: number; readonly createdAt: number },
): Mended {
  removeTemporaries(place);
  if (judgement.setAside !== undefined) setAside(place, judgement.setAside);
  const { head: found, badSlot, soft } = judgement;
  // A torn HEAD is whole again before the tail is written, and a whole one is left alone beside a torn
  // tail: a second crash must not leave both in doubt.
  const head = found && badSlot !== undefined && soft ? renewHead(place, found, found) : found;
  if (soft) harden(place, soft);

  const newest = judgement.headers.at(-1);
  if (newest && !judgement.newestIsSpent) {
    const { point } = judgement;
    return { newest, point, head: renewHead(place, head, point) };
  }
  const next = nextHeader(place, {
    ...options,
    point: newest ? judgement.point : undefined,
    tornSha: judgement.newestTornSha,
  });
  createSegment(place, next);
  requireNamed(place, next);
  const point = enterSegment(judgement.point, next.number);
  return { newest: next, point, head: renewHead(place, head, point) };
}

/** The header of the segment that continues `point`; of the first segment without one. */
export function nextHeader(
  place: JournalPlace,
  from: {
    readonly point: ChainPoint | undefined;
    readonly tornSha: Buffer;
    readonly capacity: number;
    readonly createdAt: number;
  },
): NewSegmentHeader {
  const { point } = from;
  return {
    format: FORMAT_VERSION,
    bodyKeyId: place.keys.bodyKeyId,
    number: point ? point.segment + 1 : 1,
    kind: place.kind,
    firstSequence: point ? point.sequence + 1 : 1,
    previousEnd: point ? point.end : 0,
    previousHash: (point ?? chainStart).hash,
    previousTornSha: from.tornSha,
    createdAt: from.createdAt,
    salt: randomBytes(16),
    capacity: alignUp(from.capacity, BLOCK_BYTES),
  };
}

/** Creates a segment, filled with zeros so that later batches need no space of the disk. */
export function createSegment(place: JournalPlace, header: NewSegmentHeader): void {
  const { disk, folder } = place;
  const path = join(folder, segmentName(header.number));
  createWhole(place, { path, temporary: `${path}.tmp` }, (file) => {
    writeWhollyAt(disk, file, encodeSegmentHeader(header, place.keys), 0);
    fillWithZeros(disk, file, { from: BLOCK_BYTES, to: header.capacity });
  });
}

/** HEAD must not speak of a segment whose name a disk only said to have given. */
function requireNamed({ disk, folder }: JournalPlace, { number }: SegmentHeader): void {
  disk.close(disk.open(join(folder, segmentName(number)), "read"));
}

/** Takes the space of a file for good: a disk that is full later has it all the same. */
export function fillWithZeros(
  disk: Disk,
  file: number,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  for (let offset = from; offset < to; offset += FILL.length) {
    writeWhollyAt(disk, file, FILL.subarray(0, Math.min(FILL.length, to - offset)), offset);
  }
}

/** A file appears under its name only when all of it is on the disk. */
export function createWhole(
  { disk, folder }: Pick<JournalPlace, "disk" | "folder">,
  { path, temporary }: { readonly path: string; readonly temporary: string },
  fill: (file: number) => void,
): void {
  const file = disk.open(temporary, "create");
  try {
    fill(file);
    disk.flush(file);
  } finally {
    disk.close(file);
  }
  disk.rename(temporary, path);
  disk.flushFolder(folder);
}

function removeTemporaries({ disk, folder }: JournalPlace): void {
  const left = disk
    .list(folder)
    .filter((name) => /^(?:HEAD|reserve\.bin|seg-\d{8}\.wal)\.tmp$/.test(name));
  for (const name of left) disk.unlink(join(folder, name));
  // Before one of that name is made anew: a second crash must not give its bytes to the file it becomes.
  if (left.length > 0) disk.flushFolder(folder);
}

/** The new name carries the SHA-256 of the bytes, so that the evidence can be checked later. */
function setAside({ disk, folder }: JournalPlace, name: string): void {
  const path = join(folder, name);
  const sha256 = createHash("sha256").update(readFile(disk, path)).digest("hex");
  disk.rename(path, `${path}.set-aside-${sha256}`);
  disk.flushFolder(folder);
}

/** Writes again what was read, because after a failed flush a disk may only pretend to hold it. */
function harden({ disk, folder }: JournalPlace, soft: SoftBytes): void {
  const file = disk.open(join(folder, segmentName(soft.segment)), "write");
  try {
    writeWhollyAt(disk, file, soft.bytes, soft.offset);
    disk.flush(file);
  } finally {
    disk.close(file);
  }
}

/** Writes both slots, the older or damaged one first: no batch begins before both are whole. */
function renewHead(place: JournalPlace, found: Head | undefined, point: Acknowledged): Head {
  const { disk, folder, keys } = place;
  const path = join(folder, HEAD_NAME);
  const first = headAt(point, found ? found.counter + 1 : 0);
  const second = headAt(point, first.counter + 1);

  const writeBoth = (file: number) => {
    writeWhollyAt(disk, file, encodeHead(first, keys), slotOffset(first));
    disk.flush(file);
    writeWhollyAt(disk, file, encodeHead(second, keys), slotOffset(second));
    disk.flush(file);
  };
  if (found) {
    const file = disk.open(path, "write");
    try {
      writeBoth(file);
    } finally {
      disk.close(file);
    }
  } else {
    createWhole(place, { path, temporary: join(folder, HEAD_TEMPORARY) }, writeBoth);
  }
  return second;
}
