import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";

/** 备份: one file that holds the books as of one place in the journal, as the journal has it. */
export const Backup = z
  .object({
    /** The file's name without its folder: a disk that was carried away has another path elsewhere. */
    name: z.string().min(1).max(120),
    /** The last command that is in it. */
    sequence: z.int().positive(),
    bytes: z.int().positive(),
    madeAt: Instant,
    /** SHA-256 of its manifest, which has that of every other file: it vouches for the whole. */
    manifest: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .readonly();
export type Backup = z.infer<typeof Backup>;

/** Why no backup was made. Nothing of it is left, and the books are as they were. */
export type BackupRefusal =
  | { readonly code: "backup.busy" }
  | { readonly code: "backup.cancelled" }
  | {
      readonly code: "backup.folder-unfit";
      /**
       * `not-absolute` and `absent` speak for themselves; `no-folder` is a file; `in-the-data` would
       * be lost together with what it is to save; `taken` has a file of that name already.
       */
      readonly reason: "not-absolute" | "absent" | "no-folder" | "in-the-data" | "taken";
    }
  /** The disk that was to take it has no room for so many bytes. */
  | { readonly code: "backup.disk-full"; readonly bytes: number }
  /** The disk that was to take it failed, by the operating system's word: it was pulled out, say. */
  | { readonly code: "backup.disk-failed"; readonly errno: string };
