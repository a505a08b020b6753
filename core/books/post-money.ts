import type { Account } from "#core/account/account.ts";
import { isDormant } from "#core/account/dormancy.ts";
import { accountAfterMoney, accountAfterReversal } from "#core/account/interest.ts";
import type { Postings } from "#core/account/posting.ts";
import { type Books, type Change, put } from "#core/books/books.ts";
import { postBranchLeg } from "#core/books/post-cash.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import { type BusinessDate, daysBetween } from "#core/calendar/business-date.ts";
import { type SignedFen, signedFen } from "#core/money/fen.ts";
import type { Wallet } from "#core/wallet/wallet.ts";

/**
 * The balances after a posting; one leg per account is summed before it is put down. One that reverses
 * another takes that movement of the account's back with its days (C06).
 */
export function postMoney(
  books: Books,
  { postings, reverses }: { readonly postings: Postings; readonly reverses?: number | undefined },
  today: BusinessDate,
): readonly Change[] {
  const sums = new Map<string, number>();
  for (const { account, amount } of postings) {
    sums.set(account, (sums.get(account) ?? 0) + amount);
  }

  return [...sums].flatMap(([id, amount]) => {
    const account = books.find("account", id);
    if (account) {
      const after =
        reverses === undefined
          ? movedAccount(books, account, signedFen(amount), today)
          : accountAfterReversal(account, signedFen(amount));
      return [put("account", id, after)];
    }

    const wallet = books.find("wallet", id);
    if (wallet) return [put("wallet", id, walletMoved(wallet, signedFen(amount)))];

    const isReversal = reverses !== undefined;
    const leg = { id, amount: signedFen(amount) };
    return postBranchLeg(books, leg, { postings, isReversal, today });
  });
}

/** Money that moves for the first time makes a wallet an active one (5.5). */
function walletMoved(wallet: Wallet, amount: SignedFen): Wallet {
  const life = wallet.life === "real-name" ? "active" : wallet.life;
  return { ...wallet, life, balance: signedFen(wallet.balance + amount) };
}

/** No account sleeps sooner than after a year (dormantYears): the usual one needs no other look. */
const SLEEPS_AFTER_DAYS = 365;

/** An account that slept when money reached it sleeps on: else anybody's cent would wake it (3.6). */
function movedAccount(
  books: Books,
  account: Account,
  amount: SignedFen,
  today: BusinessDate,
): Account {
  const after = accountAfterMoney(account, amount, today);
  if (daysBetween(account.lastMovedOn, today) < SLEEPS_AFTER_DAYS) return after;

  const { parameters } = books.find("branch", "branch") ?? { parameters: defaultParameters };
  return isDormant(account, today, parameters) ? { ...after, asleep: true } : after;
}
