import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { FeeKind } from "#core/fee/fee-table.ts";
import { Fen } from "#core/money/fen.ts";

/** The reference of a fee that is owed. */
export const OwedFeeId = z
  .string()
  .regex(/^u-\d+$/)
  .brand<"OwedFeeId">();
export type OwedFeeId = z.infer<typeof OwedFeeId>;

/** 欠费: a fee that was booked as owed, and what became of it (C07). */
export const OwedFee = z
  .object({
    id: OwedFeeId,
    customer: CustomerId,
    /** The account that it was owed for. */
    account: AccountId,
    kind: FeeKind,
    amount: Fen,
    owedOn: BusinessDate,
    /** The slip on which it stands. */
    slip: z.string().max(20),
    /** `cancelled` is by 1106: the fee itself was wrong. */
    status: z.enum(["owed", "collected", "waived", "cancelled"]),
  })
  .readonly();
export type OwedFee = z.infer<typeof OwedFee>;

/** Why a fee is not taken, collected or let off. */
export type FeeRefusal =
  | { readonly code: "fee.unknown" }
  /** Never twice: it was collected, let off, or cancelled with its posting. */
  | { readonly code: "fee.settled"; readonly status: Exclude<OwedFee["status"], "owed"> }
  /** 减免 only in words (3.13). */
  | { readonly code: "fee.waiver-words" }
  | { readonly code: "fee.other-account" };
