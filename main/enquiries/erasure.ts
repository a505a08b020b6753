import type { Card } from "#core/card/card.ts";
import type { CardView } from "#core/contract/customer-view.ts";
import type { Ledger } from "#main/ledger/ledger.ts";

/**
 * When a card was erased, by whom, and who agreed (3014). The card's record knows only that it was;
 * the batch that says so knows the rest.
 */
export function erasureOf(ledger: Pick<Ledger, "journalPage">, card: Card): CardView["erased"] {
  for (let page = 0; ; page += 1) {
    const { rows } = ledger.journalPage({ type: "card.erased", customer: card.customer, page });
    const batch = rows.find(({ entries }) =>
      entries.some((entry) => entry.type === "card.erased" && entry.card === card.id),
    );
    if (batch) {
      const { recordedAt, teller, approvers } = batch;
      return { at: recordedAt, teller, approvers };
    }
    if (rows.length === 0) return undefined;
  }
}
