import { parsePan } from "#core/card/pan.ts";
import type { CustomerSearch } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Customer } from "#core/customer/customer.ts";
import { phoneFromText } from "#core/identity/phone.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Desk } from "#main/desk.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";

/**
 * 2001 客户查询: by what was laid on the counter, or by a number typed.
 *
 * A number needs to be whole: there is no searching by parts and no listing of customers (K10). What
 * was typed is journalled, a card number with its reason (R07, R23).
 */
export function findCustomers(
  search: CustomerSearch,
  desk: Desk,
  evidence: EvidenceBox,
): Result<readonly Customer[], Refusal> {
  const found = lookUp(search, desk, evidence);
  if (!found.ok) return found;
  if (found.value.length === 0) return refuse({ code: "customer.unknown" });

  const teller = desk.sitting()?.teller;
  const isTyped = search.by !== "swipe" && search.by !== "document-shown";
  if (isTyped && teller) {
    const reason = search.by === "card-number" ? { reason: search.reason } : {};
    desk.commit({
      teller,
      code: "2001",
      entries: found.value.map(({ id }) => ({
        type: "customer.looked-up",
        customer: id,
        by: search.by,
        ...reason,
      })),
    });
  }
  return found;
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
      return accept(books.list("customer", "documentNumber", document.number));
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
    case "document": {
      const typed = search.number.trim().toUpperCase();
      const named = books.list("customer", "documentNumber", typed);
      return accept(named.filter(({ documentKind }) => documentKind === search.kind));
    }
    case "phone": {
      const phone = phoneFromText(search.number);
      return accept(phone ? books.list("customer", "phone", phone) : []);
    }
  }
}

function customersOf(books: Desk["books"], ids: readonly string[]): readonly Customer[] {
  return [...new Set(ids)].flatMap((id) => books.find("customer", id) ?? []);
}

function digits(text: string): string {
  return text.replace(/[\s-]/g, "");
}
