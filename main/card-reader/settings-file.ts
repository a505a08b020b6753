import { basename, dirname, join } from "node:path";
import { ReaderSettings } from "#core/contract/reader-view.ts";
import { Fault } from "#core/kernel/fault.ts";
import { errnoOf } from "#main/journal/damage.ts";
import { type Disk, readFile } from "#main/journal/disk.ts";
import { writeNew } from "#main/journal/whole-file.ts";

/** How a reader is set up where nobody has set one up. */
export const ordinarySettings: ReaderSettings = {
  dialect: "msr605",
  port: { by: "none" },
  baudRate: 9600,
  sound: true,
};

/** 读卡器设置 as they lie on disk: of this machine, beside the data folder. */
export interface SettingsFile {
  read(): ReaderSettings;
  /** Keeps settings for the next start too. Throws `reader.settings-failed`. */
  save(settings: ReaderSettings): void;
  /** The file was there and makes no sense: the ordinary settings serve until others are saved. */
  isBroken(): boolean;
}

const FILE = "settings.json";
/** Settings take some hundred bytes; whatever is longer is none. */
const BYTES_MAX = 65_536;

/** Where everything of the reader lies that belongs to a data folder, in which only the journal is. */
export function readerFolder(dataFolder: string): string {
  return join(dirname(dataFolder), `${basename(dataFolder)}-reader`);
}

/** Opens the settings in a reader's folder, which need not exist. */
export function openSettingsFile(folder: string, disk: Disk): SettingsFile {
  const path = join(folder, FILE);
  const found = readSettings(disk, path);
  let isBroken = found === "broken";
  let settings = found === "broken" || found === "none" ? ordinarySettings : found;

  return {
    read: () => settings,
    isBroken: () => isBroken,
    save(next) {
      try {
        replace(disk, { folder, path }, `${JSON.stringify(next, undefined, 2)}\n`);
      } catch (cause) {
        throw new Fault("reader.settings-failed", { errno: errnoOf(cause) }, { cause });
      }
      settings = next;
      isBroken = false;
    },
  };
}

function readSettings(disk: Disk, path: string): ReaderSettings | "none" | "broken" {
  try {
    const text = readFile(disk, path, BYTES_MAX).toString("utf8");
    const parsed = ReaderSettings.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : "broken";
  } catch (failure) {
    return errnoOf(failure) === "ENOENT" ? "none" : "broken";
  }
}

/** The old file is whole until the new one is, and both survive a power loss. */
function replace(
  disk: Disk,
  { folder, path }: { readonly folder: string; readonly path: string },
  text: string,
): void {
  const part = `${path}.part`;
  disk.makeFolder(folder);
  disk.flushFolder(dirname(folder));
  if (disk.list(folder).includes(basename(part))) disk.unlink(part); // A crash left it.
  writeNew(disk, part, [text]);
  disk.rename(part, path);
  disk.flushFolder(folder);
}
