import { join } from "node:path";
import { known } from "#core/kernel/assert.ts";
import { alignUp, BLOCK_BYTES } from "./bytes.ts";
import { type ChainPoint, enterSegment } from "./chain.ts";
import { writeWhollyAt } from "./disk.ts";
import { encodeFrame, frameBytes } from "./frame.ts";
import { encodeHead, HEAD_NAME, headAt, slotOffset } from "./head.ts";
import type { JournalPlace } from "./judgement.ts";
import { createSegment, type Mended, nextHeader } from "./mend.ts";
import type { JournalKeys } from "./owner.ts";
import { type SegmentHeader, segmentName } from "./segment.ts";
import { NOTHING_TORN } from "./tail.ts";

/** The end of a journal, where batches are added. After a failed commit it means nothing more. */
export interface Writer {
  point(): ChainPoint;
  headers(): readonly SegmentHeader[];
  /** Returns when the bodies and the HEAD that acknowledges them survive a power loss. */
  commit(bodies: readonly Buffer[], recordedAt: number): void;
  close(): void;
}

/** Opens the newest segment and HEAD for writing. */
export function openWriter(
  place: JournalPlace,
  start: Mended & { readonly segmentBytes: number },
): Writer {
  const { disk, folder, keys } = place;
  const headers = [...start.headers];
  let header = known(headers.at(-1), "a mended journal has a segment");
  let { point, head } = start;
  const headFile = disk.open(join(folder, HEAD_NAME), "write");
  let segmentFile = disk.open(join(folder, segmentName(header.number)), "write");

  function beginSegment(batchBytes: number): void {
    const capacity = Math.max(start.segmentBytes, BLOCK_BYTES + batchBytes);
    header = nextHeader(place, {
      point,
      tornSha: NOTHING_TORN,
      capacity,
      createdAt: Date.now(),
    });
    createSegment(place, header);
    const full = segmentFile;
    segmentFile = disk.open(join(folder, segmentName(header.number)), "write");
    disk.close(full);
    headers.push(header);
    point = enterSegment(point, header.number);
  }

  return {
    point: () => point,
    headers: () => headers,

    commit(bodies, recordedAt) {
      const batchBytes = alignUp(
        bodies.reduce((bytes, body) => bytes + frameBytes(body.length), 0),
        BLOCK_BYTES,
      );
      if (alignUp(point.end, BLOCK_BYTES) + batchBytes > header.capacity) beginSegment(batchBytes);

      const offset = alignUp(point.end, BLOCK_BYTES);
      const batch = encodeBatch({ bodies, recordedAt, salt: header.salt, point, offset, keys });
      const bytes = Buffer.concat(batch.frames, batchBytes);
      writeWhollyAt(disk, segmentFile, bytes, offset);
      disk.flush(segmentFile);

      const next = headAt(batch.point, head.counter + 1);
      writeWhollyAt(disk, headFile, encodeHead(next, keys), slotOffset(next));
      disk.flush(headFile);
      ({ point } = batch);
      head = next;
    },

    close() {
      disk.close(segmentFile);
      disk.close(headFile);
    },
  };
}

function encodeBatch(from: {
  readonly bodies: readonly Buffer[];
  readonly recordedAt: number;
  readonly salt: Buffer;
  readonly point: ChainPoint;
  readonly offset: number;
  readonly keys: JournalKeys;
}): { readonly frames: readonly Buffer[]; readonly point: ChainPoint } {
  const { recordedAt, salt, keys } = from;
  const batchFirst = from.point.sequence + 1;
  const frames: Buffer[] = [];
  let point = { ...from.point, batchFirst, end: from.offset };

  for (const body of from.bodies) {
    const sequence = point.sequence + 1;
    const previousHash = point.hash;
    const frame = encodeFrame({ sequence, batchFirst, recordedAt, body, salt, previousHash, keys });
    frames.push(frame.bytes);
    point = { ...point, sequence, hash: frame.hash, end: point.end + frame.bytes.length };
  }
  return { frames, point };
}
