import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { Alias, EPay, EPayId, EPayLimits } from "#core/e-pay/e-pay.ts";
import { Phone } from "#core/identity/phone.ts";
import { Fen } from "#core/money/fen.ts";

const enrolment = EPayId;

/** What can happen to an enrolment, exactly as the journal stores it (5.5). */
export const EPayEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("e-pay.applied"), applied: EPay }).readonly(),
  z.object({ type: z.literal("e-pay.enrolled"), enrolment }).readonly(),
  z.object({ type: z.literal("e-pay.limited"), enrolment, limits: EPayLimits }).readonly(),
  z.object({ type: z.literal("e-pay.renamed"), enrolment, alias: Alias }).readonly(),
  z
    .object({
      type: z.literal("e-pay.phone-changed"),
      enrolment,
      phone: Phone,
      coolsUntil: Instant,
    })
    .readonly(),
  z.object({ type: z.literal("e-pay.suspended"), enrolment }).readonly(),
  z.object({ type: z.literal("e-pay.resumed"), enrolment }).readonly(),
  z.object({ type: z.literal("e-pay.cancelled"), enrolment }).readonly(),
  z
    .object({
      type: z.literal("e-pay.paid"),
      enrolment,
      on: BusinessDate,
      amount: Fen,
      kind: z.enum(["transfer", "purchase", "bill"]),
      /** Who was paid, in the words the customer confirmed (E11). */
      to: z.string().min(1).max(100),
    })
    .readonly(),
]);
export type EPayEntry = z.infer<typeof EPayEntry>;

/** The enrolment after a step. */
export function ePayAfter(
  before: EPay,
  step: Exclude<EPayEntry, { readonly type: "e-pay.applied" }>,
): EPay {
  switch (step.type) {
    case "e-pay.enrolled":
    case "e-pay.resumed":
      return { ...before, status: "enrolled" };
    case "e-pay.limited":
      return { ...before, limits: step.limits };
    case "e-pay.renamed":
      return { ...before, alias: step.alias };
    case "e-pay.phone-changed":
      return { ...before, phone: step.phone, coolsUntil: step.coolsUntil };
    case "e-pay.suspended":
      return { ...before, status: "suspended" };
    case "e-pay.cancelled":
      return { ...before, status: "cancelled" };
    case "e-pay.paid":
      return { ...before, paid: paidAfter(before, step) };
  }
}

function paidAfter(
  { paid }: EPay,
  { on, amount }: { readonly on: BusinessDate; readonly amount: Fen },
): NonNullable<EPay["paid"]> {
  const day = paid?.on === on ? paid.day : 0;
  const month = paid?.on.slice(0, 7) === on.slice(0, 7) ? paid.month : 0;
  return { on, day: Fen.parse(day + amount), month: Fen.parse(month + amount) };
}
