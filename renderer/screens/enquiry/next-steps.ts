import type { CardView, CustomerView } from "#core/contract/views.ts";
import { openCases, waysOf } from "#renderer/screens/loss/case-reasons.ts";
import { isReportable } from "#renderer/screens/loss/reportable.ts";
import type { Way } from "#renderer/screens/open-keys.tsx";
import type { ReadSwipe } from "#renderer/store/swipe-slice.ts";

/** A card just swiped, if it is one of the customer's: screens opened from here need no other. */
export function swipedCard(
  { cards }: CustomerView,
  swipe: ReadSwipe | undefined,
): CardView | undefined {
  return swipe?.card === undefined ? undefined : cards.find(({ id }) => id === swipe.card);
}

/**
 * What the customer most likely came for, likeliest first: what the swiped card asks for, then
 * what is open, then what anybody may come for.
 */
export function nextSteps(customer: CustomerView, swipe: ReadSwipe | undefined): readonly Way[] {
  return [
    ...bySwipe(customer, swipe),
    ...openCases(customer).flatMap(waysOf),
    ...customer.orders
      .filter(({ status, purpose }) => status === "arrived" && purpose === "exchange")
      .map(({ id }) => ({ code: "3004" as const, subject: { order: id } })),
    ...general(customer),
  ];
}

function bySwipe(customer: CustomerView, swipe: ReadSwipe | undefined): readonly Way[] {
  const card = swipedCard(customer, swipe);
  if (!swipe || !card) return [];

  const subject = { card: card.id, swipe: swipe.ref };
  switch (swipe.verdict) {
    case "inactive":
      return [{ code: "3002", subject }];
    case "reported-lost":
      return openCases(customer)
        .filter((lossCase) => lossCase.card === card.id && lossCase.possible.includes("4006"))
        .map(({ number }) => ({ code: "4006", subject: { ...subject, lossCase: number } }));
    case "current":
      return [{ code: "3012", subject }];
    case "expired":
      return [{ code: "3003", subject }];
    default:
      return swipe.retain ? [{ code: "3009", subject }] : [];
  }
}

/** Without the swipe: what does not hang on it. */
function general(customer: CustomerView): readonly Way[] {
  const canReport = customer.cards.some(isReportable(customer, ["card"]));
  const hasAccount = customer.accounts.some(({ life }) => life === "open");
  return [
    ...(canReport ? ([{ code: "4001" }, { code: "4002" }] as const) : []),
    ...(hasAccount ? ([{ code: "3011" }, { code: "3012" }] as const) : []),
  ];
}
