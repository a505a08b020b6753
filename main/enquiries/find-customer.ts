import { parsePan } from "#core/card/pan.ts";
import type { CustomerSearch } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Customer } from "#core/customer/customer.ts";
import type { DocumentKind } from "#core/identity/document.ts";
import { phoneFromText } from "#core/identity/phone.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Desk } from "#main/desk.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";
import { falseDocumentsOf } from "#main/views/agency-view.ts";

/** As many customers as one answer shows; nobody shares a number with more. */
const FOUND_MAX = 20;

/**
 * 2001 客户查询: by what was laid on the counter, or by a number typed.
 *
 * A number needs to be whole: there is no searching by parts and no listing of customers (K10). What
 * was typed is journalled whether it found somebody or not, a card number with its reason (R07, R23,
 * C05).
 */
export function findCustomers(
  search: CustomerSearch,
  desk: Desk,
  evidence: EvidenceBox,
): Result<readonly Customer[], Refusal> {
  const found = withWarning(someOf(lookUp(search, desk, evidence)), search, desk, evidence);
  if (search.by !== "swipe" && search.by !== "document-shown") recordLookUp(search, found, desk);
  return found;
}

function someOf(found: Result<readonly Customer[], Refusal>): Result<readonly Customer[], Refusal> {
  if (!found.ok) return found;
  return found.value.length > 0
    ? accept(found.value.slice(0, FOUND_MAX))
    : refuse({ code: "customer.unknown" });
}

/** Of a document that leads to nobody it is told that one like it proved false before (2002). */
function withWarning(
  found: Result<readonly Customer[], Refusal>,
  search: CustomerSearch,
  { books }: Desk,
  evidence: EvidenceBox,
): Result<readonly Customer[], Refusal> {
  if (found.ok) return found;
  const document = search.by === "document-shown" ? evidence.look(search.ref) : search;
  if (!document || !("kind" in document) || !("number" in document)) return found;

  const number = document.number.trim().toUpperCase();
  const last = falseDocumentsOf(books, document.kind, number).at(-1);
  return last === undefined
    ? found
    : refuse({ code: "customer.false-document-seen", seenAt: last });
}

type TypedSearch = Exclude<CustomerSearch, { by: "swipe" | "document-shown" }>;

function recordLookUp(
  search: TypedSearch,
  found: Result<readonly Customer[], Refusal>,
  desk: Desk,
): void {
  const reason = search.by === "card-number" ? { reason: search.reason } : {};
  desk.commit({
    teller: desk.sitting()?.teller ?? "system",
    code: "2001",
    entries: found.ok
      ? found.value.map(({ id }) => ({
          type: "customer.looked-up",
          customer: id,
          by: search.by,
          ...reason,
        }))
      : [{ type: "request.refused", refusal: found.refusal.code }],
  });
}

function lookUp(
  search: CustomerSearch,
  { books }: Desk,
  evidence: EvidenceBox,
): Result<readonly Customer[], Refusal> {
  switch (search.by) {
    case "swipe": {
      const swipe = evidence.look(search.ref);
      if (swipe?.type !== "swipe") return refuse({ code: "evidence.unknown" });
      const card = swipe.card && books.find("card", swipe.card);
      return accept(card ? customersOf(books, [card.customer]) : []);
    }
    case "document-shown": {
      const document = evidence.look(search.ref);
      if (document?.type !== "document") return refuse({ code: "evidence.unknown" });
      return accept(holdersOf(books, document));
    }
    case "card-number": {
      if (digits(search.number) !== digits(search.again)) {
        return refuse({ code: "customer.pan-typed-differently" });
      }
      const pan = parsePan(digits(search.number));
      if (!pan.ok) return pan;
      const holders = books.list("card", "pan", pan.value).map(({ customer }) => customer);
      return accept(customersOf(books, holders));
    }
    case "account-number": {
      const accounts = books.list("account", "number", digits(search.number));
      return accept(
        customersOf(
          books,
          accounts.map(({ customer }) => customer),
        ),
      );
    }
    case "document": {
      const number = search.number.trim().toUpperCase();
      return accept(holdersOf(books, { kind: search.kind, number }));
    }
    case "phone": {
      const phone = phoneFromText(search.number);
      return accept(phone ? books.list("customer", "phone", phone) : []);
    }
  }
}

/** Two kinds of document may bear the same number; one kind never bears it twice. */
function holdersOf(
  books: Desk["books"],
  { kind, number }: { readonly kind: DocumentKind; readonly number: string },
): readonly Customer[] {
  const bearers = books.list("customer", "documentNumber", number);
  return bearers.filter(({ documentKind }) => documentKind === kind);
}

function customersOf(books: Desk["books"], ids: readonly string[]): readonly Customer[] {
  return [...new Set(ids)].flatMap((id) => books.find("customer", id) ?? []);
}

function digits(text: string): string {
  return text.replace(/[\s-]/g, "");
}
