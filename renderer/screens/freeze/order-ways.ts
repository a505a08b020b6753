import type { FreezeOrderView, OtherHoldView } from "#core/contract/freeze-view.ts";
import type { Way } from "#renderer/screens/open-keys.tsx";
import type { Subject } from "#renderer/store/place-slice.ts";

/** What can be done with an order today, by somebody who does more than look. */
export function orderWays(
  { id, account, possible }: FreezeOrderView,
  assistance: "none" | "sees" | "assists",
  from: NonNullable<Subject["from"]>,
): readonly Way[] {
  if (assistance !== "assists") return [];
  return possible.map((code) => ({ code, subject: { order: id, account, from } }));
}

/** How a hold that is no order is lifted, where it was placed (5.4). */
export function holdWays(
  { id, lossCase, possible }: OtherHoldView,
  customer: string,
): readonly Way[] {
  const subject = lossCase === undefined ? { hold: id } : { lossCase };
  return possible.map((code) => ({ code, subject, customer }));
}
