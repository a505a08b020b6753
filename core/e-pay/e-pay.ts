import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { namingWords } from "#core/identity/free-text.ts";
import { Phone } from "#core/identity/phone.ts";
import { Fen } from "#core/money/fen.ts";

export const EPayId = z
  .string()
  .regex(/^ep-\d+$/)
  .brand<"EPayId">();
export type EPayId = z.infer<typeof EPayId>;

/** 别名: what the customer calls the enrolled card, so that its number is never shown (E13). */
export const Alias = namingWords(20);

/** 单笔/日累计限额 in fen, as the customer or the counter has set them (E15). */
export const EPayLimits = z.object({ single: Fen, day: Fen }).readonly();
export type EPayLimits = z.infer<typeof EPayLimits>;

/**
 * 工银e支付注册: one card of a customer that may be paid from with a telephone alone (E01, E16).
 *
 * The card is the one its relation of kind `e-pay` hangs on now, so that a replacement moves the
 * enrolment within its own posting (5.5, L16); the identifier is the telephone with the last six digits
 * of that card (E04) and is stored nowhere (K06).
 */
export const EPay = z
  .object({
    id: EPayId,
    customer: CustomerId,
    /** The relation (r-n) of kind `e-pay` to the card. */
    relation: z.string().regex(/^r-\d+$/),
    alias: Alias,
    /** The reserved telephone as it was at enrolment or at the last change (E10). */
    phone: Phone,
    /** `pending`: applied for, and the code has not come back yet (5.5). */
    status: z.enum(["pending", "enrolled", "suspended", "cancelled"]),
    limits: EPayLimits,
    /** 《中国工商银行电子银行个人客户服务协议》: which version was accepted, and when (E07). */
    agreement: z.object({ version: z.string().max(20), acceptedAt: Instant }).readonly(),
    /** What was paid on `paid.on`, and in the month of `paid.on`, in fen. */
    paid: z.object({ on: BusinessDate, day: Fen, month: Fen }).readonly().optional(),
    /** Until then no transfer leaves by it: its telephone is new (O09). */
    coolsUntil: Instant.optional(),
  })
  .readonly();
export type EPay = z.infer<typeof EPay>;
