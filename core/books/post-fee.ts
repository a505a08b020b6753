import { type Books, type Change, put } from "#core/books/books.ts";
import { recordOf } from "#core/books/record-of.ts";
import type { FeeEntry } from "#core/fee/fee-entry.ts";

/** Fees that are owed after `entry` (C07, 9007). */
export function postFee(books: Books, entry: FeeEntry): readonly Change[] {
  switch (entry.type) {
    case "fee.owed":
      return [put("owedFee", entry.fee.id, entry.fee)];
    case "fee.settled": {
      const fee = recordOf(books, "owedFee", entry.fee);
      return [put("owedFee", fee.id, { ...fee, status: entry.status })];
    }
    case "fee.owed-again": {
      const fee = recordOf(books, "owedFee", entry.fee);
      return [put("owedFee", fee.id, { ...fee, status: "owed" })];
    }
    case "fee.waived":
      return []; // Nothing was booked: the journal itself says what was let off.
  }
}
