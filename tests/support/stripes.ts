import { known } from "#core/kernel/assert.ts";
import { stripeComposer } from "#main/issuing/stripe.ts";
import type { OpenBooks } from "#main/open-books.ts";

/** What is written on every card of the branch, and must be nowhere else. */
export interface SecretStripe {
  readonly pan: string;
  readonly track1: string;
  readonly track2: string;
  readonly track3: string;
  /** PVV, version and CVV: the ten digits before the end of Track 2. */
  readonly discretionary: string;
}

/** The stripes of all cards in the books. */
export function composeOf({ vault, ledger }: OpenBooks): readonly SecretStripe[] {
  const compose = stripeComposer(vault.cardVerification);
  return ledger.books.all("card").map((card) => {
    const holder = known(ledger.books.find("customer", card.customer), "a card has a holder");
    const { track1 = "", track2, track3 = "" } = compose(card, holder.latinName);
    return { pan: card.pan, track1, track2, track3, discretionary: track2.slice(-11, -1) };
  });
}
