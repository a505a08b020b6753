import { basename, dirname, join } from "node:path";
import { dateOf, type Instant, timeOf } from "#core/calendar/instant.ts";
import { Fault } from "#core/kernel/fault.ts";
import { errnoOf } from "#main/journal/damage.ts";
import type { Disk } from "#main/journal/disk.ts";
import { layWhole } from "#main/journal/whole-file.ts";

/** What an export is named after: the journalled look that it belongs to, and its moment. */
interface Export {
  readonly sequence: number;
  readonly at: Instant;
  readonly extension: "csv" | "jsonl";
}

/**
 * Where exports of registers lie: beside the data folder, in which every byte belongs to the journal.
 * Only the owner may read them. A file has its final name if and only if all of it survives a power
 * loss; until then it is a `.part`, which a failure takes away.
 */
export interface RegisterFolder {
  /** Writes an export line by line and answers where it lies. Throws `register.file-failed`. */
  readonly lay: (named: Export, lines: Iterable<string>) => string;
}

/** The folder of exports that belongs to a data folder. It is made with the first export. */
export function openRegisterFolder(dataFolder: string, disk: Disk): RegisterFolder {
  const folder = join(dirname(dataFolder), `${basename(dataFolder)}-registers`);

  return {
    lay(named, lines) {
      const path = join(folder, fileName(named));
      try {
        disk.makeFolder(folder);
        disk.flushFolder(dirname(folder));
        layWhole(disk, path, lines);
        return path;
      } catch (cause) {
        throw new Fault("register.file-failed", { errno: errnoOf(cause) }, { cause });
      }
    },
  };
}

function fileName({ sequence, at, extension }: Export): string {
  const moment = `${dateOf(at)}-${timeOf(at)}`.replace(/[-:]/g, "");
  return `freeze-register-${moment}-${sequence}.${extension}`;
}
