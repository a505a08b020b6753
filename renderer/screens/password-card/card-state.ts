import type { CustomerView } from "#core/contract/customer-view.ts";
import type { PasswordCardView } from "#core/contract/password-card-view.ts";
import type { Way } from "#renderer/screens/open-keys.tsx";
import type { Words } from "#renderer/wording/words.ts";

/** The customer's present password card, whatever its state (P09). */
export function presentCard({ passwordCards }: CustomerView): PasswordCardView | undefined {
  return passwordCards.find(({ life }) => life !== "void");
}

/** Whether the card was issued with a validity that is over (O06). */
export function isPastValidity({ expiresOn }: PasswordCardView, today: string): boolean {
  return expiresOn !== undefined && expiresOn < today;
}

/** What stands in the way of the card's use, and what cures it: nothing where all is well. */
export function curesOf(card: PasswordCardView, today: string, words: Words): readonly string[] {
  const { life, lock, isToRemind } = card;
  return [
    ...(lock === "hard" ? [words("passwordCard:cure.hard")] : []),
    ...(lock === "day" ? [words("passwordCard:cure.day")] : []),
    ...(life === "issued-inactive" ? [words("passwordCard:cure.inactive")] : []),
    ...(life === "exhausted" ? [words("passwordCard:cure.exhausted")] : []),
    ...(isPastValidity(card, today) ? [words("passwordCard:cure.expired")] : []),
    ...(life !== "exhausted" && isToRemind ? [words("passwordCard:cure.remind")] : []),
  ];
}

/** Whether the customer can go on with nothing but another card (P15, P18). */
export function needsReissue(card: PasswordCardView, today: string): boolean {
  return card.lock === "hard" || card.life === "exhausted" || isPastValidity(card, today);
}

/** What can be done about a customer's password card, the likeliest first. */
export function cardWays(customer: CustomerView): readonly Way[] {
  const card = presentCard(customer);
  const { channels, medium } = customer.eBank;
  if (card) {
    const subject = { passwordCard: card.id };
    return [
      { code: "5002", subject },
      { code: "5004", subject },
      { code: "5003", subject },
    ];
  }
  if (medium === "usb-key") return [];
  const isNetworked = channels.includes("internet-bank") || channels.includes("wap-bank");
  const old = customer.passwordCards.length > 0 || isNetworked ? [{ code: "5004" } as const] : [];
  return [{ code: "5001" }, ...old];
}

/** A chance in thousandths as people say it: 381 is 38.1 %. */
export function percentOf(permille: number): string {
  return `${(permille / 10).toFixed(1)} %`;
}
