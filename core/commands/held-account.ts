import type { Account, AccountRefusal } from "#core/account/account.ts";
import { maskAccountNumber } from "#core/account/account-number.ts";
import { isOfDormancy } from "#core/account/dormancy.ts";
import type { Hold, HoldSource } from "#core/account/hold.ts";
import type { Context } from "#core/commands/command.ts";
import type { Customer } from "#core/customer/customer.ts";
import type { HoldRefusal } from "#core/freeze/hold-refusal.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";
import { maySeeOrders } from "#core/teller/teller.ts";

/** An open account with its owner and the holds that lie on it now. */
export interface HeldAccount {
  readonly account: Account;
  readonly customer: Customer;
  readonly holds: readonly Hold[];
}

/** The file of an account on which a hold is placed, or that it has none. */
export function heldAccount(id: string, { books }: Context): Result<HeldAccount, AccountRefusal> {
  const account = books.find("account", id);
  if (!account) return refuse({ code: "account.unknown" });
  if (account.life === "closed") return refuse({ code: "account.closed" });
  const customer = known(books.find("customer", account.customer), "an account has an owner");
  const holds = books
    .list("hold", "account", account.id)
    .filter(({ status }) => status === "active");
  return accept({ account, customer, holds });
}

/**
 * The number of a hold about to be placed by 6008 or 6009, counted over those of its own source on
 * its own account: a count of all holds would tell how many orders there are. The moment keeps the
 * numbers of two histories apart that are joined later.
 */
export function holdNumber(
  code: "6008" | "6009",
  account: Account,
  { books, now }: Context,
): Hold["id"] {
  const placedBy = { "6008": "customer", "6009": "bank" }[code];
  const earlier = books
    .list("hold", "account", account.id)
    .filter(({ source }) => source.type === placedBy);
  return `h-${code}-${account.id}-${earlier.length + 1}-${now}`;
}

type SourceOf<T extends HoldSource["type"]> = Extract<HoldSource, { readonly type: T }>;

/** A hold that may be lifted here, with the account it lies on. */
export interface Liftable<T extends HoldSource["type"]> {
  readonly hold: Hold;
  readonly source: SourceOf<T>;
  readonly file: HeldAccount;
}

/**
 * The hold to be lifted, if it is of this source: each is lifted only where it was placed, a loss
 * by its case, an order by its organ, a sleeping account's by 6010 (5.4).
 */
export function liftable<T extends HoldSource["type"]>(
  id: string,
  placedBy: T,
  context: Context,
): Result<Liftable<T>, AccountRefusal | HoldRefusal> {
  const hold = context.books.find("hold", id);
  // Whether an order is there is not told by its number either (no tipping off).
  const isHidden = hold?.source.type === "judicial" && !maySeeOrders(context.teller);
  if (!hold || isHidden) return refuse({ code: "hold.unknown" });
  const { source } = hold;
  if (!isBy(source, placedBy)) return refuse({ code: "hold.not-here", source: source.type });
  if (isOfDormancy(hold)) return refuse({ code: "hold.not-here", source: "dormant" });
  if (hold.status === "lifted") return refuse({ code: "hold.lifted" });

  const file = heldAccount(hold.account, context);
  return file.ok ? accept({ hold, source, file: file.value }) : file;
}

function isBy<T extends HoldSource["type"]>(source: HoldSource, type: T): source is SourceOf<T> {
  return source.type === type;
}

/** The lines about a hold: on which account, and what it forbids. */
export function holdFacts({ kind }: Hold, { number }: Account): readonly Fact[] {
  return [
    textFact("account", maskAccountNumber(number)),
    termFact("holdKind", `hold-kind.${kind}`),
  ];
}

/**
 * That other holds stay, where the customer may know of one. Of an order of the state the slip says
 * nothing: it would be told by it (U07).
 */
export function othersStay({ holds }: HeldAccount, ended: readonly Hold["id"][]): readonly Fact[] {
  const told = holds.filter(({ id, source }) => !ended.includes(id) && source.type !== "judicial");
  return told.length > 0 ? [termFact("note", "note.other-holds-stay")] : [];
}
