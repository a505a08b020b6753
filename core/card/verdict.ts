import { z } from "zod";

/** What the rules make of a swiped card (L14, L15, 2.4). */
export const Verdict = z.enum([
  "current",
  "inactive",
  "made",
  "reported-lost",
  "replaced",
  "cancelled",
  "retained",
  "void",
  "expired",
  "counterfeit",
  "unknown",
  "foreign",
  "test",
  "management",
]);
export type Verdict = z.infer<typeof Verdict>;
