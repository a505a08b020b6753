import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { TellerId } from "#core/teller/teller.ts";

export const CallId = z
  .string()
  .regex(/^hc-\d+$/)
  .brand<"CallId">();
export type CallId = z.infer<typeof CallId>;

/** 核对问题: what a caller may be asked; the answers are compared and never kept (W12, O10). */
export const CallQuestion = z.enum([
  "document-number",
  "birth-date",
  "reserved-phone",
  "address",
  "last-branch-visit",
]);
export type CallQuestion = z.infer<typeof CallQuestion>;

/** 客服来电: a recorded session in which only losses and short freezes may be reported (W12, T03, O10). */
export const Call = z
  .object({
    id: CallId,
    customer: CustomerId,
    teller: TellerId,
    callerName: z.string().min(1).max(60),
    callerPhone: z.string().min(3).max(20),
    startedAt: Instant,
    endedAt: Instant.optional(),
    asked: z
      .array(z.object({ question: CallQuestion, right: z.boolean() }).readonly())
      .max(10)
      .readonly(),
    status: z.enum(["open", "ended"]),
  })
  .readonly();
export type Call = z.infer<typeof Call>;

/** Why a caller is not served, or not in this way (W12, T03, O10). */
export type CallRefusal =
  /** Too little was right, or the number of the document was not: `right` of `needed` (O10). */
  | { readonly code: "call.not-identified"; readonly right: number; readonly needed: number }
  /** Asked twice, or what the number of the document or the record does not let anybody compare. */
  | { readonly code: "call.question"; readonly question: CallQuestion }
  /** The teller is on the telephone already. */
  | { readonly code: "call.already-open"; readonly call: CallId }
  | { readonly code: "call.not-open" }
  /** By telephone losses are reported and short freezes asked for, nothing else (W12, T03). */
  | { readonly code: "call.not-by-phone"; readonly call: CallId };

/** What can happen to a call, exactly as the journal stores it. */
export const CallEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("call.started"), call: Call }).readonly(),
  z.object({ type: z.literal("call.ended"), call: CallId, at: Instant }).readonly(),
]);
export type CallEntry = z.infer<typeof CallEntry>;
