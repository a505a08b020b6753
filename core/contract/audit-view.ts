import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { JournalRow } from "#core/contract/posting-view.ts";
import { Fen } from "#core/money/fen.ts";

/** 审计查询 (9005, U08): what the journal is searched by; what is left out does not matter. */
export const AuditFilter = z
  .strictObject({
    from: BusinessDate.optional(),
    to: BusinessDate.optional(),
    sequence: z.int().positive().max(999_999_999).optional(),
    code: z.string().max(20).optional(),
    teller: z.string().max(10).optional(),
    approver: z.string().max(10).optional(),
    /** A customer by document, phone, account or card number, whole. */
    who: z.string().max(30).optional(),
    slip: z.string().max(20).optional(),
    /** One leg of the posting, in fen, on either side. */
    amount: Fen.optional(),
    /** Only what the rules or a second person said no to. */
    isRefused: z.boolean().optional(),
    /** Only what has an entry of this kind. */
    entry: z
      .string()
      .max(60)
      .regex(/^[a-z-]+\.[a-z-]+$/)
      .optional(),
  })
  .readonly();
export type AuditFilter = z.infer<typeof AuditFilter>;

/** What a supervisor looks through every day (R07, R19, R23). */
export const DailyWatch = z.enum([
  "channel-opened",
  "revealed",
  "typed-card",
  "reprinted",
  "reversed",
  "declined",
  "refused-own",
]);
export type DailyWatch = z.infer<typeof DailyWatch>;

/** 主管日清单: the day's lines that somebody else should look at, by kind. */
export const DailyList = z
  .object({
    date: BusinessDate,
    groups: z
      .array(
        z
          .object({
            watch: DailyWatch,
            total: z.int().nonnegative(),
            rows: z.array(JournalRow).max(50).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type DailyList = z.infer<typeof DailyList>;
