import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type SmsContext, tell } from "#core/commands/one-time-codes.ts";
import { reachedOn } from "#core/commands/wallet/wallet-file.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { formatFen } from "#core/money/fen.ts";
import type { Wallet } from "#core/wallet/wallet.ts";
import { isToBeReminded } from "#core/wallet/wallet-bill.ts";

/**
 * 到期提醒 (W01): every bill whose day has come is told to its customer, once, however long the program
 * was closed. It can still be paid afterwards; nothing is ever paid by the clock.
 */
export function settleBills({
  books: before,
  now,
  today,
}: Pick<SmsContext, "books" | "now"> & { readonly today: BusinessDate }): readonly Entry[] {
  let books = before;
  const settled: Entry[] = [];
  for (const wallet of before.all("wallet")) {
    if (wallet.life === "closed") continue;
    const customer = known(before.find("customer", wallet.customer), "a wallet has an owner");
    for (const { id: bill, biller, amount, dueOn } of dueIn(wallet, today)) {
      const values = { payee: biller, amount: formatFen(amount), due: dueOn };
      const to = reachedOn({ wallet, customer });
      const reminded: readonly Entry[] = [
        { type: "wallet.bill-reminded", wallet: wallet.id, bill },
        tell("wallet.bill-due", { customer: customer.id, to, values }, { books, now }),
      ];
      // Each message is numbered after the one before.
      const changes = changesOfAll(books, reminded, { recordedAt: now, businessDate: today });
      books = booksAfter(changes, books);
      settled.push(...reminded);
    }
  }
  return settled;
}

function dueIn({ bills }: Wallet, today: BusinessDate): Wallet["bills"] {
  return bills.filter((bill) => isToBeReminded(bill, today));
}
