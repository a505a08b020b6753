import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Bin } from "#core/card/bin.ts";
import { type Card, expiryOf } from "#core/card/card.ts";
import { isExpired } from "#core/card/expiry.ts";
import { isManagementCard, isTestCard, readServiceCode } from "#core/card/service-code.ts";
import type { Track2 } from "#core/card/track-2.ts";
import type { Verdict } from "#core/card/verdict.ts";

/** A card that was swiped, with all that is known of its number. */
export interface SwipedCard {
  readonly track2: Track2;
  /** The range of its number; absent where no bank has it. */
  readonly bin: Bin | undefined;
  /** Every card of ours that ever bore the number. */
  readonly ofNumber: readonly Card[];
  /** The one of them whose own stripe this is, to the last digit. */
  readonly genuine: Card | undefined;
}

/** What the counter makes of a swiped card, and which of our cards it is or pretends to be. */
export interface Presentation {
  readonly verdict: Verdict;
  readonly card: Card | undefined;
  /** 没收: it must not leave the counter with whoever brought it (L14, L15). */
  readonly retain: boolean;
}

/**
 * Judges a swiped card: whose it is, whether its stripe is the one the bank wrote, and what has
 * become of it since (L13, L14, 2.4).
 *
 * A number of ours on a stripe that is not ours is a counterfeit; so is the old stripe of a card
 * that never had that version.
 */
export function judgeSwipe(swiped: SwipedCard, today: BusinessDate): Presentation {
  const { track2, bin, ofNumber, genuine } = swiped;
  if (bin) {
    const code = readServiceCode(track2.serviceCode, bin.serviceCodeBook);
    if (code.ok && isTestCard(code.value)) return outcome("test");
    if (code.ok && isManagementCard(code.value)) return outcome("management");
  }
  if (bin && !bin.own) return outcome("foreign");
  if (!bin || ofNumber.length === 0) return outcome("unknown");
  if (!genuine) return outcome("counterfeit", ofNumber.at(-1));
  return outcome(verdictOf(genuine, today), genuine);
}

function verdictOf(card: Card, today: BusinessDate): Verdict {
  switch (card.life) {
    case "replaced":
    case "cancelled":
    case "retained":
    case "void":
    case "made":
      return card.life;
    case "issued-inactive":
    case "active":
      if (card.loss !== "none") return "reported-lost";
      if (isExpired(expiryOf(card), today)) return "expired";
      return card.life === "active" ? "current" : "inactive";
  }
}

const retained: readonly Verdict[] = ["replaced", "cancelled", "retained", "void", "counterfeit"];

function outcome(verdict: Verdict, card?: Card): Presentation {
  return { verdict, card, retain: retained.includes(verdict) };
}
