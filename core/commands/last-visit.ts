import type { BusinessDate } from "#core/calendar/business-date.ts";
import { TransactionCode } from "#core/contract/transactions.ts";
import type { Batch } from "#core/journal/batch.ts";

/**
 * 最近一次到网点: the last day on which something was done at the counter with a customer there. What
 * came by telephone, what the clock did and what somebody only asked about is no visit.
 */
export function lastVisit(concerning: readonly Batch[]): BusinessDate | undefined {
  const days = concerning.filter(isVisit).map(({ businessDate }) => businessDate);
  return days.sort().at(-1);
}

function isVisit({ teller, code, entries, outcome }: Batch): boolean {
  const isOfCounter = TransactionCode.safeParse(code).success && teller !== "system";
  const isRefused = entries.some(({ type }) => type === "request.refused");
  const isByPhone = outcome?.facts.some(
    (fact) => fact.kind === "term" && fact.term === "channel.phone",
  );
  return isOfCounter && code !== "7201" && !isRefused && !isByPhone;
}
