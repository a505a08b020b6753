import { type Books, type Change, put } from "#core/books/books.ts";
import { type EBankEntry, eBankAfter } from "#core/e-bank/e-bank-entry.ts";

/** A customer's electronic banking after `entry`. */
export function postEBank(books: Books, entry: EBankEntry): readonly Change[] {
  const bank = eBankAfter(books.find("eBank", entry.customer), entry);
  return [put("eBank", bank.id, bank)];
}
