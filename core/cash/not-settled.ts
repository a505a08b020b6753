import type { Books } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { type Box, type BoxId, heldIn, keepsBoxes } from "#core/cash/box.ts";

/** Cash that still has to be seen to before the day can end (C03, C04). */
export interface CashNotSettled {
  readonly code:
    | "box-open"
    | "box-difference"
    /** Counted and right, and not closed yet. */
    | "box-not-closed"
    | "vault-not-counted"
    | "vault-difference";
  readonly box: BoxId;
}

/**
 * What of the branch's cash is not settled on `date`: boxes that are not closed, differences that are
 * not booked, and a vault with cash in it that was not counted since anything moved there (C03).
 */
export function cashNotSettled(books: Books, date: BusinessDate): readonly CashNotSettled[] {
  if (!keepsBoxes(books)) return [];
  return [...boxesNotSettled(books), ...vaultNotSettled(books, date)];
}

const leftBy = {
  open: "box-open",
  difference: "box-difference",
  balanced: "box-not-closed",
} as const satisfies Partial<Record<Box["status"], CashNotSettled["code"]>>;

function boxesNotSettled(books: Books): readonly CashNotSettled[] {
  return books.all("box").flatMap(({ id, status }) => {
    if (id === "vault" || status === "closed") return [];
    return [{ code: leftBy[status], box: id }];
  });
}

function vaultNotSettled(books: Books, date: BusinessDate): readonly CashNotSettled[] {
  const box = "vault";
  const vault = books.find("box", box);
  if (vault?.status === "difference") return [{ code: "vault-difference", box }];
  const isCounted = vault?.status === "balanced" && vault.count?.date === date;
  const isEmpty = !vault && heldIn(books, box) === 0;
  return isCounted || isEmpty ? [] : [{ code: "vault-not-counted", box }];
}
