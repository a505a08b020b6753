import { createHmac } from "node:crypto";
import { BLOCK_BYTES, isBlank, readWhole, writeWhole } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import type { JournalKeys, JournalKind } from "./owner.ts";

/** The format that this program writes, and the oldest program that can read it. */
export const FORMAT_VERSION = 2;

/** The formats that this program reads: 1 holds bodies in clear, 2 holds them sealed. */
export type JournalFormat = 1 | 2;

/** The key with which HEAD and headers are sealed. It stays: only the keys of bodies change. */
export const MAC_KEY_ID = 1;

const MAGIC = Buffer.from("GTJSEG01", "latin1");
const SEALED_BYTES = 192;
const CHECKED_BYTES = SEALED_BYTES + 32;
const KIND_CODES = { live: 1, demonstration: 2 } as const;

/**
 * The first block of a segment: what it continues, whose it is.
 *
 * | offset | size | field |
 * |---|---|---|
 * | 0 | 8 | magic |
 * | 8 | 2, 2, 4 | format version (1 or 2), oldest reader (the same), block size |
 * | 16 | 8, 8, 8, 8 | number, first sequence, end of the previous segment, created at ms |
 * | 48 | 16 | salt, random |
 * | 64 | 32 | chain hash at the end of the previous segment |
 * | 96 | 32 | SHA-256 of the previous segment after its end; zeros if nothing is there |
 * | 128 | 8 | capacity of the file in bytes |
 * | 136 | 1, 1, 2 | kind (1 live, 2 demonstration), host (1 Electron), flags 0 |
 * | 140 | 4, 4, 4 | id of the sealing key, id of the body key (format 1: 0, bodies in clear), zero |
 * | 152 | 16 | install id |
 * | 168 | 24 | zero |
 * | 192 | 32 | HMAC-SHA-256 of bytes 0 to 191 |
 * | 224 | 4 | CRC-32 of bytes 0 to 223; the rest of the block is zero |
 */
export interface SegmentHeader {
  readonly format: JournalFormat;
  /** Number of the key that the bodies are sealed with; 0 in format 1. */
  readonly bodyKeyId: number;
  readonly number: number;
  readonly kind: JournalKind;
  readonly firstSequence: number;
  readonly previousEnd: number;
  readonly previousHash: Buffer;
  readonly previousTornSha: Buffer;
  readonly createdAt: number;
  readonly salt: Buffer;
  readonly capacity: number;
}

/** What a first block turned out to be. `kind` is known wherever the checksum holds. */
export type HeaderReading =
  | { readonly status: "header"; readonly header: SegmentHeader }
  | { readonly status: "newer" }
  | { readonly status: "other-kind" }
  | { readonly status: "unreadable" };

/** The file name of a segment. */
export function segmentName(number: number): string {
  return `seg-${String(number).padStart(8, "0")}.wal`;
}

/** The number in a segment's file name; undefined for any other file. */
export function segmentNumber(name: string): number | undefined {
  const [, digits] = /^seg-(\d{8})\.wal$/.exec(name) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A segment about to be made, which is always of the format of this program. */
export type NewSegmentHeader = SegmentHeader & { readonly format: typeof FORMAT_VERSION };

/** The sealed first block of a new segment. */
export function encodeSegmentHeader(header: NewSegmentHeader, keys: JournalKeys): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  MAGIC.copy(block, 0);
  block.writeUInt16LE(header.format, 8);
  block.writeUInt16LE(header.format, 10);
  block.writeUInt32LE(BLOCK_BYTES, 12);
  writeWhole(block, header.number, 16);
  writeWhole(block, header.firstSequence, 24);
  writeWhole(block, header.previousEnd, 32);
  writeWhole(block, header.createdAt, 40);
  header.salt.copy(block, 48);
  header.previousHash.copy(block, 64);
  header.previousTornSha.copy(block, 96);
  writeWhole(block, header.capacity, 128);
  block.writeUInt8(KIND_CODES[header.kind], 136);
  block.writeUInt8(1, 137);
  block.writeUInt32LE(MAC_KEY_ID, 140);
  block.writeUInt32LE(header.bodyKeyId, 144);
  Buffer.from(keys.installId, "hex").copy(block, 152, 0, 16);
  seal(block.subarray(0, SEALED_BYTES), keys).copy(block, SEALED_BYTES);
  block.writeUInt32LE(crc32(block.subarray(0, CHECKED_BYTES)), CHECKED_BYTES);
  return block;
}

/** Reads and verifies a first block. */
export function readSegmentHeader(
  file: Buffer,
  kind: JournalKind,
  keys: JournalKeys,
): HeaderReading {
  if (file.length < BLOCK_BYTES) return { status: "unreadable" };

  const block = file.subarray(0, BLOCK_BYTES);
  const isWhole =
    block.subarray(0, 8).equals(MAGIC) &&
    block.readUInt32LE(CHECKED_BYTES) === crc32(block.subarray(0, CHECKED_BYTES)) &&
    isBlank(block, CHECKED_BYTES + 4, BLOCK_BYTES);
  if (!isWhole) return { status: "unreadable" };
  if (block.readUInt16LE(10) > FORMAT_VERSION) return { status: "newer" };
  if (block[136] !== KIND_CODES[kind]) return { status: "other-kind" };

  const isOurs = seal(block.subarray(0, SEALED_BYTES), keys).equals(
    block.subarray(SEALED_BYTES, CHECKED_BYTES),
  );
  if (!isOurs || block.readUInt32LE(12) !== BLOCK_BYTES) return { status: "unreadable" };

  const format = block.readUInt16LE(8) === 1 ? 1 : FORMAT_VERSION;
  const header: SegmentHeader = {
    format,
    bodyKeyId: block.readUInt32LE(144),
    number: readWhole(block, 16),
    kind,
    firstSequence: readWhole(block, 24),
    previousEnd: readWhole(block, 32),
    createdAt: readWhole(block, 40),
    salt: Buffer.from(block.subarray(48, 64)),
    previousHash: Buffer.from(block.subarray(64, 96)),
    previousTornSha: Buffer.from(block.subarray(96, 128)),
    capacity: readWhole(block, 128),
  };
  return { status: "header", header };
}

/** The seal that only this install can make. */
export function seal(bytes: Buffer, keys: JournalKeys): Buffer {
  return createHmac("sha256", keys.journalMac).update(bytes).digest();
}
