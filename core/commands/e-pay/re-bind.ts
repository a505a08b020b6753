import type { Books } from "#core/books/books.ts";
import type { Card } from "#core/card/card.ts";
import { lastFour } from "#core/card/pan.ts";
import type { Context } from "#core/commands/command.ts";
import { tell } from "#core/commands/one-time-codes.ts";
import { enrolmentsOf } from "#core/e-pay/admission.ts";
import { cardOf, isLive, nameSake } from "#core/e-pay/identifier.ts";
import type { Entry } from "#core/journal/entry.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** What a new number brings about for e支付, and what the slip says of it. */
export interface ReBound {
  readonly entries: readonly Entry[];
  readonly facts: readonly Fact[];
}

/**
 * A card of another number takes an old one's place (5.5, T35): the enrolment follows with its relation,
 * its last six digits are others from this posting on, and the customer is told in it.
 *
 * Where the new digits are those of another enrolment under the same telephone, the identifier would
 * name two cards (E04). A replacement is never refused for that: the enrolment is suspended with it, and
 * the slip says so.
 */
export function reBound(old: Card, successor: Card, context: Context): ReBound {
  const { books } = context;
  const followed = enrolmentsOf(old.customer, books).find(
    (one) => isLive(one) && cardOf(one, books).id === old.id,
  );
  if (!followed) return { entries: [], facts: [] };

  const { id, alias, phone, customer } = followed;
  const isTaken = nameSake({ phone, pan: successor.pan, except: id }, books) !== undefined;
  const values = { alias, newCard: lastFour(successor.pan) };
  return {
    entries: [
      ...(isTaken && followed.status === "enrolled"
        ? [{ type: "e-pay.suspended", enrolment: id } as const]
        : []),
      tell("e-pay.re-bound", { customer, to: phone, values }, context),
    ],
    facts: [
      textFact("alias", alias),
      termFact("note", "note.e-pay-re-bound"),
      ...(isTaken ? [termFact("note", "note.e-pay-last-six-taken")] : []),
    ],
  };
}

/** Ends the enrolments that hang on relations which close, whoever closes them (5.1, 5.5). */
export function ePayEnding(
  relations: readonly { readonly id: string; readonly kind: string }[],
  books: Books,
): ReBound {
  const ending = relations
    .filter(({ kind }) => kind === "e-pay")
    .flatMap(({ id }) => books.list("ePay", "relation", id))
    .filter(({ status }) => status !== "cancelled");
  return {
    entries: ending.map(({ id }) => ({ type: "e-pay.cancelled", enrolment: id }) as const),
    facts: ending.length > 0 ? [termFact("note", "note.e-pay-ended")] : [],
  };
}
