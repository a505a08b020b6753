import type { Customer } from "#core/customer/customer.ts";
import type { CheckResult } from "#core/identity/document.ts";

/** One customer in so many gives the identity check reason to look closer. */
const DOUBT_EVERY = 11;

const doubts = ["match-without-photo", "name-mismatch", "not-found", "document-invalid"] as const;

/**
 * What 联网核查 answers in a demonstration: for most a match with photo, for some one of the other
 * answers in turn (3.8). Undefined for documents it cannot be asked about.
 */
export function demonstrationCheck({
  id,
  documentKind,
}: Pick<Customer, "id" | "documentKind">): CheckResult | undefined {
  switch (documentKind) {
    case "household-register":
      return "match-without-photo"; // Nobody has taken a photo of a child.
    case "resident-id":
    case "temporary-resident-id": {
      const number = Number(id.slice("c-".length));
      if (number % DOUBT_EVERY !== 0) return "match-with-photo";
      return doubts[(number / DOUBT_EVERY - 1) % doubts.length];
    }
    default:
      return undefined;
  }
}
