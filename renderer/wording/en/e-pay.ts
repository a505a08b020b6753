import type { ePay as chinese } from "#renderer/wording/zh-CN/e-pay.ts";

/** What only the screens of e-Pay, 7001 to 7005, and its part of the customer's page say. */
export const ePay = {
  title: "e-Pay",
  none: "No e-Pay enrolment",
  "none.here": "This customer has no e-Pay enrolment in use.",
  "no-phone":
    "The customer has no reserved phone. Codes for e-Pay go to that alone; reserve one first (2004).",
  ended: "{{count}} more have ended",
  said: "card ending {{cardTail}} · {{phone}} · {{status}}",
  "status.pending": "not confirmed",
  "status.enrolled": "in use",
  "status.suspended": "suspended",
  "status.cancelled": "cancelled",
  "stopped.phone":
    "Its phone is not the reserved one any more, so it pays nothing. Bind it anew (7005).",
  "stopped.card": "Its card cannot pay now (see the card's state); the enrolment stays.",
  cools: "The phone is new: no transfers before {{until}}.",
  "limits.said": "{{single}} a payment, {{day}} a day, {{month}} a month (yuan)",
  "limits.now": "Now: {{single}} a payment, {{day}} a day. The bank's limit: {{ceiling}} (yuan).",
  "ceiling.said": "The bank's limit: {{ceiling}} yuan, a payment and a day",
  "paid.said": "paid {{day}} today, {{month}} this month",
  "agreement.said": "agreement {{version}}",
  "agreement.accepted":
    "The customer has read and accepted the agreement on electronic banking (version {{version}})",
  "agreement.required": "The customer must read and accept the agreement first",
  enrolment: "Enrolment",
  "enrol.another": "Enrol another card",
  "enrol.hint":
    "The holder alone. No internet bank or USB key is needed. Card PIN and code are keyed on the customer's own pad.",
  alias: "Alias",
  "alias.hint":
    "A name of the customer's own, shown for the card's number when paying; 20 characters at most",
  "alias.digits": "An alias may not hold five digits in a row",
  "phone.reserved": "Reserved phone (as the customer says it)",
  "phone.new": "New phone",
  "phone.invalid": "A phone has 11 digits and begins with 1",
  "limit.single": "Limit a payment",
  "limit.day": "Limit a day",
  proof: "Proved by",
  "cancel.for-good": "It ends for good; to use e-Pay again, enrol anew.",
  "re-bind.hint":
    "The new phone becomes the reserved one too, and all e-Pay enrolments of the customer follow; the old number is told.",
  "re-bind.reserved":
    "The enrolment's phone is not the reserved one: it will be bound to that, and the code goes there.",
} satisfies typeof chinese;
