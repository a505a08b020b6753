import type { CustomerSlice } from "#renderer/customer/store/customer-store.ts";

/** What the customer's window may play, in the order in which it offers it. */
export const places = ["counter", "internet-bank", "shop", "wap-bank", "card"] as const;
export type Place = (typeof places)[number];

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
