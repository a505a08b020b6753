import { createHash } from "node:crypto";
import { dirname } from "node:path";
import { Fault } from "#core/kernel/fault.ts";
import { errnoOf } from "#main/journal/damage.ts";
import { type Disk, writeWhollyAt } from "#main/journal/disk.ts";

/** A disk is asked to keep so many bytes at once; more of them would hold up the counter. */
const FLUSH_BYTES = 1024 * 1024;

/** A file that is being made. Nobody may take it for a whole one before it has its final name. */
export interface PartFile {
  readonly add: (line: string) => void;
  /** Returns when the file survives a power loss: the SHA-256 of all of it. */
  readonly finish: () => string;
  /** Closes the file and takes it away. */
  readonly discard: () => void;
}

/** Begins a file. Throws `batch.file-failed` for anything the disk will not do, as all of it does. */
export function beginPartFile(disk: Disk, path: string): PartFile {
  const hash = createHash("sha256");
  const file = orFault(() => disk.open(path, "create"));
  let isOpen = true;
  let length = 0;
  let unflushed = 0;

  function close(): void {
    if (isOpen) disk.close(file);
    isOpen = false;
  }

  return {
    add(line) {
      const bytes = Buffer.from(`${line}\n`, "latin1");
      hash.update(bytes);
      orFault(() => {
        writeWhollyAt(disk, file, bytes, length);
        length += bytes.length;
        unflushed += bytes.length;
        if (unflushed < FLUSH_BYTES) return;
        disk.flush(file);
        unflushed = 0;
      });
    },
    finish() {
      orFault(() => {
        disk.flush(file);
        close();
        disk.flushFolder(dirname(path));
      });
      return hash.digest("hex");
    },
    discard() {
      orFault(() => {
        close();
        disk.unlink(path);
        disk.flushFolder(dirname(path));
      });
    },
  };
}

/** A disk that fails here fails the batch, and nothing else. */
export function orFault<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Fault("batch.file-failed", { errno: errnoOf(cause) }, { cause });
  }
}
