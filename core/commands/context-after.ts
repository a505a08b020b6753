import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import type { Context } from "#core/commands/command.ts";
import type { Entry } from "#core/journal/entry.ts";

/** The context for what comes later in one posting: its books are as they are after `entries`. */
export function contextAfter(entries: readonly Entry[], context: Context): Context {
  const { books, now, today } = context;
  const changes = changesOfAll(books, entries, { recordedAt: now, businessDate: today });
  return { ...context, books: booksAfter(changes, books) };
}
