import type { CustomerView } from "#core/contract/customer-view.ts";
import { isUsable, networks } from "#renderer/screens/e-bank/registered-card.tsx";
import { switchWays } from "#renderer/screens/e-bank/switches.tsx";
import type { Way } from "#renderer/screens/open-keys.tsx";
import { cardWays } from "#renderer/screens/password-card/card-state.ts";
import type { ReadSwipe } from "#renderer/store/swipe-slice.ts";

/** What can be done in a customer's electronic banking; nothing where no card could carry it. */
export function eBankWays(customer: CustomerView): readonly Way[] {
  const { channels } = customer.eBank;
  if (channels.length === 0 && !customer.cards.some(isUsable)) return [];

  const isNetworked = channels.some((channel) => networks.includes(channel));
  return [
    ...cardWays(customer),
    ...(channels.includes("internet-bank") ? [] : [{ code: "5005" } as const]),
    ...(isNetworked ? switchWays(customer) : []),
    ...(channels.includes("internet-bank") ? [{ code: "5009" } as const] : []),
    { code: "5010" },
    { code: "5011" },
    ...(channels.includes("internet-bank") ? [{ code: "5006" } as const] : []),
  ];
}

/**
 * The same ways with the card that was just swiped, where it is in use and the customer's: a form
 * that wants it need not ask for it again.
 */
export function withSwipe(
  ways: readonly Way[],
  { cards }: CustomerView,
  swipe: ReadSwipe | undefined,
): readonly Way[] {
  if (swipe?.verdict !== "current" || !cards.some(({ id }) => id === swipe.card)) return ways;
  return ways.map((way) => ({ ...way, subject: { ...way.subject, swipe: swipe.ref } }));
}
