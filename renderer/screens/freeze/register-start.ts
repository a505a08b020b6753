import type { FreezeFilter } from "#core/contract/contract.ts";

/** An order whose end lies within so many days is ending: its organ may still renew it (F11). */
export const ENDING_DAYS = 7;

/** What of the register is shown first, and what where it is opened for the orders that are ending. */
export const registerStart = {
  plain: { show: "in-force", days: ENDING_DAYS, text: "" },
  ending: { show: "ending", days: ENDING_DAYS, text: "" },
} as const satisfies Readonly<Record<string, FreezeFilter>>;
