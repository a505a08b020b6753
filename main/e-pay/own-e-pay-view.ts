import type { Books } from "#core/books/books.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Instant } from "#core/calendar/instant.ts";
import { type Card, isCurrent } from "#core/card/card.ts";
import { lastFour } from "#core/card/pan.ts";
import type { EnteredView, OwnEPayView, RecalledView } from "#core/contract/own-e-pay-view.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { enrolmentsOf } from "#core/e-pay/admission.ts";
import type { EPay } from "#core/e-pay/e-pay.ts";
import { cardOf, isLive } from "#core/e-pay/identifier.ts";
import { limitsInForce, paidBy } from "#core/e-pay/limits.ts";
import { maskPhone } from "#core/identity/mask.ts";

/** What a view of e支付 is made with besides the books. */
export interface EPayViewParts {
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly parameters: Parameters;
  readonly entered: EPay | undefined;
  readonly hasLapsed: boolean;
}

/** Everything of e支付 that the customer's window plays: nobody's telephone or number in full. */
export function ownEPayView(books: Books, parts: EPayViewParts): OwnEPayView {
  const { now, today, parameters, entered, hasLapsed } = parts;
  const withCard = new Set(
    books
      .all("card")
      .filter(isUsable)
      .map(({ customer }) => customer),
  );
  return {
    now,
    today,
    agreement: parameters.ePay.agreement,
    people: books
      .all("customer")
      .filter(({ id, phone }) => phone !== undefined && withCard.has(id))
      .map(({ id, name }) => ({
        customer: id,
        name,
        isEnrolled: enrolmentsOf(id, books).some(isLive),
      })),
    ...(entered && isLive(entered) ? { entered: enteredView(books, entered, parts) } : {}),
    hasLapsed,
  };
}

/** Whether a customer would think of paying by this card. */
function isUsable({ life }: Card): boolean {
  return life === "active";
}

function enteredView(
  books: Books,
  enrolment: EPay,
  { today, parameters }: EPayViewParts,
): EnteredView {
  const { id, alias, phone, agreement, coolsUntil } = enrolment;
  return {
    enrolment: id,
    alias,
    phone: maskPhone(phone),
    card: lastFour(cardOf(enrolment, books).pan),
    status: enrolment.status === "suspended" ? "suspended" : "enrolled",
    limits: limitsInForce(enrolment, parameters.ePay),
    month: parameters.ePay.month,
    paid: paidBy(enrolment, today),
    agreement,
    ...(coolsUntil ? { coolsUntil } : {}),
  };
}

/** Telephone and cards that one customer knows by heart; the enrolled ones first. */
export function recalledView(books: Books, customer: CustomerId): RecalledView {
  const phone = books.find("customer", customer)?.phone;
  const enrolled = new Set(
    enrolmentsOf(customer, books)
      .filter(isLive)
      .map((one) => cardOf(one, books).id),
  );
  const cards = books
    .list("card", "customer", customer)
    .filter((card) => isCurrent(card) && isUsable(card))
    .map(({ id, pan }) => ({ number: String(pan), isEnrolled: enrolled.has(id) }));
  return {
    ...(phone ? { phone } : {}),
    cards: cards.sort((one, other) => Number(other.isEnrolled) - Number(one.isEnrolled)),
  };
}
