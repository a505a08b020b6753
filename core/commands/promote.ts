import type { AccountId } from "#core/account/account.ts";
import type { Books } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import { dateOf, endOfDay, type Instant } from "#core/calendar/instant.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import { promoted } from "#core/freeze/queue.ts";
import { endOfTerm } from "#core/freeze/term.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";

/** What a promotion is decided on. */
export interface Room {
  readonly books: Books;
  readonly now: Instant;
  readonly parameters: Parameters;
}

/**
 * The entries with what follows from them for orders that wait: whatever makes room, be it a
 * release, an end, a deduction or money that came in, lets the next ones take effect in the same
 * posting (F09), and their terms begin at that moment (F18).
 */
export function withPromotions(entries: readonly Entry[], room: Room): readonly Entry[] {
  const accounts = accountsIn(entries, room.books);
  if (accounts.length === 0) return entries;

  const changes = changesOfAll(room.books, entries, {
    recordedAt: room.now,
    businessDate: dateOf(room.now),
  });
  const books = booksAfter(changes, room.books);
  return [...entries, ...accounts.flatMap((id) => promotionsOn(id, { ...room, books }))];
}

/** The waiting orders of one account that take effect now. */
export function promotionsOn(id: AccountId, { books, now, parameters }: Room): readonly Entry[] {
  const orders = books.list("freezeOrder", "account", id);
  const { balance } = known(books.find("account", id), "an order lies on an account");
  return promoted({ balance, orders }, parameters.freezeSecondAmount).map((order) => {
    const endsAt = endOf(order, now);
    return {
      type: "freeze.took-effect",
      order: order.id,
      effectiveAt: now,
      ...(endsAt === undefined ? {} : { endsAt }),
    };
  });
}

/** When an order that takes effect at `from` ends: on the notice's own last day, else by its term. */
export function endOf(
  { lastDay, term }: Pick<FreezeOrder, "lastDay" | "term">,
  from: Instant,
): Instant | undefined {
  return lastDay === undefined ? endOfTerm(from, term) : endOfDay(lastDay);
}

/** Accounts that some entries touch and on which an order waits. */
function accountsIn(entries: readonly Entry[], books: Books): readonly AccountId[] {
  const waiting = books.list("freezeOrder", "status", "waiting");
  if (waiting.length === 0) return [];

  const touched = new Set<string>(entries.flatMap((entry) => accountsOf(entry, books)));
  const ids = waiting.map(({ account }) => account).filter((account) => touched.has(account));
  return [...new Set(ids)];
}

function accountsOf(entry: Entry, books: Books): readonly string[] {
  if (entry.type === "money.posted") return entry.postings.map(({ account }) => account);
  if (!("order" in entry)) return [];
  const order = books.find("freezeOrder", String(entry.order));
  return order ? [order.account] : [];
}
