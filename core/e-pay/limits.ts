import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { EPay, EPayLimits } from "#core/e-pay/e-pay.ts";
import type { EPayRefusal } from "#core/e-pay/e-pay-refusal.ts";
import type { EPayRules } from "#core/e-pay/rules.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Fen, fen } from "#core/money/fen.ts";

/** What a new enrolment may pay, and never beyond the bank's own limit. */
export function firstLimits({ single, day, ceiling }: EPayRules): EPayLimits {
  return within({ single, day }, ceiling);
}

/** The limits that hold now: the customer's own, within whatever the bank allows by now (E15). */
export function limitsInForce(
  { limits }: Pick<EPay, "limits">,
  { ceiling }: EPayRules,
): EPayLimits {
  return within(limits, ceiling);
}

/** Of two limits each time the one that lets less out. */
export function lesser(one: EPayLimits, other: EPayLimits): EPayLimits {
  return {
    single: fen(Math.min(one.single, other.single)),
    day: fen(Math.min(one.day, other.day)),
  };
}

function within({ single, day }: EPayLimits, ceiling: Fen): EPayLimits {
  return { single: fen(Math.min(single, ceiling)), day: fen(Math.min(day, ceiling)) };
}

/** What was paid by an enrolment so far, on `today` and in its month, in fen. */
export function paidBy(
  { paid }: Pick<EPay, "paid">,
  today: BusinessDate,
): { readonly day: Fen; readonly month: Fen } {
  return {
    day: paid?.on === today ? paid.day : fen(0),
    month: paid?.on.slice(0, 7) === today.slice(0, 7) ? paid.month : fen(0),
  };
}

/** Whether any of the new limits is above the one that holds: then it is the counter's to set (E15). */
export function isRaise(before: EPayLimits, after: EPayLimits): boolean {
  return after.single > before.single || after.day > before.day;
}

/**
 * Whether these may be an enrolment's limits: something above nothing, what is paid at a time within
 * what is paid in a day, and no limit beyond the bank's (E15).
 */
export function admitLimits(
  limits: EPayLimits,
  { ceiling }: EPayRules,
): Result<EPayLimits, EPayRefusal | { readonly code: "amount.zero" }> {
  if (limits.single === 0) return refuse({ code: "amount.zero" });
  if (limits.single > limits.day) return refuse({ code: "e-pay.limits-crossed" });
  return limits.day <= ceiling ? accept(limits) : refuse({ code: "e-pay.over-ceiling", ceiling });
}
