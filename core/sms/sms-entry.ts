import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";
import { Message, MessageId } from "#core/sms/message.ts";
import { OneTimeCode, OneTimeCodeId } from "#core/sms/one-time-code.ts";

const message = MessageId;
const code = OneTimeCodeId;

/** What can happen to messages and codes, exactly as the journal stores it (E10, E11, E14). */
export const SmsEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("sms.queued"), message: Message }).readonly(),
  /** The gateway took it; in a demonstration, the customer's telephone showed it. */
  z.object({ type: z.literal("sms.sent"), message, at: Instant }).readonly(),
  /** It was not taken; `final` when it is not tried again. */
  z
    .object({ type: z.literal("sms.failed"), message, why: z.string().max(60), final: z.boolean() })
    .readonly(),
  z.object({ type: z.literal("sms.expired"), message }).readonly(),
  /** Somebody wants a message that failed to be tried again. */
  z.object({ type: z.literal("sms.tried-again"), message }).readonly(),
  z.object({ type: z.literal("sms-code.issued"), issued: OneTimeCode }).readonly(),
  z.object({ type: z.literal("sms-code.answered-wrong"), code }).readonly(),
  z.object({ type: z.literal("sms-code.used"), code }).readonly(),
  z.object({ type: z.literal("sms-code.voided"), code }).readonly(),
]);
export type SmsEntry = z.infer<typeof SmsEntry>;
