import type { CardView } from "#core/contract/customer-view.ts";
import { CardPinField } from "#renderer/screens/e-bank/registered-card.tsx";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { CardField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { SwipeField } from "#renderer/transaction/swipe-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";

/** 3002 卡激活: the holder, the document, the card itself and its PIN (5.1). */
export function ActivateCard() {
  return (
    <Suited code="3002" whyNot={whyNot}>
      <TransactionScreen code="3002">
        <CardField only={isInactive} />
        <SwipeField name="swipe" />
        <IdentityField />
        <CardPinField />
      </TransactionScreen>
    </Suited>
  );
}

function isInactive({ life, loss }: CardView): boolean {
  return life === "issued-inactive" && loss === "none";
}

const whyNot: WhyNot = ({ cards, orders }, words) => {
  if (cards.some(isInactive)) return [];

  const reported = cards.filter(({ life }) => life === "issued-inactive");
  const waiting = orders.filter(({ status }) => status === "arrived");
  return [
    ...reported.map(({ number }) => ({
      text: words("card:activate.reported", { card: number }),
      ways: [{ code: "4006" as const }],
    })),
    ...waiting.map(({ id }) => ({
      text: words("card:activate.made", { order: id }),
      ways: [{ code: "3004" as const, subject: { order: id } }],
    })),
    ...(reported.length + waiting.length > 0
      ? []
      : [{ text: words("card:activate.none"), ways: [{ code: "9002" as const }] }]),
  ];
};
