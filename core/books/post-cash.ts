import { boxOwner, type Postings } from "#core/account/posting.ts";
import { type Books, type BranchBalance, type Change, put } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type Box, keepsBoxes } from "#core/cash/box.ts";
import { cashDayAfter } from "#core/cash/cash-day.ts";
import { boxAfter, type CashEntry } from "#core/cash/cash-entry.ts";
import { type SignedFen, signedFen } from "#core/money/fen.ts";

/** A box after a step in its day (5.6). */
export function postCash(books: Books, entry: CashEntry): readonly Change[] {
  return [put("box", entry.box, boxAfter(books.find("box", entry.box), entry))];
}

/**
 * An account of the branch after one leg of a posting, in fen. What stands for cash keeps the day of
 * its box as well (C02), and in the vault the last count is one of before from then on.
 */
export function postBranchLeg(
  books: Books,
  { id, amount }: { readonly id: string; readonly amount: SignedFen },
  posting: {
    readonly postings: Postings;
    readonly isReversal: boolean;
    readonly today: BusinessDate;
  },
): readonly Change[] {
  const before: BranchBalance = books.find("branchBalance", id) ?? { id, balance: signedFen(0) };
  const after = { ...before, balance: signedFen(before.balance + amount) };
  const isCash = boxOwner(id) !== undefined;
  if (!isCash || amount === 0 || !keepsBoxes(books)) return [put("branchBalance", id, after)];

  const held = signedFen(0 - before.balance);
  const { today: date, ...rest } = posting;
  const day = cashDayAfter(before.day, { ...rest, date, held, amount });
  return [put("branchBalance", id, { ...after, day }), ...vaultTouched(books, id)];
}

function vaultTouched(books: Books, account: string): readonly Change[] {
  const vault = books.find("box", "vault");
  if (account !== "cash:vault" || vault?.status !== "balanced") return [];
  const { count: _before, ...touched }: Box = vault;
  return [put("box", "vault", { ...touched, status: "open" })];
}
