import type { Parameters } from "#core/branch/parameters.ts";
import { addDays, type BusinessDate } from "#core/calendar/business-date.ts";
import type { ProductionOrder } from "#core/replacement/production-order.ts";

/** V10: whether a made card has waited longer for its holder than the branch keeps one. */
export function isUnclaimed(
  { status, arrivedOn }: ProductionOrder,
  today: BusinessDate,
  { unclaimedCardDays }: Pick<Parameters, "unclaimedCardDays">,
): boolean {
  return (
    status === "arrived" && arrivedOn !== undefined && addDays(arrivedOn, unclaimedCardDays) < today
  );
}
