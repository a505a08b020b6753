import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { type Expiry, expiryFor, isExpired } from "#core/card/expiry.ts";
import { Pan } from "#core/card/pan.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** A physical card is known inside the workstation, and to the window, by an opaque reference. */
export const CardId = z
  .string()
  .regex(/^k-\d+$/)
  .brand<"CardId">();
export type CardId = z.infer<typeof CardId>;

/** 卡状态 `life` (5.1), one of four independent dimensions of a card. */
export const CardLife = z.enum([
  "made",
  "issued-inactive",
  "active",
  "replaced",
  "cancelled",
  "retained",
  "void",
]);
export type CardLife = z.infer<typeof CardLife>;

/** 银行卡: one piece of plastic. A same-number replacement is another piece with the same PAN. */
export const Card = z
  .object({
    id: CardId,
    pan: Pan,
    account: AccountId,
    customer: CustomerId,
    /** The blank piece it was made from (重要空白凭证号). */
    serial: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    issuedOn: BusinessDate,
    /** Years until the stripe expires; 0 means never (M11). */
    validityYears: z.int().min(0).max(20),
    serviceCode: z.string().regex(/^\d{3}$/),
    life: CardLife,
    loss: z.enum(["none", "oral", "formal"]),
    pin: z.enum(["ok", "locked", "lost"]),
    /** Keyed hash of the PIN, bound to the account; absent until the customer sets one (K07). */
    pinVerifier: z.string().max(128).optional(),
    pinFailures: z.int().min(0),
    /** 卡序列号, Track 3 only: +1 with each new card of the same PAN (M25, T33). */
    sequence: z.int().min(0).max(9),
    /** Version of the stripe, on Track 2: what makes the lost card's stripe invalid (L13, VE10). */
    trackVersion: z.int().min(1).max(99),
    replacedBy: CardId.optional(),
    /** 收回: why the counter keeps this very piece; absent while nobody has given it up. */
    collected: z.string().max(200).optional(),
    /** 已消磁: its stripe was erased and read back empty (3014). */
    erased: z.literal(true).optional(),
  })
  .readonly();
export type Card = z.infer<typeof Card>;

/** Why a card will not do what is asked. */
export type CardRefusal =
  | { readonly code: "card.unknown" }
  | { readonly code: "card.not-active"; readonly life: CardLife }
  | {
      readonly code: "card.retain";
      readonly why: "replaced" | "cancelled" | "retained" | "void" | "counterfeit";
    }
  | { readonly code: "card.foreign" }
  | { readonly code: "card.skimmed-needs-new-number" }
  | { readonly code: "card.nothing-to-retain" }
  /** A counterfeit is evidence: nothing on it may be changed. */
  | { readonly code: "card.counterfeit" }
  /** The counter does not keep it: it may be erased only once it was given up and registered. */
  | { readonly code: "card.not-collected"; readonly life: CardLife }
  /** By the books its stripe is gone, and yet it was read: another piece was erased, or copied. */
  | { readonly code: "card.erased-already" }
  /** The old card was not erased and read back for this very request. */
  | { readonly code: "card.not-erased" }
  | { readonly code: "card.reported-lost"; readonly loss: "oral" | "formal" }
  | { readonly code: "card.expired" }
  | { readonly code: "card.pin-locked" }
  | { readonly code: "card.pin-lost" }
  | { readonly code: "card.pin-wrong"; readonly triesLeft: number }
  | { readonly code: "card.pin-needed" }
  | { readonly code: "card.sequence-exhausted" }
  | { readonly code: "card.already-active" }
  | { readonly code: "card.not-presented" }
  | { readonly code: "card.other-card-presented" };

/** The expiry as the stripe carries it; 0000 for none (M11). */
export function expiryOf(card: Card): Expiry {
  return expiryFor(card.issuedOn, card.validityYears);
}

/**
 * Whether a medium may be used to draw money, before any amount is looked at.
 *
 * The order is the rule: life, loss, expiry, then PIN, so that a finder who knows the PIN learns
 * nothing from the answer (L14, L15, L21).
 */
export function mayUse(card: Card, today: BusinessDate): Result<Card, CardRefusal> {
  switch (card.life) {
    case "replaced":
    case "cancelled":
    case "retained":
    case "void":
      return refuse({ code: "card.retain", why: card.life });
    case "made":
    case "issued-inactive":
    case "active":
      break;
  }
  if (card.loss !== "none") return refuse({ code: "card.reported-lost", loss: card.loss });
  if (card.life !== "active") return refuse({ code: "card.not-active", life: card.life });

  if (isExpired(expiryOf(card), today)) return refuse({ code: "card.expired" });
  if (card.pin === "locked") return refuse({ code: "card.pin-locked" });
  if (card.pin === "lost") return refuse({ code: "card.pin-lost" });
  return accept(card);
}

/** Whether the card is one of the customer's living media: in use, or handed over and not yet active. */
export function isCurrent(card: Card): boolean {
  return card.life === "active" || card.life === "issued-inactive";
}

/** Whether the card is none any more, whoever holds the piece. */
export function isOver({ life }: Card): boolean {
  return life === "replaced" || life === "cancelled" || life === "retained" || life === "void";
}
