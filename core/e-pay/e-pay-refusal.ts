import type { Instant } from "#core/calendar/instant.ts";
import type { EPay } from "#core/e-pay/e-pay.ts";
import type { Fen } from "#core/money/fen.ts";

/** Why e支付 will not do what is asked; in the order of the guards of 5.5. */
export type EPayRefusal =
  | { readonly code: "e-pay.unknown" }
  /** The bank has no telephone of the customer's: it is reserved at the counter first (E01). */
  | { readonly code: "e-pay.no-reserved-phone" }
  /** The telephone that was said, or enrolled, is not the reserved one (E10). */
  | { readonly code: "e-pay.phone-differs" }
  /** Another version of the agreement holds now; that one must be accepted (E07). */
  | { readonly code: "e-pay.agreement-outdated"; readonly version: string }
  /** Another enrolment of the same customer is called so (E13). */
  | { readonly code: "e-pay.alias-taken" }
  /** Five digits in a row or more: an alias is there to hide the number (E13, K06). */
  | { readonly code: "e-pay.alias-tells-number" }
  /** Somebody else is enrolled with this telephone (5.5). */
  | { readonly code: "e-pay.phone-of-another" }
  | { readonly code: "e-pay.card-enrolled" }
  /** Telephone and last six digits would name two cards (E04). */
  | { readonly code: "e-pay.last-six-taken" }
  /** Nothing is paid, and no limit set, by an enrolment that waits, is stopped or has ended. */
  | { readonly code: "e-pay.not-enrolled"; readonly status: EPay["status"] }
  | { readonly code: "e-pay.not-suspended"; readonly status: EPay["status"] }
  /** 银行限额: nobody raises a limit beyond it (E15). */
  | { readonly code: "e-pay.over-ceiling"; readonly ceiling: Fen }
  /** What may be paid at a time is more than what may be paid in a day. */
  | { readonly code: "e-pay.limits-crossed" }
  /** By herself the customer only lowers a limit (E15). */
  | { readonly code: "e-pay.raised-at-counter-only" }
  | { readonly code: "e-pay.nothing-changed" }
  /** The telephone is new: no transfer leaves before this moment (O09). */
  | { readonly code: "e-pay.cooling"; readonly until: Instant }
  | { readonly code: "e-pay.over-single-limit"; readonly limit: Fen }
  | { readonly code: "e-pay.over-day-limit"; readonly limit: Fen; readonly paid: Fen }
  | { readonly code: "e-pay.over-month-limit"; readonly limit: Fen; readonly paid: Fen }
  /** So many wrong codes today that none is sent any more until tomorrow (O04). */
  | { readonly code: "e-pay.too-many-wrong-codes" }
  /** Nobody has proved herself here, or she has gone, or did nothing for too long. */
  | { readonly code: "e-pay.not-entered" };
