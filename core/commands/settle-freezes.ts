import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { dateOf } from "#core/calendar/instant.ts";
import { promotionsOn, type Room } from "#core/commands/promote.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import type { Entry } from "#core/journal/entry.ts";

/**
 * What the clock alone brings about for orders: each ends by itself at its end (F11), and the next in
 * the queue takes effect at that very moment, however long the program was closed meanwhile (F09).
 */
export function settleFreezes(room: Room): readonly Entry[] {
  const due = earliestDue(room);
  if (!due?.endsAt) return [];

  const expired: Entry = { type: "freeze.expired", order: due.id };
  const at = { ...room, now: due.endsAt };
  const stamp = { recordedAt: due.endsAt, businessDate: dateOf(due.endsAt) };
  const after = booksAfter(changesOfAll(room.books, [expired], stamp), room.books);
  const entries = [expired, ...promotionsOn(due.account, { ...at, books: after })];

  const books = booksAfter(changesOfAll(room.books, entries, stamp), room.books);
  return [...entries, ...settleFreezes({ ...room, books })];
}

/** The active order whose end came first, if any has come. */
function earliestDue({ books, now }: Room): FreezeOrder | undefined {
  return books
    .list("freezeOrder", "status", "active")
    .filter(({ endsAt }) => endsAt !== undefined && endsAt <= now)
    .sort((one, other) => Number(one.endsAt) - Number(other.endsAt))[0];
}
