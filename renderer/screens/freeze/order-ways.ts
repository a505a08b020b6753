import type { FreezeOrderView, OtherHoldView } from "#core/contract/freeze-view.ts";
import type { Way } from "#renderer/screens/open-keys.tsx";

/** What can be done with an order today, by somebody who does more than look. */
export function orderWays(
  { id, account, possible }: FreezeOrderView,
  assistance: "none" | "sees" | "assists",
): readonly Way[] {
  if (assistance !== "assists") return [];
  return possible.map((code) => ({ code, subject: { order: id, account } }));
}

/** How a hold that is no order is lifted, where it was placed (5.4). */
export function holdWays(
  { id, lossCase, possible }: OtherHoldView,
  customer: string,
): readonly Way[] {
  const subject = lossCase === undefined ? { hold: id } : { lossCase };
  return possible.map((code) => ({ code, subject, customer }));
}
