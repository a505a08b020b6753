import { z } from "zod";
import { Backup } from "#core/backup/backup.ts";

/** How far a backup is that is being made, in bytes of work. */
export const BackupProgress = z.object({ done: z.int(), total: z.int() }).readonly();
export type BackupProgress = z.infer<typeof BackupProgress>;

/** How it stands with the branch's backups. */
export const BackupView = z
  .object({
    /** Where a backup is laid unless another folder is named; absolute. */
    folder: z.string(),
    /** Whether the machine has a dialog to choose another folder with. */
    mayChoose: z.boolean(),
    latest: Backup.optional(),
    /** Commands that no backup holds yet. */
    commandsSince: z.int().nonnegative(),
    /** Parts of the journal from an older program, which lie in clear in the folder and in a backup. */
    clearSegments: z.int().nonnegative(),
    making: BackupProgress.optional(),
  })
  .readonly();
export type BackupView = z.infer<typeof BackupView>;

/** A backup just made, checked by being read back. */
export const BackupMadeView = z
  .object({
    backup: Backup,
    /** Where it lies, absolute. */
    file: z.string(),
    clearSegments: z.int().nonnegative(),
  })
  .readonly();
export type BackupMadeView = z.infer<typeof BackupMadeView>;
