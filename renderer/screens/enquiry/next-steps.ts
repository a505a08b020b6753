import type { CardView, CustomerView, LossCaseView } from "#core/contract/customer-view.ts";
import { withSwipe } from "#renderer/screens/e-bank/e-bank-ways.ts";
import { openCases, waysOf } from "#renderer/screens/loss/case-reasons.ts";
import { isReportable } from "#renderer/screens/loss/reportable.ts";
import type { Way } from "#renderer/screens/open-keys.tsx";
import { needsReissue, presentCard } from "#renderer/screens/password-card/card-state.ts";
import type { ReadSwipe } from "#renderer/store/swipe-slice.ts";

/** What the customer most likely came for, apart from open cases: first what the card just swiped asks for. */
export function nextSteps(
  customer: CustomerView,
  swipe: ReadSwipe | undefined,
  today: string,
): readonly Way[] {
  const swiped = bySwipe(customer, swipe);
  const reissue = withSwipe(byPasswordCard(customer, today), customer, swipe);
  // A card in use says nothing of what its holder wants; a password card at its end does.
  const first = swipe?.verdict === "current" ? [...reissue, ...swiped] : [...swiped, ...reissue];
  const ways = [...first, ...general(customer)];
  return ways.filter((way, at) => ways.findIndex(({ code }) => code === way.code) === at);
}

/**
 * What can be done with an open case. The lost card on the counter means that it was found, so its
 * withdrawal comes first and needs no other swipe (T12).
 */
export function stepsOf(
  lossCase: LossCaseView,
  swipe: ReadSwipe | undefined,
  here: string,
): readonly Way[] {
  const ways = waysOf(lossCase, here);
  if (swipe?.card !== lossCase.card || swipe.verdict !== "reported-lost") return ways;

  return [
    ...ways
      .filter(({ code }) => code === "4006")
      .map(({ code, subject }) => ({ code, subject: { ...subject, swipe: swipe.ref } })),
    ...ways.filter(({ code }) => code !== "4006"),
  ];
}

/** Which keys have the focus first: those of the card just swiped, else those of open cases. */
export function firstKeys(
  customer: CustomerView,
  swipe: ReadSwipe | undefined,
  here: string,
): "cases" | "steps" {
  const [first] = openCases(customer);
  const hasCase = first !== undefined && waysOf(first, here).length > 0;
  return hasCase && bySwipe(customer, swipe).length === 0 ? "cases" : "steps";
}

function swipedCard({ cards }: CustomerView, swipe: ReadSwipe | undefined): CardView | undefined {
  return swipe?.card === undefined ? undefined : cards.find(({ id }) => id === swipe.card);
}

function bySwipe(customer: CustomerView, swipe: ReadSwipe | undefined): readonly Way[] {
  const card = swipedCard(customer, swipe);
  if (!swipe || !card) return [];

  const subject = { card: card.id, swipe: swipe.ref };
  switch (swipe.verdict) {
    case "inactive":
      return [{ code: "3002", subject }];
    case "current":
      return [
        { code: "3012", subject },
        { code: "3003", subject },
      ];
    case "expired":
      return [{ code: "3003", subject }];
    case "retained":
      return [{ code: "3014", subject }];
    default:
      return swipe.retain ? [{ code: "3009", subject }] : [];
  }
}

/** Whose password card confirms nothing any more has most likely come for another one (P15, P18). */
function byPasswordCard(customer: CustomerView, today: string): readonly Way[] {
  const card = presentCard(customer);
  if (!card || !needsReissue(card, today)) return [];
  return [{ code: "5002", subject: { passwordCard: card.id } }];
}

/** What anybody with such cards and accounts may come for; a made card is handed over below. */
function general(customer: CustomerView): readonly Way[] {
  const canReport = customer.cards.some(isReportable(customer, ["card"]));
  const isAsleep = customer.accounts.some(({ dormant }) => dormant);
  const hasAccount = customer.accounts.some(({ life }) => life === "open");
  return [
    ...(canReport ? ([{ code: "4001" }, { code: "4002" }] as const) : []),
    ...(isAsleep ? ([{ code: "6010" }] as const) : []),
    ...(hasAccount ? ([{ code: "3011" }, { code: "3012" }, { code: "3013" }] as const) : []),
    ...(hasAccount ? ([{ code: "6008" }] as const) : []),
  ];
}
