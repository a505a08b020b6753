import { z } from "zod";
import { Fen, fen } from "#core/money/fen.ts";

/** The bank's own choices for e支付 (EPAY_LIMITS, EPAY_OTP_TTL in 5.0; O09). Amounts in fen. */
export const EPayRules = z
  .object({
    /** What a new enrolment may pay: at a time, in a day, in a month. */
    single: Fen,
    day: Fen,
    month: Fen,
    /** 银行限额: what the counter may raise the first two to, and nobody beyond it (E15). */
    ceiling: Fen,
    /** The version of the agreement that is accepted now (E07). */
    agreement: z.string().min(1).max(20),
    /** Hours without transfers after the telephone was changed (O09). */
    coolingHours: z.int().min(0).max(168),
  })
  .readonly()
  .refine(
    ({ single, day, month, ceiling }) => single <= day && day <= month && day <= ceiling,
    "what is paid at a time fits a day, a day fits a month and the bank's own limit (E15)",
  );
export type EPayRules = z.infer<typeof EPayRules>;

/** 5,000 at a time and a day, 50,000 a month, up to 10,000 at the counter [39]. */
export const defaultEPayRules: EPayRules = {
  single: fen(5_000_00),
  day: fen(5_000_00),
  month: fen(50_000_00),
  ceiling: fen(10_000_00),
  agreement: "2014-07",
  coolingHours: 24,
};
