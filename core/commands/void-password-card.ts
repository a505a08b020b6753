import type { Context } from "#core/commands/command.ts";
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
 * open challenge is dropped, and it no longer hangs on the registered card.
 */
export function voidCard(
  card: PasswordCard,
  { reason, returned, replacedBy }: Voiding,
  { books }: Context,
): readonly Entry[] {
  const relations = books
    .list("relation", "customer", card.customer)
    .filter(
      ({ kind, status, label }) =>
        kind === "password-card" && status === "active" && label === card.serial,
    )
    .map(({ id }) => id);
  return [
    {
      type: "password-card.voided",
      passwordCard: card.id,
      reason,
      returned,
      ...(replacedBy ? { replacedBy } : {}),
    },
    ...(relations.length > 0 ? [{ type: "relations.closed", relations } as const] : []),
  ];
}
