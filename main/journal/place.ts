import { join } from "node:path";
import { BLOCK_BYTES } from "./bytes.ts";
import { damaged, errnoOf } from "./damage.ts";
import { type Disk, readFile, realDisk } from "./disk.ts";
import type { JournalKeys, JournalKind } from "./owner.ts";
import {
  type HeaderReading,
  readSegmentHeader,
  type SegmentHeader,
  segmentName,
} from "./segment.ts";

/** Whose journal, and where. */
export interface JournalPlace {
  readonly disk: Disk;
  /** The folder with HEAD and the segments. */
  readonly folder: string;
  readonly kind: JournalKind;
  readonly keys: JournalKeys;
}

/** The folder of HEAD and the segments in a data folder. */
export const journalFolder = (folder: string): string => join(folder, "ledger");

/** The journal's place in a data folder. */
export function journalPlace(of: {
  readonly folder: string;
  readonly kind: JournalKind;
  readonly keys: JournalKeys;
  readonly disk?: Disk;
}): JournalPlace {
  const { kind, keys, disk = realDisk } = of;
  return { disk, folder: journalFolder(of.folder), kind, keys };
}

/** The bytes of one file of the journal, or its first `bytesMax`. Throws `READ_FAILED` naming it. */
export function readInPlace(place: JournalPlace, name: string, bytesMax?: number): Buffer {
  try {
    return readFile(place.disk, join(place.folder, name), bytesMax);
  } catch (cause) {
    throw damaged("READ_FAILED", { segment: name, errno: errnoOf(cause) }, cause);
  }
}

/** What the first block of a segment turns out to be. */
export function readHeaderOf(place: JournalPlace, number: number): HeaderReading {
  const block = readInPlace(place, segmentName(number), BLOCK_BYTES);
  return readSegmentHeader(block, place.kind, place.keys);
}

/** Without the key nobody can say whether a segment's frames are ours, or what is in them. */
export function requireKey(keys: JournalKeys, { format, bodyKeyId, number }: SegmentHeader): void {
  if (format === 1 || keys.bodyKeys.has(bodyKeyId)) return;
  throw damaged("KEY_UNKNOWN", { segment: segmentName(number), offset: 144 });
}
