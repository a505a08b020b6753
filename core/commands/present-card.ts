import type { Card, CardRefusal } from "#core/card/card.ts";
import type { Verdict } from "#core/card/verdict.ts";
import type { Context } from "#core/commands/command.ts";
import type { EvidenceRefusal } from "#core/contract/refusal.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** A swipe as the rules see it. */
export interface Presented {
  readonly card: Card | undefined;
  readonly verdict: Verdict;
}

/** The card that was swiped for this request (R14). */
export function presented(
  ref: string | undefined,
  context: Context,
): Result<Presented, CardRefusal | EvidenceRefusal> {
  if (!ref) return refuse({ code: "card.not-presented" });

  const swipe = context.evidence(ref);
  if (!swipe) return refuse({ code: "evidence.unknown" });
  if (swipe.type !== "swipe") return refuse({ code: "evidence.other-kind" });

  const card = swipe.card && context.books.find("card", swipe.card);
  return accept({ card: card || undefined, verdict: swipe.verdict });
}

/**
 * That very card, genuine, on the counter: the piece with this stripe and no other (R14, L13).
 *
 * Refuses a counterfeit of it, another card, and a swipe that is too old.
 */
export function presentedItself(
  card: Card,
  ref: string | undefined,
  context: Context,
): Result<Card, CardRefusal | EvidenceRefusal> {
  const swipe = presented(ref, context);
  if (!swipe.ok) return swipe;
  if (swipe.value.verdict === "counterfeit") {
    return refuse({ code: "card.retain", why: "counterfeit" });
  }
  return swipe.value.card?.id === card.id
    ? accept(card)
    : refuse({ code: "card.other-card-presented" });
}
