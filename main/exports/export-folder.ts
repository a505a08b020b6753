import { basename, dirname, join } from "node:path";
import { Fault } from "#core/kernel/fault.ts";
import { errnoOf } from "#main/journal/damage.ts";
import type { Disk } from "#main/journal/disk.ts";
import { layWhole } from "#main/journal/whole-file.ts";

/**
 * Where files lie that are to leave the branch: beside the data folder, in which every byte belongs
 * to the journal. Each is encrypted under a passphrase, and only the owner may read it.
 */
export interface ExportFolder {
  /** Lays a file whole and answers where; throws `export.file-failed`. */
  readonly lay: (name: string, text: string) => string;
}

/** The folder of exports that belongs to a data folder. It is made with the first of them. */
export function openExportFolder(dataFolder: string, disk: Disk): ExportFolder {
  const folder = join(dirname(dataFolder), `${basename(dataFolder)}-exports`);

  return {
    lay(name, text) {
      const path = join(folder, name);
      try {
        disk.makeFolder(folder);
        disk.flushFolder(dirname(folder));
        layWhole(disk, path, [text]);
        return path;
      } catch (cause) {
        throw new Fault("export.file-failed", { errno: errnoOf(cause) }, { cause });
      }
    },
  };
}
