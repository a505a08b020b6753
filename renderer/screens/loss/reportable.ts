import type { CardView } from "#core/contract/views.ts";

/** Cards worth offering for a loss report; the rules decide in the end. */
export function isReportable(card: CardView): boolean {
  return card.life === "active" || card.life === "issued-inactive";
}
