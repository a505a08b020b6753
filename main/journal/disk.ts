import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statfsSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { errnoOf } from "./damage.ts";

/** How a file is opened: to look, to write inside it, or as a new file that must not exist yet. */
type DiskAccess = "read" | "write" | "create";

/**
 * All that the journal asks of a disk. Synchronous, because nothing may come between a decision
 * and its record; an interface, so that tests can let any single call fail.
 */
export interface Disk {
  open(path: string, access: DiskAccess): number;
  close(file: number): void;
  size(file: number): number;
  /** Bytes read into `into` from `offset` of the file; fewer than asked only at the file's end. */
  read(file: number, into: Uint8Array, offset: number): number;
  /** Bytes written; a full disk may write short instead of failing, so callers compare. */
  write(file: number, bytes: Uint8Array, offset: number): number;
  /** Returns when the file's bytes survive a power loss. */
  flush(file: number): void;
  /** Returns when the folder's names survive a power loss. */
  flushFolder(path: string): void;
  rename(from: string, to: string): void;
  list(folder: string): readonly string[];
  unlink(path: string): void;
  makeFolder(path: string): void;
  /** Bytes that may still be written where the folder lies. */
  freeBytes(folder: string): number;
}

const FLAGS = { read: "r", write: "r+", create: "wx" } as const;
const RENAME_PATIENCE_MS = 10_000;
const RENAME_PAUSE_MS = 20;

/** The machine's own disk. */
export const realDisk: Disk = {
  open: (path, access) => openSync(path, FLAGS[access], 0o600),
  close: closeSync,
  size: (file) => fstatSync(file).size,
  read: (file, into, offset) => readSync(file, into, 0, into.length, offset),
  write: (file, bytes, offset) => writeSync(file, bytes, 0, bytes.length, offset),
  flush: fdatasyncSync,
  flushFolder,
  rename: process.platform === "win32" ? (from, to) => renamePatiently(from, to) : renameSync,
  list: (folder) => readdirSync(folder),
  unlink: unlinkSync,
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  },
  freeBytes: (folder) => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  },
};

/** Windows cannot flush a folder; NTFS journals its names itself. */
function flushFolder(path: string): void {
  if (process.platform === "win32") return;

  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** On Windows a virus scanner may hold a new file for a moment: ask again, but not for ever. */
export function renamePatiently(from: string, to: string, patienceMs = RENAME_PATIENCE_MS): void {
  const pauses = new Int32Array(new SharedArrayBuffer(4));
  for (let waitedMs = 0; ; waitedMs += RENAME_PAUSE_MS) {
    try {
      renameSync(from, to);
      return;
    } catch (failure) {
      const held = ["EPERM", "EACCES", "EBUSY"].includes(errnoOf(failure));
      if (!held || waitedMs >= patienceMs) throw failure;
    }
    Atomics.wait(pauses, 0, 0, RENAME_PAUSE_MS);
  }
}

/** Writes all of `bytes` at `offset`. A short write is an error like any other. */
export function writeWhollyAt(disk: Disk, file: number, bytes: Uint8Array, offset: number): void {
  const written = disk.write(file, bytes, offset);
  if (written !== bytes.length) {
    throw Object.assign(new Error(`wrote ${written} of ${bytes.length} bytes`), {
      code: "SHORT_WRITE",
    });
  }
}

/** The bytes of one file, or its first `bytesMax`. */
export function readFile(disk: Disk, path: string, bytesMax = Number.MAX_SAFE_INTEGER): Buffer {
  const file = disk.open(path, "read");
  try {
    const bytes = Buffer.allocUnsafe(Math.min(disk.size(file), bytesMax));
    for (let offset = 0; offset < bytes.length; ) {
      const count = disk.read(file, bytes.subarray(offset), offset);
      if (count === 0) throw Object.assign(new Error("file shrank"), { code: "SHORT_READ" });
      offset += count;
    }
    return bytes;
  } finally {
    disk.close(file);
  }
}
