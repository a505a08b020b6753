import { BLOCK_BYTES, readWhole, writeWhole } from "./bytes.ts";
import type { ChainPoint } from "./chain.ts";
import { crc32 } from "./crc32.ts";
import type { JournalKeys } from "./owner.ts";
import { FORMAT_VERSION, MAC_KEY_ID, seal } from "./segment.ts";

/** The file that says how far the journal was acknowledged. */
export const HEAD_NAME = "HEAD";

const MAGIC = Buffer.from("GTJHEAD1", "latin1");
const SEALED_BYTES = 96;
const CHECKED_BYTES = SEALED_BYTES + 32;

/**
 * How far the journal was acknowledged, and where the next batch goes.
 *
 * | offset | size | field |
 * |---|---|---|
 * | 0 | 8, 8, 8 | magic, counter, sequence |
 * | 24 | 32 | chain hash at that sequence |
 * | 56 | 8, 8 | number of the segment, end in it |
 * | 72 | 16 | install id |
 * | 88 | 2, 2, 4 | format version, oldest reader, id of the sealing key |
 * | 96 | 32 | HMAC-SHA-256 of bytes 0 to 95 |
 * | 128 | 4 | CRC-32 of bytes 0 to 127; the rest of the slot is zero |
 *
 * Two slots of a block each, written in turn (slot = counter modulo 2), so that a torn write can
 * only cost the one that was being written.
 */
export interface Head {
  readonly counter: number;
  readonly sequence: number;
  readonly hash: Buffer;
  readonly segment: number;
  readonly end: number;
}

/** The two slots as found: the newest that can be trusted, and which slot cannot. */
export type HeadReading =
  | { readonly status: "trusted"; readonly head: Head; readonly badSlot: number | undefined }
  | { readonly status: "newer" }
  | { readonly status: "none" };

/** How far a head acknowledges. */
export type Acknowledged = Pick<ChainPoint, "sequence" | "hash" | "segment" | "end">;

/** The head that acknowledges everything up to `point`. */
export function headAt(point: Acknowledged, counter: number): Head {
  const { sequence, hash, segment, end } = point;
  return { counter, sequence, hash, segment, end };
}

/** Where a head belongs in the file. */
export function slotOffset(head: Head): number {
  return (head.counter % 2) * BLOCK_BYTES;
}

/** The sealed bytes of one slot. */
export function encodeHead(head: Head, keys: JournalKeys): Buffer {
  const slot = Buffer.alloc(BLOCK_BYTES);
  MAGIC.copy(slot, 0);
  writeWhole(slot, head.counter, 8);
  writeWhole(slot, head.sequence, 16);
  head.hash.copy(slot, 24);
  writeWhole(slot, head.segment, 56);
  writeWhole(slot, head.end, 64);
  Buffer.from(keys.installId, "hex").copy(slot, 72, 0, 16);
  slot.writeUInt16LE(FORMAT_VERSION, 88);
  slot.writeUInt16LE(FORMAT_VERSION, 90);
  slot.writeUInt32LE(MAC_KEY_ID, 92);
  seal(slot.subarray(0, SEALED_BYTES), keys).copy(slot, SEALED_BYTES);
  slot.writeUInt32LE(crc32(slot.subarray(0, CHECKED_BYTES)), CHECKED_BYTES);
  return slot;
}

/** Reads HEAD: of the slots that carry a true seal, the one with the higher counter. */
export function readHead(file: Buffer, keys: JournalKeys): HeadReading {
  const [even, odd] = [readSlot(file, 0, keys), readSlot(file, 1, keys)];
  if (even === "newer" || odd === "newer") return { status: "newer" };

  if (even && odd) {
    return { status: "trusted", head: even.counter > odd.counter ? even : odd, badSlot: undefined };
  }
  if (even) return { status: "trusted", head: even, badSlot: 1 };
  if (odd) return { status: "trusted", head: odd, badSlot: 0 };
  return { status: "none" };
}

function readSlot(file: Buffer, index: number, keys: JournalKeys): Head | "newer" | undefined {
  const slot = file.subarray(index * BLOCK_BYTES, (index + 1) * BLOCK_BYTES);
  const isWhole =
    slot.length === BLOCK_BYTES &&
    slot.subarray(0, 8).equals(MAGIC) &&
    slot.readUInt32LE(CHECKED_BYTES) === crc32(slot.subarray(0, CHECKED_BYTES));
  if (!isWhole) return undefined;
  if (slot.readUInt16LE(90) > FORMAT_VERSION) return "newer";

  const isOurs = seal(slot.subarray(0, SEALED_BYTES), keys).equals(
    slot.subarray(SEALED_BYTES, CHECKED_BYTES),
  );
  const counter = readWhole(slot, 8);
  if (!isOurs || counter % 2 !== index) return undefined;

  return {
    counter,
    sequence: readWhole(slot, 16),
    hash: Buffer.from(slot.subarray(24, 56)),
    segment: readWhole(slot, 56),
    end: readWhole(slot, 64),
  };
}
