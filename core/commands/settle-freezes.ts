import type { Books, Change } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { dateOf, endOfDay, type Instant } from "#core/calendar/instant.ts";
import { promotionsOn, type Room } from "#core/commands/promote.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import type { Entry } from "#core/journal/entry.ts";

/**
 * What the clock alone brings about for orders: each ends by itself at its end (F11), and the next in
 * the queue takes effect at that very moment, however long the program was closed meanwhile (F09).
 * One that still waits when the notice's own last day is over never takes effect.
 */
export function settleFreezes({ books, now, parameters }: Room): readonly Entry[] {
  let entries: readonly Entry[] = [];
  let changes: readonly Change[] = [];
  let settled = books;

  for (let due = earliestDue(settled, now); due; due = earliestDue(settled, now)) {
    const { order, at } = due;
    const stamp = { recordedAt: at, businessDate: dateOf(at) };
    const expired: Entry = { type: "freeze.expired", order: order.id };
    const ended = changesOfAll(settled, [expired], stamp);
    const room = { books: booksAfter(ended, settled), now: at, parameters };
    const promotions = promotionsOn(order.account, room);

    changes = [...changes, ...ended, ...changesOfAll(room.books, promotions, stamp)];
    settled = booksAfter(changes, books);
    entries = [...entries, expired, ...promotions];
  }
  return entries;
}

/** The order whose end came first, if any has come, and the moment at which it did. */
function earliestDue(
  books: Books,
  now: Instant,
): { readonly order: FreezeOrder; readonly at: Instant } | undefined {
  return freezesInForce(books)
    .flatMap((order) => {
      const at = freezeDueAt(order);
      return at !== undefined && at <= now ? [{ order, at }] : [];
    })
    .sort((one, other) => one.at - other.at)[0];
}

/**
 * The orders that the clock may end. Those that wait come first: at one and the same moment none
 * takes effect only to end again.
 */
export function freezesInForce(books: Books): readonly FreezeOrder[] {
  return (["waiting", "active"] as const).flatMap((status) =>
    books.list("freezeOrder", "status", status),
  );
}

/** The moment at which the clock alone ends an order; undefined where none does. */
export function freezeDueAt({ status, endsAt, lastDay }: FreezeOrder): Instant | undefined {
  if (status === "active") return endsAt;
  return lastDay === undefined ? undefined : endOfDay(lastDay);
}
