import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";
import { CardId } from "#core/card/card.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { EPayId } from "#core/e-pay/e-pay.ts";
import { RiskFlagId } from "#core/risk/risk-flag.ts";
import { MessageId, MessageTemplate } from "#core/sms/message.ts";
import { CodePurpose, OneTimeCodeId } from "#core/sms/one-time-code.ts";

const phone = z.string().max(20);

/**
 * What a teller has a code sent for: the purpose with all that it will be good for, as the transaction
 * that spends it has them (E11, O07). A telephone is as it was typed.
 */
export const CounterCode = z.discriminatedUnion("purpose", [
  /** 2004, to the new telephone. */
  z.strictObject({ purpose: z.literal("phone-change"), customer: CustomerId, phone }).readonly(),
  /** 7001, to the reserved telephone, which the typed one must be (E10). */
  z
    .strictObject({
      purpose: z.literal("e-pay.enrol"),
      customer: CustomerId,
      card: CardId,
      phone,
    })
    .readonly(),
  /** 7003, to the reserved telephone. */
  z
    .strictObject({
      purpose: z.literal("e-pay.resume"),
      customer: CustomerId,
      enrolment: EPayId,
    })
    .readonly(),
  /** 7005, to the reserved telephone, which the enrolment will be bound to. */
  z
    .strictObject({
      purpose: z.literal("e-pay.change-phone"),
      customer: CustomerId,
      enrolment: EPayId,
    })
    .readonly(),
]);
export type CounterCode = z.infer<typeof CounterCode>;

/** A code on its way. No digit of it is here: the customer alone has them. */
export const SentCode = z
  .object({
    code: OneTimeCodeId,
    /** The telephone it goes to, as screens show it (K09). */
    to: z.string(),
    issuedAt: Instant,
    expiresAt: Instant,
    /** From then on another may be sent instead, which makes this one void. */
    againAt: Instant,
    /** Whether anything here takes messages; without, it waits in vain (9011). */
    hasGateway: z.boolean(),
  })
  .readonly();
export type SentCode = z.infer<typeof SentCode>;

/** A message in the customer's telephone, in her own window: the only view with a code's digits. */
export const PhoneMessage = z
  .object({
    id: MessageId,
    template: MessageTemplate,
    /** Its text in each language, digits and all. */
    texts: z.object({ "zh-CN": z.string(), en: z.string() }).readonly(),
    sentAt: Instant,
    /** Of one with a code: until when it is good, and whether it still is. */
    code: z
      .object({
        purpose: CodePurpose,
        expiresAt: Instant,
        status: z.enum(["open", "used", "void", "expired"]),
      })
      .readonly()
      .optional(),
    /** Of one that asks whether a payment is hers (W04): which, and what she has said. */
    asks: z
      .object({ flag: RiskFlagId, status: z.enum(["waiting", "yes", "no", "over"]) })
      .readonly()
      .optional(),
  })
  .readonly();
export type PhoneMessage = z.infer<typeof PhoneMessage>;

/** How many messages of one telephone are shown, the latest first. */
export const PHONE_MESSAGES_SHOWN = 50;
/** How many telephones a demonstration's window lays out. */
export const PHONES_SHOWN = 200;

/** The customers' telephones of a demonstration, each with what 95588 wrote to it. */
export const PhoneView = z
  .object({
    now: Instant,
    phones: z
      .array(
        z
          .object({
            /** The telephone's number, masked: no card's last six digits stand beside it (K06). */
            number: z.string(),
            customer: CustomerId,
            name: z.string(),
            /** Whether it is the customer's reserved one now. */
            isReserved: z.boolean(),
            messages: z.array(PhoneMessage).max(PHONE_MESSAGES_SHOWN).readonly(),
          })
          .readonly(),
      )
      .max(PHONES_SHOWN)
      .readonly(),
  })
  .readonly();
export type PhoneView = z.infer<typeof PhoneView>;

/** What the outbox is searched by (9011). */
export const OutboxFilter = z.strictObject({
  show: z.enum(["waiting", "failed", "sent", "expired", "all"]),
  page: z.int().min(0).max(100_000),
});
export type OutboxFilter = z.infer<typeof OutboxFilter>;

/** A message as the outbox lists it: masked, and without the digits of its code (K06, K09). */
export const OutboxRow = z
  .object({
    id: MessageId,
    template: MessageTemplate,
    customer: CustomerId,
    name: z.string(),
    to: z.string(),
    texts: z.object({ "zh-CN": z.string(), en: z.string() }).readonly(),
    madeAt: Instant,
    status: z.enum(["waiting", "sent", "failed", "expired"]),
    tries: z.int(),
    sentAt: Instant.optional(),
    failure: z.string().optional(),
    mayRetry: z.boolean(),
  })
  .readonly();
export type OutboxRow = z.infer<typeof OutboxRow>;

/** Rows on a page of the outbox. */
export const OUTBOX_ROWS = 50;

/** 短信发件箱 (9011): what waits, what went, and whether there is a gateway at all. */
export const OutboxView = z
  .object({
    /** `demonstration`: the customers' window shows them; `none`: nothing takes them. */
    gateway: z.enum(["demonstration", "none"]),
    waiting: z.int(),
    failed: z.int(),
    rows: z.array(OutboxRow).max(OUTBOX_ROWS).readonly(),
    total: z.int(),
  })
  .readonly();
export type OutboxView = z.infer<typeof OutboxView>;
