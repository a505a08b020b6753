import type { Books, Change } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOf, type Stamp } from "#core/books/post.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Entry } from "#core/journal/entry.ts";

/** Whose business a run of entries would be, on the books as they are. */
export function concernedBy(
  books: Books,
  entries: readonly Entry[],
  stamp: Stamp,
): ReadonlySet<CustomerId> {
  const customers = new Set<CustomerId>();
  let changes: readonly Change[] = [];
  for (const entry of entries) {
    const standing = booksAfter(changes, books);
    const made = changesOf(standing, entry, stamp);
    changes = [...changes, ...made];
    for (const customer of customersOf(booksAfter(changes, books), entry, made)) {
      customers.add(customer);
    }
  }
  return customers;
}

/** Whose business an entry was: the customers behind what it changed or names. */
export function customersOf(
  books: Books,
  entry: Entry,
  changes: readonly Change[],
): readonly CustomerId[] {
  const changed = changes.map((change) => customerBehind(books, change));
  return [...changed, customerNamed(books, entry)].filter((id) => id !== undefined);
}

function customerBehind(books: Books, change: Change): CustomerId | undefined {
  switch (change.shelf) {
    case "customer":
      return change.record.id;
    case "account":
    case "card":
    case "lossCase":
    case "relation":
    case "order":
    case "passwordCard":
    case "freezeOrder":
    case "parked":
    case "owedFee":
    case "agency":
    case "forgery":
    case "message":
    case "oneTimeCode":
    case "ePay":
    case "wallet":
    case "riskFlag":
    case "call":
      return change.record.customer;
    case "hold":
      return books.find("account", change.record.account)?.customer;
    case "piece":
      return change.record.customer ?? holderOf(books, change.record.card);
    case "eBank":
      return change.record.id;
    case "branch":
    case "teller":
    case "grant":
    case "branchBalance":
    case "box":
    case "stock":
    case "slip":
    case "passwordCardBatch":
      return undefined;
  }
}

/** Some entries are about a customer and change no record of hers. */
function customerNamed(books: Books, entry: Entry): CustomerId | undefined {
  if (entry.type === "customer.revealed" || entry.type === "customer.looked-up") {
    return entry.customer;
  }
  if (entry.type === "fee.waived") return entry.customer;
  if (entry.type === "piece.collected") return holderOf(books, entry.card);
  return undefined;
}

function holderOf(books: Books, card: string | undefined): CustomerId | undefined {
  return card === undefined ? undefined : books.find("card", card)?.customer;
}
