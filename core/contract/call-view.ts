import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { CallId, CallQuestion } from "#core/hotline/call.ts";

/** The call that whoever sits here has open; the caller's number is not told again. */
export const CallView = z
  .object({
    id: CallId,
    customer: CustomerId,
    customerName: z.string(),
    callerName: z.string(),
    startedAt: Instant,
  })
  .readonly();
export type CallView = z.infer<typeof CallView>;

/** 核对资料: what a caller may be asked, with what the record has, masked as everywhere (K09). */
export const CallQuestions = z
  .array(z.object({ question: CallQuestion, record: z.string() }).readonly())
  .readonly();
export type CallQuestions = z.infer<typeof CallQuestions>;
