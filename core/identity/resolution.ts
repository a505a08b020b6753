import { z } from "zod";
import { type CheckResult, raisesDoubt } from "#core/identity/document.ts";
import { freeWords } from "#core/identity/free-text.ts";

/**
 * How a teller settled a doubt that the identity check raised (3.8, [29]).
 *
 * Which other document was seen, and who of the issuing authority answered, must be said; a call to
 * the phone the bank keeps, and that the teller knows the person, speak for themselves. Where nothing
 * could be settled the customer leaves, and nothing goes on.
 */
export const Resolution = z.discriminatedUnion("by", [
  z
    .strictObject({
      by: z.enum(["other-document", "issuer-confirmed"]),
      words: freeWords(60),
    })
    .readonly(),
  z
    .strictObject({
      by: z.enum(["called-back", "known-in-person", "customer-leaves"]),
      words: freeWords(60).optional(),
    })
    .readonly(),
]);
export type Resolution = z.infer<typeof Resolution>;

/** Every way, in the order in which it is offered. */
export const resolutionWays = [
  "other-document",
  "called-back",
  "known-in-person",
  "issuer-confirmed",
  "customer-leaves",
] as const satisfies readonly Resolution["by"][];

/** Whether a way is worth nothing without words. */
export function asksWords(by: Resolution["by"]): boolean {
  return by === "other-document" || by === "issuer-confirmed";
}

/** An answer of the check with what the teller made of it. */
export interface Checked {
  readonly check: CheckResult;
  readonly resolution?: Resolution | undefined;
}

/** Why a doubtful answer does not let anything go on. */
export type DoubtRefusal = {
  readonly code: "identity.doubt-unresolved";
  readonly result: CheckResult;
};

/**
 * What is missing before somebody counts as identified: a doubt must be settled, and a customer who
 * left settled nothing. A match with photo asks nothing.
 */
export function doubtRefusal({ check, resolution }: Checked): DoubtRefusal | undefined {
  if (!raisesDoubt(check)) return undefined;
  const isSettled = resolution !== undefined && resolution.by !== "customer-leaves";
  return isSettled ? undefined : { code: "identity.doubt-unresolved", result: check };
}
