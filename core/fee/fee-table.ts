import { z } from "zod";
import { FeePeriod } from "#core/e-bank/rules.ts";

/** What the counter charges for (3.13). */
export const FeeKind = z.enum([
  "loss-report",
  "replacement",
  "password-card",
  "usb-key",
  "slip-reprint",
]);
export type FeeKind = z.infer<typeof FeeKind>;

/**
 * 收费标准: for each kind its lines over time, each with its first and perhaps its last day (P36). A
 * kind without lines goes by the rate that a branch was founded with.
 */
export const FeeTable = z
  .partialRecord(FeeKind, z.array(FeePeriod).min(1).max(100).readonly())
  .readonly();
export type FeeTable = z.infer<typeof FeeTable>;
