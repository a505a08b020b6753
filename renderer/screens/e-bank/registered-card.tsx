import { Form } from "antd";
import type { CardView, CustomerView } from "#core/contract/customer-view.ts";
import type { Reason } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { CardField } from "#renderer/transaction/customer-fields.tsx";
import { PinField } from "#renderer/transaction/pin-field.tsx";
import { SwipeField } from "#renderer/transaction/swipe-field.tsx";
import { useWords, type Words } from "#renderer/wording/words.ts";

type RelationKind = CustomerView["relations"][number]["kind"];

/** Internet and WAP bank hang on one card together (P09). */
export const networks: readonly RelationKind[] = ["internet-bank", "wap-bank"];

/** 注册卡: the card that the first of these services hangs on (P23, P31). */
export function registeredCard(
  { relations, cards }: CustomerView,
  services: readonly RelationKind[],
): CardView | undefined {
  const relation = services
    .map((service) => relations.find(({ kind }) => kind === service))
    .find((one) => one !== undefined);
  return cards.find(({ id }) => id === relation?.card);
}

/** Cards on which something new may hang, as far as the window knows; the rules decide. */
export function isUsable({ life, loss, expired }: CardView): boolean {
  return life === "active" && loss === "none" && !expired;
}

/** Why nothing can be done with the registered card now, if so. */
export function unusableRegistered(card: CardView | undefined, words: Words): readonly Reason[] {
  if (!card || isUsable(card)) return [];
  return [
    {
      text: words("eBank:registered.unusable", { card: card.number }),
      ways: [{ code: "9002", subject: { card: card.id } }],
    },
  ];
}

/** Registered card and its swipe; a service that hangs on none yet leaves the choice. */
export function RegisteredCardFields({ services }: { readonly services: readonly RelationKind[] }) {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer);
  const registered = customer && registeredCard(customer, services);
  return (
    <>
      <CardField
        label={words(registered ? "eBank:registered.card" : "eBank:card.label")}
        only={(card) => (registered ? card.id === registered.id : isUsable(card))}
      />
      <SwipeField name="swipe" label={words("kit:swipe.label")} />
    </>
  );
}

/** Whose PIN or password the pad asks for: that of the card chosen in the form around. */
function useChosenCard(): CardView | undefined {
  const card = Form.useWatch<string | undefined>("card", Form.useFormInstance());
  return useTeller((teller) => teller.customer?.cards.find(({ id }) => id === card));
}

/** The PIN of the chosen card's account. */
export function CardPinField() {
  const card = useChosenCard();
  return <PinField account={card?.account} card={card?.id} purpose="verify" />;
}

/** A login password that the customer chooses on the pad (R16); the counter never sees it. */
export function LoginPasswordField({ name = "password" }: { readonly name?: string | string[] }) {
  const card = useChosenCard();
  return <PinField name={name} account={card?.account} card={card?.id} purpose="new" of="e-bank" />;
}
