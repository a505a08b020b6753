import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";
import { CardId } from "#core/card/card.ts";
import { Verdict } from "#core/card/verdict.ts";
import { EvidenceRef } from "#core/contract/transactions.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { DocumentKind } from "#core/identity/document.ts";

/** A swipe, or that it could not be read. */
export const SwipeView = z.discriminatedUnion("status", [
  z
    .object({
      status: z.literal("read"),
      ref: EvidenceRef,
      number: z.string(),
      verdict: Verdict,
      /** Whether the card must be kept at the counter. */
      retain: z.boolean(),
      issuer: z.object({ zh: z.string(), en: z.string() }).readonly().optional(),
      card: CardId.optional(),
      customer: CustomerId.optional(),
      at: Instant,
    })
    .readonly(),
  z
    .object({
      status: z.literal("unreadable"),
      /** What was wrong, and in which field of which track. */
      refusal: z.object({ code: z.string() }).loose().readonly(),
      at: Instant,
    })
    .readonly(),
]);
export type SwipeView = z.infer<typeof SwipeView>;

/** A document laid on the document reader. */
export const DocumentView = z
  .object({
    ref: EvidenceRef,
    kind: DocumentKind,
    number: z.string(),
    name: z.string(),
    expired: z.boolean(),
    /** What 联网核查 answered, where a demonstration can ask it. */
    check: z.string().optional(),
    customer: CustomerId.optional(),
  })
  .readonly();
export type DocumentView = z.infer<typeof DocumentView>;

/** 磁条检测 (3010): every field of the stripe that may be shown, track by track. */
export const StripeView = z
  .object({
    tracks: z
      .array(
        z
          .object({
            track: z.int().min(1).max(3),
            status: z.enum(["good", "empty", "bad"]),
            length: z.int(),
            refusal: z.object({ code: z.string() }).loose().readonly().optional(),
            fields: z
              .array(z.object({ name: z.string(), value: z.string() }).readonly())
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
    verdict: Verdict.optional(),
    agrees: z.boolean(),
  })
  .readonly();
export type StripeView = z.infer<typeof StripeView>;
