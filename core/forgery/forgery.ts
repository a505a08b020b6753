import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { CheckResult, DocumentKind } from "#core/identity/document.ts";
import { TellerId } from "#core/teller/teller.ts";

/** A false document that was shown is known by an opaque reference. */
export const ForgeryId = z
  .string()
  .regex(/^w-\d+$/)
  .brand<"ForgeryId">();
export type ForgeryId = z.infer<typeof ForgeryId>;

/** By what a document was proved false (3.8, [29]). */
export const ForgerySign = z.enum([
  "declared-invalid",
  "chip-unreadable",
  "print-wrong",
  "photo-replaced",
  "data-differ",
  "admitted",
]);
export type ForgerySign = z.infer<typeof ForgerySign>;

/**
 * 伪造证件: an attempt with a false document, as the police are told of it (3.8).
 *
 * It is about a document and whoever brought it, never about the person whose name and number it
 * bears: it blocks nothing, and the true holder is only told apart with more care.
 */
export const Forgery = z
  .object({
    id: ForgeryId,
    documentKind: DocumentKind,
    /** As the false document bears it; it need not be a number its kind can bear. */
    documentNumber: z.string().min(5).max(30),
    nameOnDocument: z.string().min(1).max(60),
    /** The customer whose number it is, where the bank knows one. */
    customer: CustomerId.optional(),
    check: CheckResult.optional(),
    sign: ForgerySign,
    words: z.string().min(1).max(200),
    /** What was asked for with it. */
    business: z.string().min(1).max(100),
    /** Whether the document stayed at the counter. */
    retained: z.boolean(),
    seenAt: Instant,
    teller: TellerId,
  })
  .readonly();
export type Forgery = z.infer<typeof Forgery>;
