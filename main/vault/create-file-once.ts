import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

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
    // EEXIST: the other was first. ENOENT: the other was first and has tidied up ours too.
    const isBeaten = isErrno(failure, "EEXIST") || isErrno(failure, "ENOENT");
    if (!isBeaten) throw failure;
  }
  removeUnfinished(path);
  flushFolder(dirname(path));
}

/** A name beside the file that nothing has yet; what is left there is known as unfinished. */
export function unfinishedName(path: string): string {
  return `${path}.${randomBytes(8).toString("hex")}.tmp`;
}

/** Removes what a crash, or a race, left of creating the file. Only once the file exists. */
export function removeUnfinished(path: string): void {
  const folder = dirname(path);
  const prefix = `${basename(path)}.`;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix) || !name.endsWith(".tmp")) continue;
    try {
      unlinkSync(join(folder, name));
    } catch (failure) {
      if (!isErrno(failure, "ENOENT")) throw failure;
    }
  }
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
