import type { LookCode } from "#core/contract/look-codes.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";

/** Every code that the code box and the palette know. */
export type ScreenCode = TransactionCode | LookCode;
