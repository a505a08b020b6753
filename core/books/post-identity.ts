import type { AgencyEntry } from "#core/agency/agency-entry.ts";
import { type Books, type Change, put } from "#core/books/books.ts";
import { recordOf } from "#core/books/record-of.ts";
import type { IdentityEntry } from "#core/forgery/identity-entry.ts";

/** Agencies, kept checks and reported forgeries after `entry`. A forgery changes no customer. */
export function postIdentity(books: Books, entry: AgencyEntry | IdentityEntry): readonly Change[] {
  switch (entry.type) {
    case "agency.registered":
      return [put("agency", entry.agency.id, entry.agency)];
    case "agency.ended": {
      const agency = recordOf(books, "agency", entry.agency);
      return [put("agency", agency.id, { ...agency, status: "ended", endedOn: entry.endedOn })];
    }
    case "identity.checked": {
      const customer = recordOf(books, "customer", entry.customer);
      return [put("customer", customer.id, { ...customer, lastCheck: entry.check })];
    }
    case "identity.forged":
      return [put("forgery", entry.forgery.id, entry.forgery)];
  }
}
