import type { TransactionCode } from "#core/contract/transactions.ts";

/** Codes that open a screen without posting anything: sign-off, lock and the queries (5.7). */
type QueryCode =
  | "1002"
  | "1003"
  | "1004"
  | "2001"
  | "3010"
  | "3015"
  | "4010"
  | "5004"
  | "6011"
  | "9001"
  | "9002"
  | "9009";

/** Every code that the code box and the palette know. */
export type ScreenCode = TransactionCode | QueryCode;
