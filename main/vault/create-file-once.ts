import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Disk } from "#main/journal/disk.ts";

/**
 * Creates a file that appears whole or not at all, durable, readable by its owner only.
 * If somebody else creates it at the same moment, theirs stays.
 */
export function createFileOnce(path: string, text: string): void {
  const temporary = unfinishedName(path);
  const file = openSync(temporary, "wx", 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(temporary, path);
  } catch (failure) {
    // EEXIST: the other was first. ENOENT: the other was first, and tidied ours up as it opened.
    const isBeaten = isErrno(failure, "EEXIST") || isErrno(failure, "ENOENT");
    if (!isBeaten) throw failure;
  }
  rmSync(temporary, { force: true });
  flushFolder(dirname(path));
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

/** Windows cannot flush a folder; NTFS journals its names itself. */
function flushFolder(folder: string): void {
  if (process.platform === "win32") return;

  const file = openSync(folder, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function isErrno(failure: unknown, code: string): boolean {
  return failure instanceof Error && "code" in failure && failure.code === code;
}
