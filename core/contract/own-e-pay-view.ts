import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { Alias, EPayId, EPayLimits } from "#core/e-pay/e-pay.ts";
import { Phone } from "#core/identity/phone.ts";
import { Fen } from "#core/money/fen.ts";
import { OneTimeCodeId } from "#core/sms/one-time-code.ts";

// e支付 in the customer's own window of a demonstration. None of it goes to the teller's window.

/** What she keys in to be known by (E04). Here alone both stand side by side (K06). */
export const TypedIdentifier = z.strictObject({
  phone: Phone,
  lastSix: z.string().regex(/^\d{6}$/),
});
export type TypedIdentifier = z.infer<typeof TypedIdentifier>;

/** What came by message, as it was typed: its digits go from here to the comparison and nowhere else. */
export const TypedDigits = z.string().regex(/^\d{6}$/);

/** A code on its way to her telephone: never a digit of it (E11). */
export const CodeSentView = z
  .object({
    code: OneTimeCodeId,
    /** The telephone, masked (K09). */
    to: z.string(),
    expiresAt: Instant,
    /** From then on another may be asked for. */
    againAt: Instant,
  })
  .readonly();
export type CodeSentView = z.infer<typeof CodeSentView>;

/** What is paid, to whom in full, and by what she calls her card (4.2, E13). */
const namedPayment = { payee: z.string(), amount: Fen, alias: z.string() };

/** A payment that waits for its code (E05). */
export const EPayAskedView = z.object({ ...namedPayment, sent: CodeSentView }).readonly();
export type EPayAskedView = z.infer<typeof EPayAskedView>;

/** A payment that is done. Nothing of the balance: whoever pays so has not logged in to a bank. */
export const EPayPaidView = z
  .object({ ...namedPayment, sequence: z.int(), recordedAt: Instant })
  .readonly();
export type EPayPaidView = z.infer<typeof EPayPaidView>;

/** An application whose code is on its way (E10). */
export const EPayAppliedView = z.object({ enrolment: EPayId, sent: CodeSentView }).readonly();
export type EPayAppliedView = z.infer<typeof EPayAppliedView>;

/** 我的e支付, for whoever has proved that it is hers. */
export const EnteredView = z
  .object({
    enrolment: EPayId,
    alias: Alias,
    /** The telephone, masked; beside it stand four digits of the card at most (K06). */
    phone: z.string(),
    card: z.string(),
    status: z.enum(["enrolled", "suspended"]),
    limits: EPayLimits,
    /** What the bank allows in a month, and what was paid so far. */
    month: Fen,
    paid: z.object({ day: Fen, month: Fen }).readonly(),
    agreement: z.object({ version: z.string(), acceptedAt: Instant }).readonly(),
    coolsUntil: Instant.optional(),
  })
  .readonly();
export type EnteredView = z.infer<typeof EnteredView>;

/** Everything of e支付 that the customer's window plays. */
export const OwnEPayView = z
  .object({
    now: Instant,
    today: BusinessDate,
    /** The version of the agreement that is accepted now (E07). */
    agreement: z.string(),
    /** Whom the presenter may play, and whether she has an enrolment that can be paid by. */
    people: z
      .array(
        z.object({ customer: CustomerId, name: z.string(), isEnrolled: z.boolean() }).readonly(),
      )
      .readonly(),
    entered: EnteredView.optional(),
    /** Whoever had entered did nothing for too long. */
    hasLapsed: z.boolean(),
  })
  .readonly();
export type OwnEPayView = z.infer<typeof OwnEPayView>;

/** What one customer knows by heart, for the presenter who plays her: one at a time, and on wish. */
export const RecalledView = z
  .object({
    phone: z.string().optional(),
    cards: z.array(z.object({ number: z.string(), isEnrolled: z.boolean() }).readonly()).readonly(),
  })
  .readonly();
export type RecalledView = z.infer<typeof RecalledView>;
