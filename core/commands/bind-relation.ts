import type { CardFile } from "#core/commands/card-file.ts";
import type { Context } from "#core/commands/command.ts";
import type { Entry } from "#core/journal/entry.ts";
import type { RelationKind } from "#core/replacement/relation.ts";

/**
 * Hangs something on the card of `file`, so that it follows when the card is replaced (L16, T35).
 *
 * It bears the next reference of the books. Whoever binds two in one posting hands in the context
 * after the first (`contextAfter`).
 */
export function bindRelation(
  { kind, label }: { readonly kind: RelationKind; readonly label: string },
  { card, account, customer }: CardFile,
  { books }: Pick<Context, "books">,
): Entry {
  return {
    type: "relation.bound",
    relation: {
      id: `r-${books.count("relation") + 1}`,
      kind,
      customer: customer.id,
      account: account.id,
      card: card.id,
      label,
      status: "active",
    },
  };
}
