import { createHash } from "node:crypto";
import { known } from "#core/kernel/assert.ts";
import { crc32 } from "#main/journal/crc32.ts";

// What somebody can do who knows the format and has the folder, but not the keys. Written after the
// description of the format and not with the journal's own code (but for its sum), which would share its mistakes.

const BLOCK_BYTES = 4096;
const HEADER_BYTES = 64;
const HASH_BYTES = 32;
const MAGIC = Buffer.from([0xf7, 0x47, 0x54, 0xff]);

/** Where one frame lies in its segment. */
export interface FramePlace {
  readonly offset: number;
  readonly bodyBytes: number;
  /** Where its chain hash begins. */
  readonly hashAt: number;
  readonly end: number;
}

/** The frames of a segment, in order. */
export function framesIn(segment: Buffer): readonly FramePlace[] {
  const frames: FramePlace[] = [];
  const salt = segment.subarray(48, 64);
  for (let at = segment.indexOf(MAGIC, BLOCK_BYTES); at >= 0; ) {
    const isFrame = segment.subarray(at + 40, at + 56).equals(salt);
    if (isFrame) frames.push(frameAt(segment, at));
    at = segment.indexOf(MAGIC, isFrame ? frameAt(segment, at).end : at + 1);
  }
  return frames;
}

function frameAt(segment: Buffer, offset: number): FramePlace {
  const bodyBytes = segment.readUInt32LE(offset + 8);
  const sealBytes = segment[offset + 4] === 2 ? 32 : 0;
  const hashAt = offset + HEADER_BYTES + bodyBytes + sealBytes;
  return { offset, bodyBytes, hashAt, end: Math.ceil((hashAt + HASH_BYTES) / 8) * 8 };
}

/** Changes one byte of a frame's body and makes its checksums fit. */
export function editBody(segment: Buffer, frame: FramePlace, at: number): void {
  const body = segment.subarray(
    frame.offset + HEADER_BYTES,
    frame.offset + HEADER_BYTES + frame.bodyBytes,
  );
  body[at % body.length] = (body[at % body.length] ?? 0) ^ 1;
  segment.writeUInt32LE(crc32(body), frame.offset + 12);
  segment.writeUInt32LE(
    crc32(segment.subarray(frame.offset, frame.offset + 60)),
    frame.offset + 60,
  );
}

/**
 * Works the whole chain of hashes out anew over all segments and HEAD, every checksum included. Only
 * what needs a key stays as it was.
 */
export function rebuildChain(segments: readonly Buffer[], head: Buffer): void {
  let hash = Buffer.alloc(HASH_BYTES);
  const ends = new Map<string, Buffer>();
  for (const [index, segment] of segments.entries()) {
    if (index > 0) {
      hash.copy(segment, 64);
      segment.writeUInt32LE(crc32(segment.subarray(0, 224)), 224);
    }
    ends.set(`${index + 1}:${BLOCK_BYTES}`, hash);
    for (const { offset, hashAt, end } of framesIn(segment)) {
      hash = createHash("sha256").update(hash).update(segment.subarray(offset, hashAt)).digest();
      hash.copy(segment, hashAt);
      ends.set(`${index + 1}:${end}`, hash);
    }
  }
  for (const slot of [head.subarray(0, BLOCK_BYTES), head.subarray(BLOCK_BYTES)]) {
    const place = `${slot.readBigUInt64LE(56)}:${slot.readBigUInt64LE(64)}`;
    known(ends.get(place), "HEAD names the end of a frame").copy(slot, 24);
    slot.writeUInt32LE(crc32(slot.subarray(0, 128)), 128);
  }
}
