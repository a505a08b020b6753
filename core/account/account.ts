import { z } from "zod";
import { BranchCode } from "#core/branch/branch.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { SignedFen } from "#core/money/fen.ts";

/** A customer's account is known inside the workstation by an opaque reference. */
export const AccountId = z
  .string()
  .regex(/^a-\d+$/)
  .brand<"AccountId">();
export type AccountId = z.infer<typeof AccountId>;

/** 账户种类: what kind of account it is. */
export const AccountProduct = z.enum(["demand-savings", "settlement", "time-deposit"]);

/** 账户: money kept for a customer. What it may do is derived from life, holds and time. */
export const Account = z
  .object({
    id: AccountId,
    number: z.string().regex(/^\d{12,21}$/),
    customer: CustomerId,
    branch: BranchCode,
    product: AccountProduct,
    openedOn: BusinessDate,
    /** 到期日 of a time deposit; drawn sooner it earns the demand rate. */
    maturesOn: BusinessDate.optional(),
    /** 支取方式: what the customer must show to draw money. */
    drawMethod: z.enum(["pin", "document"]),
    life: z.enum(["open", "closed"]),
    balance: SignedFen,
    lastMovedOn: BusinessDate,
    /** 睡眠户: set where money moved while it slept, for only its holder wakes it (3.6). */
    asleep: z.literal(true).optional(),
    /** 积数: the sum of balance times days since the last interest, in fen-days. */
    interestProduct: z.int().min(0),
    /**
     * How it stood before its first movement of the day `lastMovedOn`, and how many movements of that
     * day stand: what is put back when the last of them is reversed (C06).
     */
    dayStart: z
      .object({
        lastMovedOn: BusinessDate,
        interestProduct: z.int().min(0),
        asleep: z.literal(true).optional(),
        moves: z.int().min(1),
      })
      .readonly()
      .optional(),
  })
  .readonly();
export type Account = z.infer<typeof Account>;

/** Why an account will not do what is asked. */
export type AccountRefusal =
  | { readonly code: "account.unknown" }
  | { readonly code: "account.closed" }
  /** 不收不付 and 只收不付: of both the former is named (3.5). */
  | { readonly code: "account.full-blocked" }
  | { readonly code: "account.debit-blocked" }
  | { readonly code: "account.credit-blocked" }
  | { readonly code: "account.short"; readonly available: number }
  /** 暂停非柜面业务: money leaves it at the counter only (3.5). */
  | { readonly code: "account.counter-only" }
  | { readonly code: "account.judicial-freeze" }
  /** 睡眠户 (3.6): nothing leaves it until its holder has activated it. */
  | { readonly code: "account.dormant" };
