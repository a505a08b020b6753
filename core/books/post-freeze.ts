import { type Books, type Change, put } from "#core/books/books.ts";
import { recordOf } from "#core/books/record-of.ts";
import type { Instant } from "#core/calendar/instant.ts";
import { feltAs, holdIdOf } from "#core/freeze/felt-as.ts";
import { type FreezeEntry, freezeOrderAfter } from "#core/freeze/freeze-entry.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";

/** Orders after `entry`, and the hold by which an active one is felt: they never disagree. */
export function postFreeze(books: Books, entry: FreezeEntry, at: Instant): readonly Change[] {
  switch (entry.type) {
    case "freeze.looked-at":
    case "freeze.assisted":
      return []; // They change no record: the journal itself is what is searched for them.
    case "freeze.registered":
      return changed(books, entry.freeze, at);
    default:
      return changed(
        books,
        freezeOrderAfter(recordOf(books, "freezeOrder", entry.order), entry),
        at,
      );
  }
}

function changed(books: Books, order: FreezeOrder, at: Instant): readonly Change[] {
  const id = holdIdOf(order.id);
  const before = books.find("hold", id);
  if (order.status !== "active" && !before) return [put("freezeOrder", order.id, order)];

  const { effectiveAt = at } = order;
  const placedAt = before?.placedAt ?? effectiveAt;
  const lifted = order.status === "active" ? undefined : liftedAt(order, at);
  const hold = feltAs(order, { placedAt, liftedAt: lifted });
  return [put("freezeOrder", order.id, order), put("hold", id, hold)];
}

/** An order that ended by itself ended at its end, however late that was written down (F11). */
function liftedAt({ status, endsAt }: FreezeOrder, at: Instant): Instant {
  return status === "expired" && endsAt !== undefined ? endsAt : at;
}
