import type { inserted as chinese } from "#renderer/wording/zh-CN/inserted.ts";

export const inserted = {
  "loss.oral": "reported lost orally",
  "loss.formal": "reported lost in writing",
  "password.short": "has fewer than 12 characters",
  "password.letters-and-digits": "needs letters and digits",
  "password.same": "is the old one",
  "field.amount": "The amount",
  "field.identity": "The document",
  "why-left.refused-by-reader": "the reader says it did not succeed",
  "why-left.bad-swipe": "swiped unevenly, or not to the end",
  "why-left.indeterminate": "not read back, so nobody knows what is left on the stripe",
  "why-left.mismatch": "something is still on the stripe",
  "reader.not-ready": "Check cable and power, wait for “ready” below, and try again.",
  "why.refused-by-reader": "the reader reported a write error",
  "why.bad-swipe": "the swipe was uneven or broke off",
  "why.indeterminate": "nobody can tell what is on the card",
  "why.mismatch": "what was written differs from what it should be",
  "why.not-encodable": "the content does not fit a stripe",
  "why.cancelled": "cancelled",
  "why.timed-out": "nobody swiped in time",
  "why.lost": "the reader was disconnected",
} satisfies typeof chinese;
