import type { Account } from "#core/account/account.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";

/** Whether a deposit's day has come: from that day on it is not drawn early any more (P07). */
export function isMatured({ maturesOn }: Account, today: BusinessDate): boolean {
  return maturesOn !== undefined && maturesOn <= today;
}
