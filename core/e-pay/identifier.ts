import type { Books } from "#core/books/books.ts";
import type { Card } from "#core/card/card.ts";
import type { Pan } from "#core/card/pan.ts";
import type { EPay } from "#core/e-pay/e-pay.ts";
import type { Phone } from "#core/identity/phone.ts";
import { known } from "#core/kernel/assert.ts";

/** How many digits of the card stand beside the telephone in the identifier (E04). */
export const IDENTIFIER_DIGITS = 6;

/**
 * 支付标识: the telephone with the last six digits of the card (E04). Whoever has both can ask for a
 * code, so they are compared here and stand together nowhere: not on paper, not in a log, not in a
 * record (K06).
 */
export interface Identifier {
  readonly phone: Phone;
  readonly lastSix: string;
}

/** The last six digits of a card (E04). */
export function lastSix(pan: Pan): string {
  return pan.slice(-IDENTIFIER_DIGITS);
}

/** Whether an enrolment can be paid by, now or after it was resumed: it takes up its identifier. */
export function isLive({ status }: Pick<EPay, "status">): boolean {
  return status === "enrolled" || status === "suspended";
}

/** The card an enrolment is bound to now: a replacement has moved its relation (5.5, L16). */
export function cardOf({ relation }: Pick<EPay, "relation">, books: Books): Card {
  const bound = known(books.find("relation", relation), "an enrolment has its relation");
  return known(books.find("card", bound.card), "a relation hangs on a card");
}

/**
 * The enrolment that a telephone and six digits name; undefined where there is none. That no two are in
 * use is kept by `nameSake`; where a new card brought the digits of another, it was suspended (E04).
 */
export function namedBy({ phone, lastSix: digits }: Identifier, books: Books): EPay | undefined {
  const named = books
    .list("ePay", "phone", phone)
    .filter((one) => isLive(one) && lastSix(cardOf(one, books).pan) === digits);
  return named.find(({ status }) => status === "enrolled") ?? named[0];
}

/** Another live enrolment that this telephone and card would name as well (E04). */
export function nameSake(
  {
    phone,
    pan,
    except,
  }: { readonly phone: Phone; readonly pan: Pan; readonly except?: EPay["id"] },
  books: Books,
): EPay | undefined {
  return books
    .list("ePay", "phone", phone)
    .filter((one) => one.id !== except && isLive(one))
    .find((one) => lastSix(cardOf(one, books).pan) === lastSix(pan));
}
