import type { Account } from "#core/account/account.ts";
import { type BusinessDate, daysBetween } from "#core/calendar/business-date.ts";
import { type Fen, fen, type SignedFen, signedFen } from "#core/money/fen.ts";

/** 活期利率: the demand rate as parts per million a year (0.05 % is 500), on a 360-day year. */
export const DEMAND_RATE_PPM = 500;

/** The account after money moved on `today`, its interest product brought up to that day (积数法). */
export function accountAfterMoney(
  account: Account,
  amount: SignedFen,
  today: BusinessDate,
): Account {
  return {
    ...account,
    balance: signedFen(account.balance + amount),
    interestProduct: productOn(account, today),
    lastMovedOn: today,
  };
}

/** 应付利息: the interest due when the account is closed on `today`, in whole fen. */
export function interestOn(account: Account, today: BusinessDate): Fen {
  // Big integers, because fen-days times the rate leaves 2^53 behind on a rich account.
  const scaled = BigInt(productOn(account, today)) * BigInt(DEMAND_RATE_PPM);
  const year = 360n * 1_000_000n;
  return fen(Number((scaled + year / 2n) / year));
}

function productOn(account: Account, today: BusinessDate): number {
  const days = Math.max(0, daysBetween(account.lastMovedOn, today));
  return account.interestProduct + Math.max(0, account.balance) * days;
}
