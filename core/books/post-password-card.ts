import { type Books, type Change, put } from "#core/books/books.ts";
import { recordOf } from "#core/books/record-of.ts";
import type { PasswordCardEntry } from "#core/password-card/password-card-entry.ts";
import { passwordCardAfter } from "#core/password-card/password-card-entry.ts";

/** Password cards after `entry`. */
export function postPasswordCard(books: Books, entry: PasswordCardEntry): readonly Change[] {
  if (entry.type === "password-card.entered") {
    return [put("passwordCard", entry.card.id, entry.card)];
  }
  const card = recordOf(books, "passwordCard", entry.passwordCard);
  return [put("passwordCard", card.id, passwordCardAfter(card, entry))];
}
