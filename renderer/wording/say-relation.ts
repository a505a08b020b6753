import type { RelationKind } from "#core/replacement/relation.ts";
import type { Words } from "#renderer/wording/words.ts";

/** A service that hangs on a card: its kind, and what the customer knows it by where that differs. */
export function sayRelation(
  words: Words,
  { kind, label }: { readonly kind: RelationKind; readonly label: string },
): string {
  const named = words(`noun:relation.${kind}`);
  return label.startsWith(named) ? label : `${named} · ${label}`;
}
