import { type BinTable, findBin } from "#core/card/bin.ts";
import { trackVersionOf } from "#core/card/issued-stripe.ts";
import { maskPan } from "#core/card/pan.ts";
import { judgeSwipe } from "#core/card/presentation.ts";
import { readStripe, type StripeSwipe } from "#core/card/stripe-image.ts";
import type { SwipeView } from "#core/contract/swipe-view.ts";
import { known } from "#core/kernel/assert.ts";
import type { Desk } from "#main/desk.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";
import type { ComposeStripe } from "#main/issuing/stripe.ts";

/** What turns a stripe into something the counter may see. */
export interface SwipeParts {
  readonly desk: Desk;
  readonly bins: BinTable;
  readonly compose: ComposeStripe;
  readonly evidence: EvidenceBox;
}

/**
 * Takes a stripe off the reader and keeps only what rules may know of it: which card it is and
 * what has become of it. The stripe itself goes no further than this function (R04, K04).
 */
export function takeSwipe(swipe: StripeSwipe, parts: SwipeParts): SwipeView {
  const { desk, bins, compose, evidence } = parts;
  const at = desk.now();
  const read = readStripe(swipe);
  if (!read.ok) return { status: "unreadable", refusal: read.refusal, at };

  const { track2 } = read.value;
  desk.settle(); // What lapsed meanwhile must not be called lost.
  const ofNumber = desk.books.list("card", "pan", track2.pan);
  const genuine = ofNumber.find(
    (card) =>
      card.trackVersion === trackVersionOf(track2) &&
      compose(card, latinNameOf(desk, card.customer)).track2 === swipe.track2,
  );
  const bin = findBin(bins, track2.pan);
  const { verdict, card, retain } = judgeSwipe({ track2, bin, ofNumber, genuine }, desk.today());

  return {
    status: "read",
    ref: evidence.keep({ type: "swipe", card: card?.id, verdict }),
    number: maskPan(track2.pan),
    verdict,
    retain,
    ...(bin ? { issuer: bin.issuer } : {}),
    ...(card ? { card: card.id, customer: card.customer } : {}),
    at,
  };
}

function latinNameOf(desk: Desk, customer: string): string {
  return known(desk.books.find("customer", customer), "a card has a holder").latinName;
}
