import type { Books } from "#core/books/books.ts";
import { concernedBy } from "#core/books/concern.ts";
import type { Context, Decision } from "#core/commands/command.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { kinshipOf, type Teller, type TellerRefusal } from "#core/teller/teller.ts";

/**
 * 回避 (D08, R19): nobody serves their own account or a relative's, and nobody gives the word for it.
 * What a decision concerns is what it would change and what the request names, so that neither the
 * receiving side of a transfer nor a mere reprint is a way around. Whoever is concerned among the
 * others is named, for the second person's word.
 */
export function ownBusiness(
  decision: Decision,
  request: TransactionRequest,
  { books, teller, now, today }: Context,
): Result<Decision, TellerRefusal> {
  const linked = books.all("teller").filter(isLinked);
  if (linked.length === 0) return accept(decision);

  const stamp = { recordedAt: now, businessDate: today };
  const customers = new Set([
    ...concernedBy(books, decision.entries, stamp),
    ...customersNamed(books, request.input),
  ]);
  const whose = kinshipWith(teller, customers);
  if (whose) return refuse({ code: "teller.own-business", whose });

  const concerned = linked.filter((one) => kinshipWith(one, customers)).map(({ id }) => id);
  if (concerned.length === 0) return accept(decision);
  return accept({ ...decision, concerned: [...(decision.concerned ?? []), ...concerned] });
}

function isLinked({ customer, relatives = [] }: Teller): boolean {
  return customer !== undefined || relatives.length > 0;
}

function kinshipWith(
  person: Teller,
  customers: ReadonlySet<CustomerId>,
): "own" | "relative" | undefined {
  const kinships = [...customers].map((customer) => kinshipOf(person, customer));
  return kinships.includes("own") ? "own" : kinships.find((one) => one !== undefined);
}

/** Whoever a request names by customer, account, card or case, whatever it would change. */
export function customersNamed(
  books: Books,
  input: TransactionRequest["input"],
): readonly CustomerId[] {
  const shelves = ["customer", "account", "card", "lossCase", "passwordCard", "order"] as const;
  return shelves.flatMap((shelf) => {
    const named = Object.entries(input).find(([key]) => key === shelf)?.[1];
    const record = typeof named === "string" ? books.find(shelf, named) : undefined;
    if (!record) return [];
    return "customer" in record ? record.customer : shelf === "customer" ? record.id : [];
  }) as readonly CustomerId[]; // A record has its customer's reference, and a customer is their own.
}
