import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { Phone } from "#core/identity/phone.ts";
import { OneTimeCodeId } from "#core/sms/one-time-code.ts";

/** Why a message is not tried again (9011). */
export type MessageRefusal =
  | { readonly code: "sms.unknown" }
  | { readonly code: "sms.not-failed" }
  /** The audit looks; a chief of the branch decides. */
  | { readonly code: "sms.chiefs-retry" };

export const MessageId = z
  .string()
  .regex(/^m-\d+$/)
  .brand<"MessageId">();
export type MessageId = z.infer<typeof MessageId>;

/** The number every message of the bank comes from, and no other (E14, R15). */
export const SENDER = "95588";

/** 短信模板: what the bank tells customers. Each has its text in core/sms/text.ts, in both languages. */
export const MessageTemplate = z.enum([
  "code.e-pay.enrol",
  "code.e-pay.pay",
  "code.e-pay.resume",
  "code.e-pay.manage",
  "code.e-pay.change-phone",
  "code.phone-change",
  "code.wallet.register",
  "code.wallet.reset",
  "phone-changed",
  "phone-set",
  "channel-opened",
  "channel-closed",
  "agreement-changed",
  "switch-opened",
  "loss-reported",
  "loss-lapsed",
  "card-replaced",
  "e-pay.enrolled",
  "e-pay.limits",
  "e-pay.suspended",
  "e-pay.resumed",
  "e-pay.cancelled",
  "e-pay.renamed",
  "e-pay.re-bound",
  "e-pay.paid",
  "wallet.registered",
  "wallet.certified",
  "wallet.frozen",
  "wallet.unfrozen",
  "wallet.reset-link",
  "wallet.paid",
  "wallet.bill-due",
  "risk.confirm",
]);
export type MessageTemplate = z.infer<typeof MessageTemplate>;

/**
 * 短信: one message of 95588 to one telephone. It is kept as what it says, not as its text: the text is
 * made when it is sent, and the digits of a code go in there and nowhere else.
 */
export const Message = z
  .object({
    id: MessageId,
    customer: CustomerId,
    to: Phone,
    template: MessageTemplate,
    /** What fills the template: amounts in yuan, masked numbers, names; never a secret (K06). */
    values: z.record(z.string().max(20), z.string().max(120)).readonly(),
    /** The code whose digits it carries. */
    code: OneTimeCodeId.optional(),
    madeAt: Instant,
    /** `expired`: its code ran out before any gateway took it, so that it never went. */
    status: z.enum(["waiting", "sent", "failed", "expired"]),
    tries: z.int().min(0),
    sentAt: Instant.optional(),
    /** In a word, why the gateway did not take it the last time. */
    failure: z.string().max(60).optional(),
  })
  .readonly();
export type Message = z.infer<typeof Message>;
