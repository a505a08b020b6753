import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Disk, realDisk } from "#main/journal/disk.ts";

/**
 * Creates a file that appears whole or not at all, durable, readable by its owner only.
 * If somebody else creates it at the same moment, theirs stays. Throws what the disk says.
 */
export function createFileOnce(path: string, text: string): void {
  const temporary = unfinishedName(path);
  try {
    writeNew(temporary, text);
    linkSync(temporary, path);
  } catch (failure) {
    // Where the file is there, the other was first, and perhaps tidied ours up as it opened.
    if (!existsSync(path)) throw failure;
  } finally {
    rmSync(temporary, { force: true });
  }
  realDisk.flushFolder(dirname(path));
}

function writeNew(path: string, text: string): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A name beside the file that nothing has yet; what is left there is known as unfinished. */
export function unfinishedName(path: string): string {
  return `${path}.${randomBytes(8).toString("hex")}.tmp`;
}

/** The paths of what a crash left of making the file. */
export function unfinishedIn(disk: Disk, path: string): readonly string[] {
  const prefix = `${basename(path)}.`;
  return disk
    .list(dirname(path))
    .filter((name) => name.startsWith(prefix) && name.endsWith(".tmp"))
    .map((name) => join(dirname(path), name));
}
