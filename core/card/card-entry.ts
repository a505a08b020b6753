import { z } from "zod";
import { Card, CardId } from "#core/card/card.ts";
import { unreachable } from "#core/kernel/assert.ts";

/** What can happen to a card, exactly as the journal stores it (5.1). */
export const CardEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("card.entered"), card: Card }).readonly(),
  z
    .object({
      type: z.literal("card.handed-over"),
      card: CardId,
      /** The PIN of the old card as it stands now, for it may have changed since this was made. */
      pin: Card.unwrap().pick({ pin: true, pinVerifier: true, pinFailures: true }).optional(),
    })
    .readonly(),
  z.object({ type: z.literal("card.activated"), card: CardId }).readonly(),
  z
    .object({
      type: z.literal("card.loss-marked"),
      card: CardId,
      loss: z.enum(["none", "oral", "formal"]),
    })
    .readonly(),
  z.object({ type: z.literal("card.replaced"), card: CardId, by: CardId }).readonly(),
  z.object({ type: z.literal("card.cancelled"), card: CardId }).readonly(),
  z
    .object({ type: z.literal("card.retained"), card: CardId, reason: z.string().max(200) })
    .readonly(),
  z.object({ type: z.literal("card.erased"), card: CardId }).readonly(),
  z.object({ type: z.literal("card.voided"), card: CardId }).readonly(),
  z
    .object({ type: z.literal("card.pin-set"), card: CardId, verifier: z.string().max(128) })
    .readonly(),
  z.object({ type: z.literal("card.pin-lost"), card: CardId }).readonly(),
  z.object({ type: z.literal("card.pin-found"), card: CardId }).readonly(),
  z.object({ type: z.literal("card.pin-passed"), card: CardId }).readonly(),
  z.object({ type: z.literal("card.pin-failed"), card: CardId, locks: z.boolean() }).readonly(),
]);
export type CardEntry = z.infer<typeof CardEntry>;

/** The card after `entry`. A card enters the books whole; afterwards only single facts change. */
export function cardAfter(card: Card, entry: Exclude<CardEntry, { type: "card.entered" }>): Card {
  switch (entry.type) {
    case "card.handed-over":
      return { ...card, ...entry.pin, life: "issued-inactive" };
    case "card.activated":
      return { ...card, life: "active" };
    case "card.loss-marked":
      return { ...card, loss: entry.loss };
    case "card.replaced":
      return { ...card, life: "replaced", replacedBy: entry.by };
    case "card.cancelled":
      return { ...card, life: "cancelled" };
    case "card.retained":
      return { ...card, life: "retained", collected: entry.reason };
    case "card.erased":
      return { ...card, erased: true };
    case "card.voided":
      return { ...card, life: "void" };
    case "card.pin-set":
      return { ...card, pin: "ok", pinVerifier: entry.verifier, pinFailures: 0 };
    case "card.pin-lost":
      return { ...card, pin: "lost" };
    case "card.pin-found":
      return { ...card, pin: "ok", pinFailures: 0 };
    case "card.pin-passed":
      return { ...card, pinFailures: 0 };
    case "card.pin-failed":
      return {
        ...card,
        pinFailures: card.pinFailures + 1,
        pin: entry.locks ? "locked" : card.pin,
      };
    default:
      return unreachable(entry);
  }
}
