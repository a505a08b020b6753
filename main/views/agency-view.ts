import { standing } from "#core/agency/agency.ts";
import type { Books } from "#core/books/books.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Instant } from "#core/calendar/instant.ts";
import type { AgencyView, CustomerView } from "#core/contract/customer-view.ts";
import type { KeptCheck } from "#core/customer/customer.ts";
import type { DocumentKind } from "#core/identity/document.ts";
import { maskDocumentNumber } from "#core/identity/mask.ts";

const ORDER = { serves: 0, expired: 1, ended: 2 } as const;

/** Everybody of the register for a customer, whoever still serves first (2005). */
export function agencyViews(
  books: Books,
  customer: string,
  today: BusinessDate,
): readonly AgencyView[] {
  return books
    .list("agency", "customer", customer)
    .map((agency) => ({
      id: agency.id,
      basis: agency.basis,
      name: agency.agent.name,
      document: maskDocumentNumber(agency.agent.documentNumber),
      relation: agency.agent.relation,
      scope: agency.scope,
      validTo: agency.validTo,
      standing: standing(agency, today),
    }))
    .sort((one, other) => ORDER[one.standing] - ORDER[other.standing]);
}

/**
 * When documents of this kind and number were shown that proved false, the oldest first. Whoever is at
 * work may know that much: it protects the true holder, and says nothing of whoever tried.
 */
export function falseDocumentsOf(
  books: Books,
  kind: DocumentKind,
  number: string,
): readonly Instant[] {
  return books
    .list("forgery", "documentNumber", number)
    .filter(({ documentKind }) => documentKind === kind)
    .map(({ seenAt }) => seenAt);
}

/** The last check of a customer by itself, without what was said of it. */
export function checkView({ result, checkedAt, teller }: KeptCheck) {
  return { result, checkedAt, teller } satisfies CustomerView["lastCheck"];
}
