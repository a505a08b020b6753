import type { Hold } from "#core/account/hold.ts";
import { type Books, type Change, put } from "#core/books/books.ts";
import { recordOf } from "#core/books/record-of.ts";
import type { Instant } from "#core/calendar/instant.ts";
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
  const id = `h-${order.id}`;
  const before = books.find("hold", id);
  if (order.status !== "active" && !before) return [put("freezeOrder", order.id, order)];

  const { scope, papers, effectiveAt = at } = order;
  const hold: Hold = {
    id,
    account: order.account,
    kind: scope.type === "amount" ? "amount" : `${scope.block}-block`,
    source: { type: "judicial", order: order.id, organ: papers.organ.name },
    ...(scope.type === "amount" ? { target: order.rest } : {}),
    placedAt: before?.placedAt ?? effectiveAt,
    ...(order.status === "active"
      ? { status: "active" }
      : { status: "lifted", liftedAt: liftedAt(order, at) }),
  };
  return [put("freezeOrder", order.id, order), put("hold", id, hold)];
}

/** An order that ended by itself ended at its end, however late that was written down (F11). */
function liftedAt({ status, endsAt }: FreezeOrder, at: Instant): Instant {
  return status === "expired" && endsAt !== undefined ? endsAt : at;
}
