import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { HoldKind } from "#core/account/hold.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { TransactionCode } from "#core/contract/transactions.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { FreezeKindName } from "#core/freeze/freeze-kind.ts";
import { FreezeOrderId, FreezeScope, FreezeStatus } from "#core/freeze/freeze-order.ts";
import { Fen, SignedFen } from "#core/money/fen.ts";

// Only somebody with the duty of assistance is ever shown any of these (no tipping off).

/** One order as the register and the stack show it. */
export const FreezeOrderView = z
  .object({
    id: FreezeOrderId,
    kind: FreezeKindName,
    organ: z.string(),
    documentNumber: z.string(),
    officers: z.array(z.string()).readonly(),
    customer: CustomerId,
    customerName: z.string(),
    account: AccountId,
    accountNumber: z.string(),
    scope: FreezeScope,
    coversInterest: z.boolean(),
    /** What is still to be held, and what of it is held now. */
    rest: Fen,
    controlled: Fen,
    /** What of an amount in force or waiting is not held yet; absent for a whole account. */
    missing: Fen.optional(),
    deducted: Fen,
    status: FreezeStatus,
    /** Its place in the queue, from 1; absent unless it waits. */
    queue: z.int().optional(),
    deliveredAt: Instant,
    effectiveAt: Instant.optional(),
    endsAt: Instant.optional(),
    lastDay: BusinessDate.optional(),
    /** Whole days from today until its last day; 0 on the last day. */
    daysLeft: z.int().optional(),
    renewals: z
      .array(z.object({ from: Instant, endsAt: Instant, documentNumber: z.string() }).readonly())
      .readonly(),
    /** When it ended, if it is over; the moment at which it was released, deducted or called back. */
    endedAt: Instant.optional(),
    /** The paper by which its organ ended it, with who brought it; absent where its term ran out. */
    endedBy: z
      .object({ documentNumber: z.string(), officers: z.array(z.string()).readonly() })
      .readonly()
      .optional(),
    /** Transactions that the rules allow on it today. */
    possible: z.array(TransactionCode).readonly(),
    /** The others that change an order, each with the code of the refusal that it would meet. */
    impossible: z
      .array(z.object({ code: TransactionCode, refusal: z.string() }).readonly())
      .readonly(),
  })
  .readonly();
export type FreezeOrderView = z.infer<typeof FreezeOrderView>;

/** A hold that is no order: of a loss, of the customer, of the bank. */
export const OtherHoldView = z
  .object({
    id: z.string(),
    kind: HoldKind,
    source: z.enum(["loss", "customer", "bank"]),
    reason: z.string().optional(),
    lossCase: z.string().optional(),
    placedAt: Instant,
    possible: z.array(TransactionCode).readonly(),
  })
  .readonly();
export type OtherHoldView = z.infer<typeof OtherHoldView>;

/**
 * 冻结栈: everything that holds an account, and what it comes to. The slices of the bar add up to the
 * balance: controlled by each order in rank, then free.
 */
export const FreezeStackView = z
  .object({
    account: AccountId,
    accountNumber: z.string(),
    customer: CustomerId,
    customerName: z.string(),
    balance: SignedFen,
    available: Fen,
    slices: z
      .array(z.object({ order: FreezeOrderId.optional(), amount: Fen }).readonly())
      .readonly(),
    orders: z.array(FreezeOrderView).readonly(),
    holds: z.array(OtherHoldView).readonly(),
  })
  .readonly();
export type FreezeStackView = z.infer<typeof FreezeStackView>;
