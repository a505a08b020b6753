import type { CustomerSlice } from "#renderer/customer/store/customer-store.ts";

/** What the customer's window may play, in the order in which it offers it. */
export const places = [
  "counter",
  "internet-bank",
  "shop",
  "wap-bank",
  "card",
  "messages",
  "wallet",
  "checkout",
] as const;
export type Place = (typeof places)[number];

/** Whether a page is in view beside which the card may lie. */
export function isAtHome(place: Place): boolean {
  return place !== "counter" && place !== "card" && place !== "messages";
}

/** Where the customer is: at the counter, at home before a screen, or looking at her card. */
export interface PlaceSlice {
  readonly place: Place;
  /** Whether the card lies beside the page, so that both are in view. */
  readonly isCardBeside: boolean;
  readonly goTo: (place: Place) => void;
  readonly layCardBeside: (beside: boolean) => void;
}

export const placeSlice: CustomerSlice<PlaceSlice> = () => (set) => ({
  place: "counter",
  isCardBeside: false,
  goTo: (place) => set({ place }),
  layCardBeside: (isCardBeside) => set({ isCardBeside }),
});
