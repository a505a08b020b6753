import { createHash, createHmac } from "node:crypto";
import { alignUp, FRAME_ALIGNMENT_BYTES, isBlank, readWhole, writeWhole } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import type { JournalKeys } from "./owner.ts";

/** The largest body of one frame, in bytes of UTF-8. */
export const BODY_BYTES_MAX = 1024 * 1024;

/** First bytes of a frame. F7 and FF never occur in UTF-8, so no body can pretend to be a frame. */
export const FRAME_MAGIC = Buffer.from([0xf7, 0x47, 0x54, 0xff]);

const VERSION = 2;
const TYPE_BATCH = 1;
const HEADER_BYTES = 64;
const MAC_BYTES = 32;
const HASH_BYTES = 32;

/** One acknowledged command: its place in the order of all commands, and its batch of entries. */
export interface JournalFrame {
  /** Gapless from 1. */
  readonly sequence: number;
  /** Milliseconds since 1970; information only, the order is the sequence. */
  readonly recordedAt: number;
  /** Canonical JSON text. */
  readonly body: string;
}

/**
 * One frame as it lies in a segment.
 *
 * The chain hash proves, to anybody, that nothing changed; the MAC proves, to whoever has the key,
 * that this install wrote the frame, and wrote it at this place. The hash covers the MAC, so that
 * every byte is checked without the key too. Under the one key of the journal, the magic at the
 * start of the header keeps the MAC of a frame apart from the seals of HEAD and of segments.
 *
 * | offset | size | field |
 * |---|---|---|
 * | 0 | 4 | magic |
 * | 4 | 1, 1, 2 | version (2; 1, without a MAC, was never released), type, flags (0; bit 0 is kept for AES-256-GCM: nonce 12, text, tag 16) |
 * | 8 | 4 | bytes in the body |
 * | 12 | 4 | CRC-32 of the body |
 * | 16 | 8 | sequence, gapless from 1 |
 * | 24 | 8 | sequence of the first frame of the same batch |
 * | 32 | 8 | recorded at, ms |
 * | 40 | 16 | salt of the segment: no frame of another segment can be taken for ours |
 * | 56 | 4 | zero |
 * | 60 | 4 | CRC-32 of bytes 0 to 59, so that the length can be trusted before it is used |
 * | 64 | n | body |
 * | 64 + n | 32 | HMAC-SHA-256 of header, previous hash and body |
 * | 96 + n | 32 | SHA-256 of previous hash, header, body and MAC; then zeros to a multiple of 8 |
 */
export interface StoredFrame {
  readonly sequence: number;
  readonly batchFirst: number;
  readonly recordedAt: number;
  readonly body: Buffer;
  readonly header: Buffer;
  readonly mac: Buffer;
  readonly hash: Buffer;
  readonly offset: number;
  readonly end: number;
}

/** What stands at an offset: a whole frame of this segment, one of a newer program, or neither. */
export type FrameReading =
  | { readonly status: "frame"; readonly frame: StoredFrame }
  | { readonly status: "newer" }
  | { readonly status: "none" };

/** A frame about to be written. */
export interface NewFrame {
  readonly sequence: number;
  readonly batchFirst: number;
  readonly recordedAt: number;
  readonly body: Buffer;
  readonly salt: Buffer;
  readonly previousHash: Buffer;
  readonly keys: JournalKeys;
}

/** The bytes of a frame, and the hash with which the next one continues. */
export function encodeFrame(frame: NewFrame): { readonly bytes: Buffer; readonly hash: Buffer } {
  const { body, previousHash } = frame;
  const bytes = Buffer.alloc(frameBytes(body.length));
  FRAME_MAGIC.copy(bytes, 0);
  bytes.writeUInt8(VERSION, 4);
  bytes.writeUInt8(TYPE_BATCH, 5);
  bytes.writeUInt32LE(body.length, 8);
  bytes.writeUInt32LE(crc32(body), 12);
  writeWhole(bytes, frame.sequence, 16);
  writeWhole(bytes, frame.batchFirst, 24);
  writeWhole(bytes, frame.recordedAt, 32);
  frame.salt.copy(bytes, 40);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 60)), 60);
  body.copy(bytes, HEADER_BYTES);

  const header = bytes.subarray(0, HEADER_BYTES);
  const mac = frameMac(frame.keys, previousHash, { header, body });
  const hash = chainHash(previousHash, { header, body, mac });
  mac.copy(bytes, HEADER_BYTES + body.length);
  hash.copy(bytes, HEADER_BYTES + body.length + MAC_BYTES);
  return { bytes, hash };
}

/** Judges the bytes at `offset` by themselves, without knowing the frames before. */
export function readFrame(
  bytes: Buffer,
  salt: Buffer,
  offset: number,
  limit: number,
): FrameReading {
  if (offset + HEADER_BYTES > limit) return { status: "none" };

  const header = bytes.subarray(offset, offset + HEADER_BYTES);
  const isOurs = header.subarray(0, 4).equals(FRAME_MAGIC) && header.subarray(40, 56).equals(salt);
  if (!isOurs || header.readUInt32LE(60) !== crc32(header.subarray(0, 60))) {
    return { status: "none" };
  }
  if (header[4] !== VERSION || header[5] !== TYPE_BATCH || header.readUInt16LE(6) !== 0) {
    return { status: "newer" };
  }

  const bodyBytes = header.readUInt32LE(8);
  const end = offset + frameBytes(bodyBytes);
  if (bodyBytes > BODY_BYTES_MAX || end > limit) return { status: "none" };

  const body = bytes.subarray(offset + HEADER_BYTES, offset + HEADER_BYTES + bodyBytes);
  const hashStart = offset + HEADER_BYTES + bodyBytes + MAC_BYTES;
  const hashEnd = hashStart + HASH_BYTES;
  if (header.readUInt32LE(12) !== crc32(body) || !isBlank(bytes, hashEnd, end)) {
    return { status: "none" };
  }

  const frame = {
    sequence: readWhole(header, 16),
    batchFirst: readWhole(header, 24),
    recordedAt: readWhole(header, 32),
    body,
    header,
    mac: bytes.subarray(hashStart - MAC_BYTES, hashStart),
    hash: bytes.subarray(hashStart, hashEnd),
    offset,
    end,
  };
  return { status: "frame", frame };
}

/** Whether the frame is the one that was written after the frame with `previousHash`. */
export function continuesFrom(previousHash: Buffer, frame: StoredFrame): boolean {
  return chainHash(previousHash, frame).equals(frame.hash);
}

/** Whether this install wrote the frame after the frame with `previousHash`. */
export function isOwnFrame(keys: JournalKeys, previousHash: Buffer, frame: StoredFrame): boolean {
  return frameMac(keys, previousHash, frame).equals(frame.mac);
}

function frameMac(
  keys: JournalKeys,
  previousHash: Buffer,
  { header, body }: Pick<StoredFrame, "header" | "body">,
): Buffer {
  const mac = createHmac("sha256", keys.journalMac);
  return mac.update(header).update(previousHash).update(body).digest();
}

function chainHash(
  previousHash: Buffer,
  { header, body, mac }: Pick<StoredFrame, "header" | "body" | "mac">,
): Buffer {
  const hash = createHash("sha256").update(previousHash);
  return hash.update(header).update(body).update(mac).digest();
}

/** Bytes that a frame with such a body takes in a segment. */
export function frameBytes(bodyBytes: number): number {
  return alignUp(HEADER_BYTES + bodyBytes + MAC_BYTES + HASH_BYTES, FRAME_ALIGNMENT_BYTES);
}
