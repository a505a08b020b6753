import { z } from "zod";
import { Backup } from "#core/backup/backup.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";

/** An evidence pack that was written (9005). */
export const EvidencePackView = z
  .object({
    /** Where it lies, absolute. */
    file: z.string(),
    /** SHA-256 of the signed document inside, as the journal has it. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    entries: z.int().positive(),
  })
  .readonly();
export type EvidencePackView = z.infer<typeof EvidencePackView>;

/** 数据保护 (9009): what stands between the books and their loss, in numbers alone. */
export const ProtectionView = z
  .object({
    kind: z.enum(["live", "demonstration"]),
    now: Instant,
    journal: z
      .object({
        frames: z.int().nonnegative(),
        segments: z.int().positive(),
        /** Of the segment that is written to. */
        format: z.int().positive(),
        /** The chain's hash after the last frame, hexadecimal. */
        head: z.string().regex(/^[0-9a-f]{64}$/),
        lastWritten: Instant.optional(),
      })
      .readonly(),
    /** The newest file of the ledger as it was; `behind` in commands. Absent where there is none. */
    snapshot: z
      .object({ sequence: z.int().positive(), behind: z.int().nonnegative() })
      .readonly()
      .optional(),
    /** Files that look like snapshots and were no use at this start. */
    uselessSnapshots: z.int().nonnegative(),
    seal: z
      .object({ date: BusinessDate, last: z.int().positive(), daysAgo: z.int().nonnegative() })
      .readonly()
      .optional(),
    backup: Backup.optional(),
    /** Whether the last backup is more than a day old, or there is none; of a live branch alone. */
    isBackupLate: z.boolean(),
    commandsSinceBackup: z.int().nonnegative(),
    /** Bytes left where the books lie; absent where the disk does not say. */
    freeBytes: z.int().nonnegative().optional(),
  })
  .readonly();
export type ProtectionView = z.infer<typeof ProtectionView>;
