import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";
import { RiskFlag, RiskFlagId } from "#core/risk/risk-flag.ts";

const flag = RiskFlagId;

/** What can happen to a warning, exactly as the journal stores it (1.6, W04). */
export const RiskEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("risk.flagged"), flagged: RiskFlag }).readonly(),
  /** The customer answered on the telephone (W04). */
  z.object({ type: z.literal("risk.answered"), flag, yes: z.boolean(), at: Instant }).readonly(),
  /** The payment that she said yes to was made, once. */
  z.object({ type: z.literal("risk.used"), flag }).readonly(),
  z
    .object({
      type: z.literal("risk.reviewed"),
      flag,
      review: RiskFlag.unwrap().shape.review.unwrap(),
    })
    .readonly(),
]);
export type RiskEntry = z.infer<typeof RiskEntry>;
