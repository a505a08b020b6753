import type { Account, AccountId } from "#core/account/account.ts";
import { addHours } from "#core/calendar/instant.ts";
import type { Context } from "#core/commands/command.ts";
import type { Customer } from "#core/customer/customer.ts";
import { type FreezeKind, type FreezePaper, papersFor } from "#core/freeze/freeze-kind.ts";
import type {
  FreezeOrder,
  FreezeOrderId,
  FreezePapers,
  FreezeRefusal,
} from "#core/freeze/freeze-order.ts";
import type { Frozen } from "#core/freeze/queue.ts";
import { isByNetwork, papersToShow, unregistered } from "#core/freeze/registered-officer.ts";
import { isSameOrgan, orderWithPaper, type PaperUse, saysSame } from "#core/freeze/same-organ.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { mayAssist } from "#core/teller/teller.ts";

/**
 * A new order is registered within so many days of its delivery: a date mistyped would put it before
 * others that are in force.
 */
const DELIVERED_WITHIN_DAYS = 7;

/** What the table says of the kind of organ that issued a paper (3.4). */
export function kindOf({ organ }: FreezePapers, { freezeKinds }: Context): FreezeKind {
  return known(
    freezeKinds.find(({ kind }) => kind === organ.kind),
    "the table has a row for every kind",
  );
}

/** What a paper is laid down for; a deduction reduces an order too, and has papers of its own. */
type PaperPurpose = PaperUse | "deduction";

/**
 * The guards on what two officers lay on the counter, in the order of the paper (F02, F03, F10): the
 * teller's right to act on it, all papers of the kind, two different officers, their permits, a
 * number the organ has not used before on these accounts, and delivery that is not still to come
 * nor, of a new order, long past.
 */
export function checkedPapers(
  papers: FreezePapers,
  {
    use: purpose,
    accounts,
  }: { readonly use: PaperPurpose; readonly accounts: readonly [AccountId, ...AccountId[]] },
  context: Context,
): Result<FreezeKind, FreezeRefusal> {
  const { books, now } = context;
  const kind = kindOf(papers, context);
  const isDeduction = purpose === "deduction";
  const needed = papersFor(kind, isDeduction ? "deduct" : "freeze");
  const shown = checkedOfficers(papers, needed, context);
  if (!shown.ok) return shown;

  const customer = books.find("account", accounts[0])?.customer;
  const use = isDeduction ? "reduction" : purpose;
  const before = orderWithPaper(papers, { use, accounts, customer }, books.all("freezeOrder"));
  if (before) return refuse({ code: "freeze.document-known", order: before.id });
  if (papers.deliveredAt > now) return refuse({ code: "freeze.delivered-later" });
  // Of a new order the delivery decides the rank; what renews or ends one is late and no more.
  return use !== "order" || papers.deliveredAt >= addHours(now, -24 * DELIVERED_WITHIN_DAYS)
    ? accept(kind)
    : refuse({ code: "freeze.delivered-long-ago", days: DELIVERED_WITHIN_DAYS });
}

/**
 * The guards on the teller's right, the papers shown and the two who show them (F02, F03), or who
 * sent them by network (F14).
 */
export function checkedOfficers(
  papers: FreezePapers,
  needed: readonly FreezePaper[],
  { teller, today, books }: Context,
): Result<FreezePapers["officers"], FreezeRefusal> {
  if (!mayAssist(teller)) return refuse({ code: "freeze.not-allowed" });
  const { officers, shown } = papers;
  const missing = papersToShow(needed, papers).find((paper) => !shown.includes(paper));
  if (missing) return refuse({ code: "freeze.paper-missing", paper: missing });

  const [one, other] = officers;
  if (saysSame(one.name, other.name) || saysSame(one.permit, other.permit)) {
    return refuse({ code: "freeze.one-officer-twice" });
  }
  const expired = officers.find(({ permitValidTo }) => permitValidTo < today);
  if (expired) {
    return refuse({ code: "freeze.permit-expired", permitValidTo: expired.permitValidTo });
  }
  const stranger = isByNetwork(papers)
    ? unregistered(papers, books.all("freezeOrder"), today)
    : undefined;
  return stranger ? refuse(stranger) : accept(officers);
}

/** An order with everything a rule about it needs to see. */
export interface OrderFile {
  readonly order: FreezeOrder;
  readonly kind: FreezeKind;
  readonly account: Account;
  readonly customer: Customer;
  readonly frozen: Frozen;
}

/**
 * The file of an order, for the organ that made it and nobody else (F07).
 *
 * Refuses `freeze.other-organ` with the name of the one that may, and whatever its papers lack.
 */
export function orderOfOrgan(
  { order: id, papers }: { readonly order: FreezeOrderId; readonly papers: FreezePapers },
  use: Exclude<PaperPurpose, "order">,
  context: Context,
): Result<OrderFile, FreezeRefusal> {
  const { books, teller } = context;
  if (!mayAssist(teller)) return refuse({ code: "freeze.not-allowed" });
  const order = books.find("freezeOrder", id);
  if (!order) return refuse({ code: "freeze.unknown" });
  if (!isSameOrgan(order.papers.organ, papers.organ)) {
    return refuse({ code: "freeze.other-organ", organ: order.papers.organ.name });
  }
  const kind = checkedPapers(papers, { use, accounts: [order.account] }, context);
  if (!kind.ok) return kind;

  const account = known(books.find("account", order.account), "an order lies on an account");
  const customer = known(books.find("customer", order.customer), "an order is on somebody");
  const orders = books.list("freezeOrder", "account", account.id);
  const frozen = { balance: account.balance, orders };
  return accept({ order, kind: kind.value, account, customer, frozen });
}

/** The same while the order is in force. */
export function activeOrderOfOrgan(
  asked: { readonly order: FreezeOrderId; readonly papers: FreezePapers },
  use: Exclude<PaperPurpose, "order">,
  context: Context,
): Result<OrderFile, FreezeRefusal> {
  const file = orderOfOrgan(asked, use, context);
  if (!file.ok) return file;
  const { status, endsAt } = file.value.order;
  if (endsAt !== undefined && (status === "expired" || endsAt <= context.now)) {
    return refuse({ code: "freeze.ended", endsAt });
  }
  return status === "active" ? file : refuse({ code: "freeze.not-active", status });
}
