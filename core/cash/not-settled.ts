import type { Books } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type Box, heldIn, keepsBoxes } from "#core/cash/box.ts";
import type { OpenItem } from "#core/day/open-item.ts";

/**
 * What of the branch's cash is not settled on `date`: boxes that are not counted or not closed,
 * differences that are not booked, and a vault with cash in it that was not counted since anything moved
 * there (C03).
 */
export function cashNotSettled(books: Books, date: BusinessDate): readonly OpenItem[] {
  if (!keepsBoxes(books)) return [];
  return [...boxesNotSettled(books), ...vaultNotSettled(books, date)];
}

/** What a box waits for next, by where it stands. */
const next = {
  open: "cash-uncounted",
  difference: "cash-difference",
  balanced: "box-open",
} as const satisfies Partial<Record<Box["status"], OpenItem["what"]>>;

function boxesNotSettled(books: Books): readonly OpenItem[] {
  return books.all("box").flatMap(({ id, status }) => {
    if (id === "vault" || status === "closed") return [];
    return [{ what: next[status], whose: id }];
  });
}

function vaultNotSettled(books: Books, date: BusinessDate): readonly OpenItem[] {
  const whose = "vault";
  const vault = books.find("box", whose);
  if (vault?.status === "difference") return [{ what: "cash-difference", whose }];
  const isCounted = vault?.status === "balanced" && vault.count?.date === date;
  const isEmpty = !vault && heldIn(books, whose) === 0;
  return isCounted || isEmpty ? [] : [{ what: "cash-uncounted", whose }];
}
