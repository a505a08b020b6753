import type { Context } from "#core/commands/command.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Entry } from "#core/journal/entry.ts";
import type {
  PasswordCard,
  PasswordCardId,
  VoidReason,
} from "#core/password-card/password-card.ts";

/** Why a card's life ends, and what the customer did with the old one. */
export interface Voiding {
  readonly reason: VoidReason;
  /** Whether the old card was given back and is punched now. */
  readonly returned: boolean;
  /** The card that takes its place in the same posting (P20). */
  readonly replacedBy?: PasswordCardId | undefined;
}

/**
 * Ends a password card's life within another posting (P20, P21, 5.3): it is void from now on, its
 * open challenge is dropped, and its customer has none that hangs on a registered card.
 */
export function voidCard(
  card: PasswordCard,
  { reason, returned, replacedBy }: Voiding,
  context: Context,
): readonly Entry[] {
  return [
    {
      type: "password-card.voided",
      passwordCard: card.id,
      reason,
      returned,
      ...(replacedBy ? { replacedBy } : {}),
    },
    ...closeCardRelations(card.customer, context),
  ];
}

/** Closes what `cardRelations` finds. */
export function closeCardRelations(customer: CustomerId, context: Context): readonly Entry[] {
  const relations = cardRelations(customer, context);
  return relations.length > 0 ? [{ type: "relations.closed", relations: [...relations] }] : [];
}

/**
 * Whatever says that a customer has a password card. Nobody has two (P09), so a relation from before
 * the card had a record of its own must not outlive the next card, nor the last.
 */
export function cardRelations(customer: CustomerId, { books }: Context): readonly string[] {
  return books
    .list("relation", "customer", customer)
    .filter(({ kind, status }) => kind === "password-card" && status === "active")
    .map(({ id }) => id);
}
