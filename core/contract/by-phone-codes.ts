import type { TransactionCode } from "#core/contract/transactions.ts";

/** The transactions a caller may ask for (W12, T03, O10); the screen of 7201 offers these. */
export const byPhoneCodes = [
  "4001",
  "6008",
  "7003",
  "7101",
] as const satisfies readonly TransactionCode[];
