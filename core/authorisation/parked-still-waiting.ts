import type { Parked } from "#core/authorisation/parked.ts";
import type { Books } from "#core/books/books.ts";
import type { OpenItem } from "#core/day/open-item.ts";

/** The requests that wait for somebody's word or for their posting, the longest wait first. */
export function openParked(books: Books): readonly Parked[] {
  const open = [
    ...books.list("parked", "status", "waiting"),
    ...books.list("parked", "status", "approved"),
  ];
  return open.sort((left, right) => numberOf(left) - numberOf(right));
}

/** What of the queue keeps the day from ending (C03): to be posted, withdrawn or declined first. */
export function parkedStillWaiting(books: Books): readonly OpenItem[] {
  return openParked(books).map(({ id, maker }) => ({
    what: "request-parked",
    whose: maker,
    which: id,
  }));
}

function numberOf({ id }: Parked): number {
  return Number(id.slice(2));
}
