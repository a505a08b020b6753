import { z } from "zod";
import { CustomerId } from "#core/customer/customer.ts";
import { FeeKind } from "#core/fee/fee-table.ts";
import { OwedFee, OwedFeeId } from "#core/fee/owed-fee.ts";
import { Fen } from "#core/money/fen.ts";

/** What can happen to fees besides money that moves (C07, 9007). */
export const FeeEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("fee.owed"), fee: OwedFee }).readonly(),
  /** 收取, 减免, or the end of it by 1106. */
  z
    .object({
      type: z.literal("fee.settled"),
      fee: OwedFeeId,
      status: z.enum(["collected", "waived", "cancelled"]),
      /** Why it was let off. */
      words: z.string().max(100).optional(),
    })
    .readonly(),
  /** What had settled it was reversed: it is owed again (C06). */
  z.object({ type: z.literal("fee.owed-again"), fee: OwedFeeId }).readonly(),
  /** 减免 at once: what would have been charged was not (3.13). It changes no record. */
  z
    .object({
      type: z.literal("fee.waived"),
      customer: CustomerId.optional(),
      kind: FeeKind,
      amount: Fen,
      words: z.string().max(100),
    })
    .readonly(),
]);
export type FeeEntry = z.infer<typeof FeeEntry>;
