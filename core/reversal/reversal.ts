import { z } from "zod";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";
import type { Standing } from "#core/reversal/undoing.ts";
import type { Serial } from "#core/voucher/stock.ts";

/** What of a posting is undone: all that it did, or the fee alone that was taken with it. */
export const ReversalPart = z.enum(["whole", "fee"]);
export type ReversalPart = z.infer<typeof ReversalPart>;

/** 冲正原因: why a posting of today is undone. */
export const ReversalReason = z.enum([
  "amount-wrong",
  "account-wrong",
  "keyed-twice",
  "fee-wrong",
  "other",
]);
export type ReversalReason = z.infer<typeof ReversalReason>;

/** Why a posting cannot be undone by 1106, and so what is done instead (C06, R08). */
export type ReversalRefusal =
  /** No transaction of the counter bears this journal number, or none that was posted. */
  | { readonly code: "reversal.unknown" }
  | { readonly code: "reversal.of-reversal" }
  | { readonly code: "reversal.already"; readonly by: number }
  /** Another day's mistake is put right on a later day by 红字/蓝字, at A3. */
  | { readonly code: "reversal.not-today"; readonly date: BusinessDate }
  | { readonly code: "reversal.has-own-opposite"; readonly opposite: TransactionCode }
  | { readonly code: "reversal.stands"; readonly why: Standing }
  | { readonly code: "reversal.no-fee" }
  /** Other money followed: less can be taken back than was put there. */
  | { readonly code: "reversal.spent"; readonly available: number }
  | { readonly code: "reversal.account-closed" }
  /** It is on its way to another bank, and only that bank can give it back. */
  | { readonly code: "reversal.left-the-bank" }
  | { readonly code: "reversal.box-short"; readonly box: string; readonly held: number }
  /** Pieces that were drawn have been used or drawn on: these are not all in the box. */
  | { readonly code: "reversal.pieces-gone"; readonly first: Serial; readonly last: Serial };
