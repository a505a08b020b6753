import { maySeeParked, type Parked } from "#core/authorisation/parked.ts";
import { openParked } from "#core/authorisation/parked-still-waiting.ts";
import type { Books } from "#core/books/books.ts";
import type { Instant } from "#core/calendar/instant.ts";
import type { ParkedView, WaitingView } from "#core/contract/queue-view.ts";
import { TransactionCode } from "#core/contract/transactions.ts";
import { isOfOrders } from "#core/freeze/order-codes.ts";
import { masked } from "#core/identity/free-text.ts";
import { maySeeOrders, type Teller } from "#core/teller/teller.ts";

/** Whether a parked request is about orders of the state, so that others must not know of it (U07). */
function isParkedOfOrders({ code, slip }: Parked, books: Books): boolean {
  if (isOfOrders(code)) return true;
  return slip !== undefined && books.find("slip", slip)?.kind === "freeze-receipt";
}

/** Whether somebody is shown a parked request at all. */
export function isShownTo(teller: Teller, parked: Parked, books: Books): boolean {
  if (!maySeeParked(parked, teller)) return false;
  return maySeeOrders(teller) || !isParkedOfOrders(parked, books);
}

/** 待授权业务 as lists show it. */
export function parkedView(parked: Parked, books: Books, now: Instant): ParkedView {
  const { id, level, maker, parkedAt, declined, customer } = parked;
  const grant = parked.grant === undefined ? undefined : books.find("grant", parked.grant);
  const holds = grant !== undefined && grant.status !== "used" && now <= grant.expiresAt;
  const named =
    customer !== undefined && !isParkedOfOrders(parked, books)
      ? books.find("customer", customer)
      : undefined;
  return {
    id,
    code: TransactionCode.parse(parked.code),
    level,
    maker,
    makerName: books.find("teller", maker)?.name ?? maker,
    ...(named ? { customer: named.id, customerName: named.name } : {}),
    parkedAt,
    status: parked.status === "approved" && !holds ? "lapsed" : parked.status,
    ...(holds && parked.status === "approved" ? { until: grant.expiresAt } : {}),
    approvers: holds ? grant.approvers : [],
    ...(declined ? { declined: { by: declined.by, why: masked(declined.why) } } : {}),
  };
}

/** How many requests wait for somebody, of those that this person is shown. */
export function waitingView(teller: Teller, books: Books, now: Instant): WaitingView {
  const shown = openParked(books)
    .filter((parked) => isShownTo(teller, parked, books))
    .map((parked) => parkedView(parked, books, now));
  const isOwn = ({ maker }: ParkedView) => maker === teller.id;
  const count = (fits: (parked: ParkedView) => boolean) => shown.filter(fits).length;
  return {
    own: count((parked) => isOwn(parked) && parked.status !== "approved"),
    approved: count((parked) => isOwn(parked) && parked.status === "approved"),
    others: count((parked) => !isOwn(parked) && parked.status !== "approved"),
  };
}
