import { realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, sep } from "node:path";
import type { BackupRefusal } from "#core/backup/backup.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { errnoOf } from "#main/journal/damage.ts";
import type { Disk } from "#main/journal/disk.ts";

/** Where backups lie unless somebody says otherwise: beside the data, in which all is the journal's. */
export function usualFolder(dataFolder: string): string {
  return join(dirname(dataFolder), `${basename(dataFolder)}-backup`);
}

/** A file's name says whose books, of which day, up to which command. */
export function backupName(of: {
  readonly branch: string;
  readonly date: BusinessDate;
  readonly sequence: number;
}): string {
  return `guitai-${of.branch}-${of.date}-${of.sequence}.tar`;
}

/** Makes the branch's own folder for backups where it is not there yet. */
export function readyUsualFolder(dataFolder: string, disk: Disk): Result<string, BackupRefusal> {
  const folder = usualFolder(dataFolder);
  try {
    disk.makeFolder(folder);
    disk.flushFolder(dirname(folder));
    return accept(folder);
  } catch (failure) {
    return refuse(failedDisk(errnoOf(failure), 0));
  }
}

/** A folder that somebody has named, such as that of a disk just plugged in. It must be there. */
export async function readyChosenFolder(
  dataFolder: string,
  chosen: string,
): Promise<Result<string, BackupRefusal>> {
  const unfit = (reason: Extract<BackupRefusal, { code: "backup.folder-unfit" }>["reason"]) =>
    refuse({ code: "backup.folder-unfit", reason } as const);
  if (!isAbsolute(chosen) || chosen.includes("\0")) return unfit("not-absolute");
  try {
    const folder = await realpath(chosen);
    if (!(await stat(folder)).isDirectory()) return unfit("no-folder");
    return isWithin(await realpath(dataFolder), folder) ? unfit("in-the-data") : accept(folder);
  } catch (failure) {
    const errno = errnoOf(failure);
    if (errno === "ENOENT") return unfit("absent");
    if (errno === "ENOTDIR") return unfit("no-folder");
    return refuse(failedDisk(errno, 0));
  }
}

/** A disk that would not take the backup; one without room is another matter for whoever stands there. */
export function failedDisk(errno: string, bytes: number): BackupRefusal {
  const isFull = errno === "ENOSPC" || errno === "EDQUOT" || errno === "SHORT_WRITE";
  return isFull ? { code: "backup.disk-full", bytes } : { code: "backup.disk-failed", errno };
}

function isWithin(outer: string, inner: string): boolean {
  return `${inner}${sep}`.startsWith(`${outer}${sep}`);
}
