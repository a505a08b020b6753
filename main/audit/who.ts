import type { Books } from "#core/books/books.ts";
import type { CustomerId } from "#core/customer/customer.ts";

/** The customers behind a whole number: of a document, a phone, an account or a card. */
export function customersBehind(books: Books, number: string): readonly CustomerId[] {
  const asked = number.replaceAll(/\s/g, "").toUpperCase();
  const found = [
    ...books.list("customer", "documentNumber", asked).map(({ id }) => id),
    ...books.list("customer", "phone", asked).map(({ id }) => id),
    ...books.list("account", "number", asked).map(({ customer }) => customer),
    ...books.list("card", "pan", asked).map(({ customer }) => customer),
  ];
  return [...new Set(found)];
}
