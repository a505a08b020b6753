import { parkedStillWaiting } from "#core/authorisation/parked-still-waiting.ts";
import type { Books } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { cashNotSettled } from "#core/cash/not-settled.ts";
import type { OpenItem } from "#core/day/open-item.ts";
import { known } from "#core/kernel/assert.ts";
import type { Slip } from "#core/slip/slip.ts";
import { nextSlipNumber } from "#core/slip/slip-number.ts";
import type { TellerId } from "#core/teller/teller.ts";
import { stockNotSettled } from "#core/voucher/not-settled.ts";

/** Whoever is still signed on, or has only locked the counter, besides one (C03). */
export function peopleStillOn(books: Books, besides: TellerId): readonly OpenItem[] {
  return books
    .all("teller")
    .filter(({ id, attendance }) => id !== besides && attendance !== "off")
    .map(({ id }) => ({ what: "teller-on", whose: id }));
}

/** Slips of today that no printer has ever given out; one that was undone proves nothing (C04). */
export function slipsUnprinted(books: Books, today: BusinessDate): readonly OpenItem[] {
  return slipsOf(books, today)
    .filter(({ prints, status }) => prints === 0 && status === "valid")
    .map(({ number, teller }) => ({ what: "slip-unprinted", whose: teller, which: number }));
}

/** The slips of a day that is not over: the last that were numbered, so no others are looked at. */
function slipsOf(books: Books, today: BusinessDate): readonly Slip[] {
  const { branch } = known(books.find("branch", "branch"), "slips are a branch's");
  const slips: Slip[] = [];
  for (let issued = books.count("slip") - 1; issued >= 0; issued -= 1) {
    const slip = books.find("slip", nextSlipNumber(branch.code, today, issued));
    if (!slip) break;
    slips.unshift(slip);
  }
  return slips;
}

/** What keeps the branch's day from ending, in the order in which it is settled (C03). */
export function openItems(books: Books, today: BusinessDate, by: TellerId): readonly OpenItem[] {
  return [
    ...parkedStillWaiting(books),
    ...slipsUnprinted(books, today),
    ...cashNotSettled(books, today),
    ...stockNotSettled(books, today),
    ...peopleStillOn(books, by),
  ];
}

/** What of it keeps one teller from signing off: their own papers and their own differences (C04). */
export function ofTeller(items: readonly OpenItem[], teller: TellerId): readonly OpenItem[] {
  return items.filter(({ what, whose }) => whose === teller && keepsTeller.includes(what));
}

const keepsTeller: readonly OpenItem["what"][] = [
  ...(["slip-unprinted", "cash-difference", "stock-difference"] as const),
];
