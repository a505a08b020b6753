import { join } from "node:path";
import { type Disk, readFile } from "#main/journal/disk.ts";
import { segmentName } from "#main/journal/segment.ts";
import type { PlannedFile } from "./plan.ts";

/** A file of the backup as it is read, as often as it is asked for and always the same. */
export interface Source {
  readonly name: string;
  readonly size: number;
  /** Its bytes in pieces of at most so many; a piece is good until the next is taken. */
  readonly read: (chunkBytes: number) => Generator<Uint8Array, void, undefined>;
}

/** Offset of the format's number in a segment, and the format whose bodies lie in clear. */
const FORMAT_AT = 8;
const CLEAR_FORMAT = 1;

/** Measures every planned file, and names the segments that an older program left in clear. */
export function sourcesOf(
  files: readonly PlannedFile[],
  disk: Disk,
): { readonly sources: readonly Source[]; readonly clearSegments: readonly string[] } {
  const clearSegments = files
    .filter((file) => file.from === "disk" && isSegment(file.name) && isInClear(disk, file.path))
    .map(({ name }) => name.slice("ledger/".length));
  return { sources: files.map((file) => sourceOf(file, disk)), clearSegments };
}

/** How many of a folder's segments lie in clear: the oldest ones, from before an upgrade. */
export function countInClear(folder: string, disk: Disk, segments: number): number {
  let count = 0;
  while (count < segments && isInClear(disk, join(folder, "ledger", segmentName(count + 1)))) {
    count += 1;
  }
  return count;
}

/** Whether a segment is of the first format, whose bodies are not encrypted. */
function isInClear(disk: Disk, path: string): boolean {
  return readFile(disk, path, FORMAT_AT + 2).readUInt16LE(FORMAT_AT) === CLEAR_FORMAT;
}

function isSegment(name: string): boolean {
  return name.startsWith("ledger/seg-");
}

function sourceOf(file: PlannedFile, disk: Disk): Source {
  if (file.from === "memory") {
    const { name, bytes } = file;
    return {
      name,
      size: bytes.length,
      *read() {
        yield bytes;
      },
    };
  }
  const size = sizeOf(disk, file.path);
  const { name, path, until = size } = file;
  return { name, size, read: (chunkBytes) => readUntil({ disk, path, until, size, chunkBytes }) };
}

/** The first bytes of a file as they are, and zeros for all others: those may be changing now. */
function* readUntil(from: {
  readonly disk: Disk;
  readonly path: string;
  readonly until: number;
  readonly size: number;
  readonly chunkBytes: number;
}): Generator<Uint8Array, void, undefined> {
  const { disk, path, until, size } = from;
  const chunk = Buffer.allocUnsafe(from.chunkBytes);
  const file = disk.open(path, "read");
  try {
    for (let offset = 0; offset < size; ) {
      const piece = chunk.subarray(0, Math.min(chunk.length, size - offset));
      const wanted = piece.subarray(0, Math.max(0, Math.min(piece.length, until - offset)));
      readWhollyAt(disk, file, wanted, offset);
      piece.fill(0, wanted.length);
      yield piece;
      offset += piece.length;
    }
  } finally {
    disk.close(file);
  }
}

function readWhollyAt(disk: Disk, file: number, into: Uint8Array, offset: number): void {
  for (let done = 0; done < into.length; ) {
    const count = disk.read(file, into.subarray(done), offset + done);
    if (count === 0) throw Object.assign(new Error("file shrank"), { code: "SHORT_READ" });
    done += count;
  }
}

function sizeOf(disk: Disk, path: string): number {
  const file = disk.open(path, "read");
  try {
    return disk.size(file);
  } finally {
    disk.close(file);
  }
}
