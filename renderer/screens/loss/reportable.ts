import type { CardView, CustomerView } from "#core/contract/customer-view.ts";
import type { LossKind } from "#core/loss/loss-case.ts";
import { openCases, waysOf } from "#renderer/screens/loss/case-reasons.ts";
import type { WhyNot } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";

/** Cards worth offering for a loss report of one of `kinds`; the rules decide in the end. */
export function isReportable(
  customer: CustomerView | undefined,
  kinds: readonly LossKind[],
): (card: CardView) => boolean {
  return ({ id, life }) => {
    if (life !== "active" && life !== "issued-inactive") return false;

    const taken = customer ? openCases(customer).filter(({ card }) => card === id) : [];
    return kinds.some((kind) => taken.every((one) => !overlaps(one.kind, kind)));
  };
}

/** A double loss takes both kinds. */
function overlaps(one: LossKind, other: LossKind): boolean {
  return one === other || one === "both" || other === "both";
}

/** The card that must be the lost one: the only one to report beside that which was just swiped. */
export function useLikelyLost(kinds: readonly LossKind[]): string | undefined {
  const customer = useTeller((teller) => teller.customer);
  const swiped = useTeller((teller) => teller.swipe?.card);
  const missing = customer?.cards.filter(
    (card) => card.id !== swiped && isReportable(customer, kinds)(card),
  );
  return missing?.length === 1 ? missing[0]?.id : undefined;
}

/** Why no card of the customer can be reported lost, and what can be done with the open cases. */
export function noCardToReport(kinds: readonly LossKind[]): WhyNot {
  return (customer, words, here) => {
    if (customer.cards.some(isReportable(customer, kinds))) return [];

    const open = openCases(customer);
    if (open.length === 0) {
      return [{ text: words("loss:why.no-card"), ways: [{ code: "9002" }, { code: "2001" }] }];
    }
    return open.map((lossCase) => ({
      text: words("loss:why.reported", {
        number: lossCase.number,
        card: lossCase.cardNumber,
        status: words(`noun:status.${lossCase.status}`),
      }),
      ways: waysOf(lossCase, here),
    }));
  };
}
