import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { JournalRow } from "#core/contract/posting-view.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { RiskDecision, RiskFlag, RiskFlagId, RiskRuleId } from "#core/risk/risk-flag.ts";

/** What the list of warnings is searched by (9012); what is left out does not matter. */
export const RiskFilter = z
  .strictObject({
    rule: RiskRuleId.optional(),
    decision: RiskDecision.optional(),
    from: BusinessDate.optional(),
    to: BusinessDate.optional(),
    /** A customer by document, phone, account or card number, whole. */
    who: z.string().max(30).optional(),
    /** Only what nobody has reviewed yet. */
    isOpen: z.boolean().optional(),
  })
  .readonly();
export type RiskFilter = z.infer<typeof RiskFilter>;

/** A warning as chiefs and the audit see it: who keyed it by name, numbers masked. */
export const RiskFlagView = z
  .object({
    ...RiskFlag.unwrap().omit({ binding: true, wallet: true, customer: true, used: true }).shape,
    customer: z.object({ id: CustomerId, name: z.string() }).readonly().optional(),
    tellerName: z.string().optional(),
    reviewedBy: z.string().optional(),
  })
  .readonly();
export type RiskFlagView = z.infer<typeof RiskFlagView>;

/** So many warnings of one rule on one day: a bar of the picture. */
export const RiskTally = z
  .object({ on: BusinessDate, rule: RiskRuleId, count: z.int().nonnegative() })
  .readonly();
export type RiskTally = z.infer<typeof RiskTally>;

/** One page of warnings, and the picture of all that the filter finds. */
export const RiskListView = z
  .object({
    rows: z.array(RiskFlagView).max(50).readonly(),
    total: z.int().nonnegative(),
    /** The latest sixty days on which there was any. */
    tallies: z.array(RiskTally).max(600).readonly(),
  })
  .readonly();
export type RiskListView = z.infer<typeof RiskListView>;

/** One warning with the line of the journal that it stands in: what was posted, or refused. */
export const RiskOpenedView = z
  .object({ flag: RiskFlagView, posted: JournalRow.optional() })
  .readonly();
export type RiskOpenedView = z.infer<typeof RiskOpenedView>;

/** The rules as they are now, each value in the text in which 9013 asks for it. */
export const RiskRulesView = z.object({ values: z.record(z.string(), z.string()) }).readonly();
export type RiskRulesView = z.infer<typeof RiskRulesView>;

/** What a rule would have said of one posting of the past. */
export const TriedCase = z
  .object({
    sequence: z.int().positive(),
    at: Instant,
    on: BusinessDate,
    rule: RiskRuleId,
    code: z.string(),
    teller: z.string(),
    customer: z.string().optional(),
    facts: RiskFlag.unwrap().shape.facts,
    /** It was stopped at the time, so it stands as it was judged then. */
    wasStopped: z.boolean(),
  })
  .readonly();
export type TriedCase = z.infer<typeof TriedCase>;

/** 试算: what the rules as asked for would have said of the whole journal so far. */
export const TryOutView = z
  .object({
    /** Lines of the journal that were judged, and cases found in them. */
    batches: z.int().nonnegative(),
    total: z.int().nonnegative(),
    tallies: z.array(RiskTally).max(5_000).readonly(),
    cases: z.array(TriedCase).max(50).readonly(),
  })
  .readonly();
export type TryOutView = z.infer<typeof TryOutView>;

/** How far a try-out has come, in lines of the journal. */
export const TryOutProgress = z
  .object({ done: z.int().nonnegative(), total: z.int().nonnegative() })
  .readonly();
export type TryOutProgress = z.infer<typeof TryOutProgress>;

/** A customer's answer on her telephone (W04). */
export const PhoneAnswer = z.strictObject({ flag: RiskFlagId, yes: z.boolean() }).readonly();
