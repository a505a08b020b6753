import { accountAfterMoney } from "#core/account/interest.ts";
import type { Postings } from "#core/account/posting.ts";
import { type Books, type Change, put } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { signedFen } from "#core/money/fen.ts";

/** The balances after a posting; one leg per account is summed before it is put down. */
export function postMoney(
  books: Books,
  postings: Postings,
  today: BusinessDate,
): readonly Change[] {
  const sums = new Map<string, number>();
  for (const { account, amount } of postings) {
    sums.set(account, (sums.get(account) ?? 0) + amount);
  }

  return [...sums].map(([id, amount]) => {
    const account = books.find("account", id);
    if (account) return put("account", id, accountAfterMoney(account, signedFen(amount), today));

    const before = books.find("branchBalance", id)?.balance ?? 0;
    return put("branchBalance", id, { id, balance: signedFen(before + amount) });
  });
}
