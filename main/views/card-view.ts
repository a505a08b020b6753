import type { Books } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type Card, expiryOf } from "#core/card/card.ts";
import { isExpired } from "#core/card/expiry.ts";
import { maskPan } from "#core/card/pan.ts";
import type { CardView } from "#core/contract/customer-view.ts";
import { statusOn } from "#core/loss/loss-case.ts";
import type { Looking } from "./account-view.ts";

/** A card as the teller sees it today: what has lapsed by the clock no longer shows (T06). */
export function cardView(
  books: Books,
  card: Card,
  { today, erasureOf }: Pick<Looking, "today" | "erasureOf">,
): CardView {
  const erased = card.erased && erasureOf(card);
  return {
    id: card.id,
    number: maskPan(card.pan),
    account: card.account,
    life: card.life,
    loss: lossOf(books, card, today),
    pin: pinOf(card),
    expired: isExpired(expiryOf(card), today),
    issuedOn: card.issuedOn,
    sequence: card.sequence,
    ...(card.replacedBy ? { replacedBy: card.replacedBy } : {}),
    ...(erased ? { erased } : {}),
  };
}

function lossOf(books: Books, card: Card, today: BusinessDate): CardView["loss"] {
  if (card.loss !== "oral") return card.loss; // A written report never lapses.

  const cases = books.list("lossCase", "card", card.id);
  const isHeld = cases.some((lossCase) => statusOn(lossCase, today) === "oral-active");
  return isHeld ? "oral" : "none";
}

/** A card without a PIN says so, unless something worse is to be said. */
function pinOf({ pin, pinVerifier }: Card): CardView["pin"] {
  return pinVerifier === undefined && pin === "ok" ? "unset" : pin;
}
