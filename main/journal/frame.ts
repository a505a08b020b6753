import { createHmac } from "node:crypto";
import { alignUp, FRAME_ALIGNMENT_BYTES, isBlank, readWhole, writeWhole } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { BODY_SEAL_BYTES, openBody, sealBody } from "./frame-body.ts";
import { bodyKeyOf, type JournalKeys } from "./owner.ts";
import type { SegmentHeader } from "./segment.ts";
import { sha256 } from "./sha256.ts";

/** The largest body of one frame, in bytes of UTF-8. */
export const BODY_BYTES_MAX = 1024 * 1024;

/** First bytes of a frame. No UTF-8 has F7 or FF in it; a sealed body lacks the segment's salt. */
export const FRAME_MAGIC = Buffer.from([0xf7, 0x47, 0x54, 0xff]);

/** Which frames the segments of a format hold: each one sort only. */
const VERSIONS = { 1: 2, 2: 3 } as const;
const TYPE_BATCH = 1;
const FLAG_SEALED = 1;
const HEADER_BYTES = 64;
const MAC_BYTES = 32;
const HASH_BYTES = 32;
const NO_MAC = Buffer.alloc(0);

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
 * The chain hash proves, to anybody, that nothing changed; the tag of the body proves, to whoever
 * has the key, that this install wrote the frame, and wrote it at this place. The hash covers nonce,
 * ciphertext and tag, so that every byte is checked without the key too.
 *
 * Version 3, in segments of format 2:
 *
 * | offset | size | field |
 * |---|---|---|
 * | 0 | 4 | magic |
 * | 4 | 1, 1, 2 | version 3, type 1, flags (bit 0: the body is sealed by AES-256-GCM; always set) |
 * | 8 | 4 | bytes in the body as it lies here |
 * | 12 | 4 | CRC-32 of the body as it lies here |
 * | 16 | 8 | sequence, gapless from 1 |
 * | 24 | 8 | sequence of the first frame of the same batch |
 * | 32 | 8 | recorded at, ms |
 * | 40 | 16 | salt of the segment: no frame of another segment can be taken for ours |
 * | 56 | 4 | zero |
 * | 60 | 4 | CRC-32 of bytes 0 to 59, so that the length can be trusted before it is used |
 * | 64 | n | body: nonce 12, ciphertext, tag 16; bound to bytes 0 to 11 and 16 to 55 and to the previous hash |
 * | 64 + n | 32 | SHA-256 of previous hash, header and body; then zeros to a multiple of 8 |
 *
 * Version 2, in segments of format 1, is only read: flags 0, the body in clear, and between body and
 * chain hash an HMAC-SHA-256 of header, previous hash and body, which the chain hash covers last.
 * Version 1 was never released.
 */
export interface StoredFrame {
  readonly sequence: number;
  readonly batchFirst: number;
  readonly recordedAt: number;
  /** As it lies in the segment: in clear or sealed. */
  readonly body: Buffer;
  readonly header: Buffer;
  /** Of version 2; empty since. */
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
  readonly text: Uint8Array;
  readonly salt: Buffer;
  readonly previousHash: Buffer;
  readonly key: Uint8Array;
}

/** The bytes of a frame, and the hash with which the next one continues. */
export function encodeFrame(frame: NewFrame): { readonly bytes: Buffer; readonly hash: Buffer } {
  const { text, previousHash, key } = frame;
  const bytes = Buffer.alloc(frameBytes(text.length));
  const header = bytes.subarray(0, HEADER_BYTES);
  FRAME_MAGIC.copy(header, 0);
  header.writeUInt8(VERSIONS[2], 4);
  header.writeUInt8(TYPE_BATCH, 5);
  header.writeUInt16LE(FLAG_SEALED, 6);
  header.writeUInt32LE(text.length + BODY_SEAL_BYTES, 8);
  writeWhole(header, frame.sequence, 16);
  writeWhole(header, frame.batchFirst, 24);
  writeWhole(header, frame.recordedAt, 32);
  frame.salt.copy(header, 40);

  const body = sealBody(text, { key, header, previousHash });
  header.writeUInt32LE(crc32(body), 12);
  header.writeUInt32LE(crc32(header.subarray(0, 60)), 60);
  const hash = chainHash(previousHash, { header, body, mac: NO_MAC });
  body.copy(bytes, HEADER_BYTES);
  hash.copy(bytes, HEADER_BYTES + body.length);
  return { bytes, hash };
}

/** Judges the bytes at `offset` by themselves, without knowing the frames before. */
export function readFrame(
  bytes: Buffer,
  segment: Pick<SegmentHeader, "salt" | "format">,
  offset: number,
  limit: number,
): FrameReading {
  if (offset + HEADER_BYTES > limit) return { status: "none" };

  const header = bytes.subarray(offset, offset + HEADER_BYTES);
  const isOurs =
    header.compare(FRAME_MAGIC, 0, 4, 0, 4) === 0 &&
    header.compare(segment.salt, 0, 16, 40, 56) === 0;
  if (!isOurs || header.readUInt32LE(60) !== crc32(header.subarray(0, 60))) {
    return { status: "none" };
  }
  const isSealed = segment.format === 2;
  const isKnown =
    header[4] === VERSIONS[segment.format] &&
    header[5] === TYPE_BATCH &&
    header.readUInt16LE(6) === (isSealed ? FLAG_SEALED : 0);
  if (!isKnown) return { status: "newer" };

  const bodyBytes = header.readUInt32LE(8);
  const macStart = offset + HEADER_BYTES + bodyBytes;
  const hashStart = macStart + (isSealed ? 0 : MAC_BYTES);
  const hashEnd = hashStart + HASH_BYTES;
  const end = alignUp(hashEnd, FRAME_ALIGNMENT_BYTES);
  if (bodyBytes > BODY_BYTES_MAX + BODY_SEAL_BYTES || end > limit) return { status: "none" };

  const body = bytes.subarray(offset + HEADER_BYTES, macStart);
  if (header.readUInt32LE(12) !== crc32(body) || !isBlank(bytes, hashEnd, end)) {
    return { status: "none" };
  }
  const frame = {
    sequence: readWhole(header, 16),
    batchFirst: readWhole(header, 24),
    recordedAt: readWhole(header, 32),
    body,
    header,
    mac: isSealed ? NO_MAC : bytes.subarray(macStart, hashStart),
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

/**
 * The text of a frame that was written after the frame with `previousHash`; undefined if this
 * install did not write it there. The segment's key must be among the keys.
 */
export function textOf(
  frame: StoredFrame,
  from: {
    readonly segment: Pick<SegmentHeader, "format" | "bodyKeyId">;
    readonly previousHash: Buffer;
    readonly keys: JournalKeys;
  },
): Buffer | undefined {
  const { segment, previousHash, keys } = from;
  const { header, body, mac } = frame;
  if (segment.format === 2) {
    return openBody(body, { key: bodyKeyOf(keys, segment.bodyKeyId), header, previousHash });
  }
  const own = createHmac("sha256", keys.journalMac);
  return own.update(header).update(previousHash).update(body).digest().equals(mac)
    ? body
    : undefined;
}

function chainHash(
  previousHash: Buffer,
  { header, body, mac }: Pick<StoredFrame, "header" | "body" | "mac">,
): Buffer {
  return sha256(Buffer.concat([previousHash, header, body, mac]));
}

/** Bytes that a frame with such a text takes in a segment. */
export function frameBytes(textBytes: number): number {
  return alignUp(HEADER_BYTES + textBytes + BODY_SEAL_BYTES + HASH_BYTES, FRAME_ALIGNMENT_BYTES);
}
