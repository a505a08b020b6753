import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";
import { Coordinate } from "#core/password-card/grid.ts";

/**
 * 挑战: the cells a customer is asked for, bound to one payment (P02, P10, 4.1, 4.2).
 *
 * `binding` is SHA-256 over channel, kind, payer, payee, amount, currency and `nonce`. The
 * coordinates are no secret: what stands at them is, and is kept nowhere.
 */
export const Challenge = z
  .object({
    id: z.string().regex(/^ch-\d+$/),
    binding: z.string().regex(/^[0-9a-f]{64}$/),
    nonce: z.string().regex(/^[0-9a-f]{32}$/),
    coordinates: z.array(Coordinate).min(1).max(8).readonly(),
    askedAt: Instant,
    expiresAt: Instant,
    /** An answered challenge is never answered again; a card remembers its last one (P10). */
    status: z.enum(["open", "answered"]),
  })
  .readonly();
export type Challenge = z.infer<typeof Challenge>;

/** Why an answer is not even compared with the card, or is wrong. */
export type ChallengeRefusal =
  | { readonly code: "challenge.unknown" }
  | { readonly code: "challenge.answered" }
  | { readonly code: "challenge.expired" }
  /** Payee, amount or anything else is not what the cells were asked for (4.2). */
  | { readonly code: "challenge.elements-changed" }
  /** Not that many plain digits; it is not counted as a wrong answer. */
  | { readonly code: "challenge.answer-malformed"; readonly digits: number }
  | { readonly code: "challenge.too-many-unanswered" };

/** Whether the challenge may still be answered at this moment: five minutes, once. */
export function isOpenAt(challenge: Challenge, now: Instant): boolean {
  return challenge.status === "open" && now <= challenge.expiresAt;
}
