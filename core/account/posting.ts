import { z } from "zod";
import { type Account, AccountId, type AccountRefusal } from "#core/account/account.ts";
import {
  availableBalance,
  type Hold,
  isCreditBlocked,
  isDebitBlocked,
  isFullyBlocked,
} from "#core/account/hold.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Fen, SignedFen, signedFen } from "#core/money/fen.ts";
import type { TellerId } from "#core/teller/teller.ts";
import { WalletId } from "#core/wallet/wallet-id.ts";

/**
 * An account of the branch itself: a teller's cash box or the vault's cash, what was counted over or
 * short, cash on its way to or from the central vault, fee income, fees owed, opening balances, and
 * what is on its way to other banks, shops and billers.
 */
export const BranchAccount = z
  .string()
  .regex(
    /^(cash:(\d{4}|vault)|cash-(over|short|in-transit)|fee-income|fees-owed|opening|interest-paid|clearing)$/,
  );

/**
 * One leg of a posting: on an account, on a customer's wallet, or on an account of the branch. A
 * positive amount is owed to the account's owner, a negative one taken.
 */
export const Posting = z
  .object({ account: z.union([AccountId, WalletId, BranchAccount]), amount: SignedFen })
  .readonly();
export type Posting = z.infer<typeof Posting>;

/** 分录: legs that sum to zero, so that money is never made or lost. */
export const Postings = z
  .array(Posting)
  .min(2)
  .max(20)
  .readonly()
  .refine((legs) => legs.reduce((sum, leg) => sum + leg.amount, 0) === 0, "postings sum to zero");
export type Postings = z.infer<typeof Postings>;

/** The account that stands for the cash in a teller's box (尾箱) or in the vault (金库). */
export function cashBox(box: TellerId | "vault"): string {
  return `cash:${box}`;
}

/** The box, a teller's or the vault, that an account of the branch stands for; undefined where none. */
export function boxOwner(account: string): string | undefined {
  const [kind, teller] = account.split(":");
  return kind === "cash" ? teller : undefined;
}

/** Money from `from` to `to`, in fen. */
export function transferOf(amount: Fen, from: string, to: string): Postings {
  return [
    { account: from, amount: signedFen(-amount) },
    { account: to, amount: signedFen(amount) },
  ];
}

/** Whether the account may be credited: loss and PIN do not matter, a full block does (L10). */
export function mayCredit(
  account: Account,
  holds: readonly Hold[],
): Result<Account, AccountRefusal> {
  if (account.life === "closed") return refuse({ code: "account.closed" });
  if (isCreditBlocked(holds)) return refuse({ code: "account.credit-blocked" });
  return accept(account);
}

/**
 * Whether `amount` may leave the account: a full block is named before a debit block (3.5), and
 * these before what is available (5.1).
 */
export function mayDebit(
  account: Account,
  holds: readonly Hold[],
  amount: Fen,
): Result<Account, AccountRefusal> {
  if (account.life === "closed") return refuse({ code: "account.closed" });
  if (isFullyBlocked(holds)) return refuse({ code: "account.full-blocked" });
  if (isDebitBlocked(holds)) return refuse({ code: "account.debit-blocked" });

  const available = availableBalance(account, holds);
  if (amount <= available) {
    return accept(account);
  } else {
    return refuse({ code: "account.short", available });
  }
}
