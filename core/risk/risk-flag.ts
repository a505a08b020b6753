import { z } from "zod";
import { Level } from "#core/authorisation/level.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { TellerId } from "#core/teller/teller.ts";
import { WalletId } from "#core/wallet/wallet-id.ts";

export const RiskFlagId = z
  .string()
  .regex(/^rf-\d+$/)
  .brand<"RiskFlagId">();
export type RiskFlagId = z.infer<typeof RiskFlagId>;

/** The worked rules, by the risk they answer (1.6). */
export const RiskRuleId = z.enum([
  "manual-card-entry",
  "many-cards",
  "shared-phone",
  "account-and-channel-same-day",
  "replaced-then-raised",
  "replaced-then-phone",
  "recurring-agent",
  "wrong-answers-across-customers",
  "unmasked-without-transaction",
  "unusual-payment",
]);
export type RiskRuleId = z.infer<typeof RiskRuleId>;

/** What a rule that speaks up does: tell, want a higher level, have the customer asked, or refuse. */
export const RiskOutcome = z.enum(["warn", "level", "confirm", "refuse"]);
export type RiskOutcome = z.infer<typeof RiskOutcome>;

/**
 * What became of the business. `went-on`: it was posted all the same, under what the outcome asked for;
 * `waiting`, `confirmed` and `denied` are what the customer says of her own payment (W04).
 */
export const RiskDecision = z.enum(["went-on", "stopped", "waiting", "confirmed", "denied"]);
export type RiskDecision = z.infer<typeof RiskDecision>;

/** What a chief makes of a warning (9012). */
export const RiskVerdict = z.enum(["harmless", "watched", "reported"]);
export type RiskVerdict = z.infer<typeof RiskVerdict>;

/** 风险预警: a rule spoke up, over which business, and what was done about it. */
export const RiskFlag = z
  .object({
    id: RiskFlagId,
    rule: RiskRuleId,
    outcome: RiskOutcome,
    level: Level.optional(),
    customer: CustomerId.optional(),
    /** The transaction or the customer's own channel it came up in. */
    code: z.string().max(20),
    teller: z.union([TellerId, z.literal("system")]),
    at: Instant,
    /** The business day, by which the page draws its picture. */
    on: BusinessDate,
    /** The batch of the journal that it stands in, with whatever was posted. */
    sequence: z.int().positive(),
    /** What it counted, in figures and masked words, for the sentence that says why. */
    facts: z.record(z.string().max(20), z.union([z.string().max(60), z.int()])).readonly(),
    decision: RiskDecision,
    /** Of a customer's own payment: SHA-256 over what she was asked about, and only that (W04). */
    binding: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    /** The wallet that it would have been paid from. */
    wallet: WalletId.optional(),
    answeredAt: Instant.optional(),
    /** The payment that she said yes to was made: her yes is used up. */
    used: z.literal(true).optional(),
    review: z
      .object({
        by: TellerId,
        at: Instant,
        verdict: RiskVerdict,
        words: z.string().max(100),
      })
      .readonly()
      .optional(),
  })
  .readonly();
export type RiskFlag = z.infer<typeof RiskFlag>;
