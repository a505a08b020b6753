import type { Account } from "#core/account/account.ts";
import { type BusinessDate, daysBetween } from "#core/calendar/business-date.ts";
import { known } from "#core/kernel/assert.ts";
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
    dayStart: dayStartAfter(account, today),
  };
}

/**
 * The account after one movement of its last day was undone (C06): `amount` is the opposite of it.
 *
 * The movements of one day all find the same days behind them, so it does not matter which is undone:
 * while another one of that day stands, days and interest stand, and with the last they go back.
 */
export function accountAfterReversal(account: Account, amount: SignedFen): Account {
  const { asleep: _asleep, dayStart, ...rest } = account;
  const { moves, ...start } = known(dayStart, "only an account that moved has a movement undone");
  const balance = signedFen(account.balance + amount);
  return moves > 1
    ? { ...account, balance, dayStart: { ...start, moves: moves - 1 } }
    : { ...rest, ...start, balance };
}

function dayStartAfter(account: Account, today: BusinessDate): NonNullable<Account["dayStart"]> {
  const { asleep, dayStart, interestProduct, lastMovedOn } = account;
  return lastMovedOn === today && dayStart
    ? { ...dayStart, moves: dayStart.moves + 1 }
    : { lastMovedOn, interestProduct, ...(asleep ? { asleep } : {}), moves: 1 };
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
