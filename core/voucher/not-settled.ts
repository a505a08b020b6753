import type { Books } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { OpenItem } from "#core/day/open-item.ts";
import { TellerId } from "#core/teller/teller.ts";
import type { Stock } from "#core/voucher/stock.ts";

/**
 * What of blank pieces keeps a day from ending (V05, C03, C04): kinds in a hand that was open today
 * and was not counted since pieces last moved in it, and counts with a difference that nobody has
 * registered.
 *
 * Open are the vault, the box of whoever is at work, and any box in which pieces moved today. A hand
 * that neither has nor had any of a kind today has nothing to count.
 */
export function stockNotSettled(books: Books, date: BusinessDate): readonly OpenItem[] {
  return books
    .all("stock")
    .filter((stock) => isOpen(stock, books, date))
    .flatMap((stock): readonly OpenItem[] => {
      const { count, holder, kind } = stock;
      const item = { whose: holder, which: kind };
      if (count?.date !== date) return [{ what: "stock-uncounted", ...item }];
      return count.missing.length + count.surplus.length > 0
        ? [{ what: "stock-difference", ...item }]
        : [];
    })
    .sort((one, other) => (`${one.whose}${one.which}` < `${other.whose}${other.which}` ? -1 : 1));
}

function isOpen({ holder, ranges, day }: Stock, books: Books, date: BusinessDate): boolean {
  const hasMoved = day?.date === date;
  if (holder === "vault") return hasMoved || ranges.length > 0;
  const teller = TellerId.safeParse(holder);
  if (!teller.success) return false;
  const isAtWork = (books.find("teller", teller.data)?.attendance ?? "off") !== "off";
  return hasMoved || (isAtWork && ranges.length > 0);
}
