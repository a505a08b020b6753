import type { inserted as chinese } from "#renderer/wording/zh-CN/inserted.ts";

export const inserted = {
  "loss.oral": "reported lost orally",
  "loss.formal": "reported lost in writing",
  "password.short": "has fewer than 12 characters",
  "password.letters-and-digits": "needs letters and digits",
  "password.same": "is the old one",
  "field.amount": "The amount",
  "field.identity": "The document",
  "why.write-error": "write error",
  "why.silent": "the reader did not answer",
  "why.mismatch": "what was written differs from what it should be",
  "why.unknown": "cause unknown",
} satisfies typeof chinese;
