import { dirname } from "node:path";
import { type Disk, writeWhollyAt } from "./disk.ts";

/**
 * Lays a new text file in a folder that is there. It has its final name if and only if all of it
 * survives a power loss; until then it is a `.part`, which a failure takes away. Throws what the disk
 * threw.
 */
export function layWhole(disk: Disk, path: string, lines: Iterable<string>): void {
  const part = `${path}.part`;
  try {
    writeNew(disk, part, lines);
    disk.rename(part, path);
    disk.flushFolder(dirname(path));
  } catch (cause) {
    for (const left of [part, path]) drop(disk, left);
    throw cause;
  }
}

/** Writes a file that must not exist yet, down to the disk itself. */
export function writeNew(disk: Disk, path: string, lines: Iterable<string>): void {
  const file = disk.open(path, "create");
  try {
    let offset = 0;
    for (const line of lines) {
      const bytes = Buffer.from(line, "utf8");
      writeWhollyAt(disk, file, bytes, offset);
      offset += bytes.length;
    }
    disk.flush(file);
  } finally {
    disk.close(file);
  }
}

/** Takes away what is left of a file that failed, under either of its names. */
function drop(disk: Disk, path: string): void {
  try {
    disk.unlink(path);
  } catch {
    // It was never made, it has the other name, or the disk does nothing any more.
  }
}
