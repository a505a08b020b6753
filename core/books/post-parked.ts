import { type ParkedEntry, parkedAfter } from "#core/authorisation/parked-entry.ts";
import { type Books, type Change, put } from "#core/books/books.ts";
import { recordOf } from "#core/books/record-of.ts";

/** The parked request that `entry` speaks of, as it is then. */
export function postParked(books: Books, entry: ParkedEntry): readonly Change[] {
  if (entry.type === "request.parked") return [put("parked", entry.request.id, entry.request)];
  const parked = recordOf(books, "parked", entry.parked);
  return [put("parked", parked.id, parkedAfter(parked, entry))];
}
