import { join } from "node:path";
import { alignUp, BLOCK_BYTES } from "./bytes.ts";
import { type ChainPoint, enterSegment } from "./chain.ts";
import { writeWhollyAt } from "./disk.ts";
import { encodeFrame, frameBytes } from "./frame.ts";
import { encodeHead, HEAD_NAME, headAt, slotOffset } from "./head.ts";
import { createSegment, type Mended, nextHeader } from "./mend.ts";
import { bodyKeyOf, type JournalKeys } from "./owner.ts";
import type { JournalPlace } from "./place.ts";
import { segmentName } from "./segment.ts";
import { NOTHING_TORN } from "./tail.ts";

/** The end of a journal, where batches are added. After a failed call it means nothing more. */
export interface Writer {
  point(): ChainPoint;
  /** Returns when the bodies and the HEAD that acknowledges them survive a power loss. */
  commit(bodies: readonly Buffer[], recordedAt: number): void;
  /** Goes on in a new segment with the newest of these keys, unless this one is as good as new. */
  rotate(keys: JournalKeys): void;
  close(): void;
}

/** Opens the newest segment and HEAD for writing. */
export function openWriter(
  place: JournalPlace,
  start: Mended & { readonly segmentBytes: number },
): Writer {
  const { disk, folder } = place;
  let { keys } = place;
  let { newest, point, head } = start;
  const headFile = disk.open(join(folder, HEAD_NAME), "write");
  let segmentFile = disk.open(join(folder, segmentName(newest.number)), "write");

  function beginSegment(batchBytes: number): void {
    const capacity = Math.max(start.segmentBytes, BLOCK_BYTES + batchBytes);
    const current = { ...place, keys };
    const next = nextHeader(current, {
      point,
      tornSha: NOTHING_TORN,
      capacity,
      createdAt: Date.now(),
    });
    createSegment(current, next);
    const full = segmentFile;
    segmentFile = disk.open(join(folder, segmentName(next.number)), "write");
    disk.close(full);
    newest = next;
    point = enterSegment(point, next.number);
  }

  return {
    point: () => point,

    commit(bodies, recordedAt) {
      const batchBytes = alignUp(
        bodies.reduce((bytes, body) => bytes + frameBytes(body.length), 0),
        BLOCK_BYTES,
      );
      if (alignUp(point.end, BLOCK_BYTES) + batchBytes > newest.capacity) beginSegment(batchBytes);

      const offset = alignUp(point.end, BLOCK_BYTES);
      const key = bodyKeyOf(keys, newest.bodyKeyId);
      const batch = encodeBatch({ bodies, recordedAt, salt: newest.salt, point, offset, key });
      const bytes = Buffer.concat(batch.frames, batchBytes);
      writeWhollyAt(disk, segmentFile, bytes, offset);
      disk.flush(segmentFile);

      const next = headAt(batch.point, head.counter + 1);
      writeWhollyAt(disk, headFile, encodeHead(next, keys), slotOffset(next));
      disk.flush(headFile);
      ({ point } = batch);
      head = next;
    },

    rotate(next) {
      keys = next;
      const isAsNew = point.end === BLOCK_BYTES && newest.bodyKeyId === keys.bodyKeyId;
      if (!isAsNew) beginSegment(0);
    },

    close() {
      try {
        disk.close(segmentFile);
      } finally {
        disk.close(headFile);
      }
    },
  };
}

function encodeBatch(from: {
  readonly bodies: readonly Buffer[];
  readonly recordedAt: number;
  readonly salt: Buffer;
  readonly point: ChainPoint;
  readonly offset: number;
  readonly key: Uint8Array;
}): { readonly frames: readonly Buffer[]; readonly point: ChainPoint } {
  const { recordedAt, salt, key } = from;
  const batchFirst = from.point.sequence + 1;
  const frames: Buffer[] = [];
  let point = { ...from.point, batchFirst, end: from.offset };

  for (const text of from.bodies) {
    const sequence = point.sequence + 1;
    const previousHash = point.hash;
    const frame = encodeFrame({ sequence, batchFirst, recordedAt, text, salt, previousHash, key });
    frames.push(frame.bytes);
    point = { ...point, sequence, hash: frame.hash, end: point.end + frame.bytes.length };
  }
  return { frames, point };
}
