import type { Account, AccountRefusal } from "#core/account/account.ts";
import { mayDraw } from "#core/account/dormancy.ts";
import { isCounterOnly } from "#core/account/hold.ts";
import type { Books } from "#core/books/books.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Instant } from "#core/calendar/instant.ts";
import { type Card, type CardRefusal, mayUse } from "#core/card/card.ts";
import type { EPay } from "#core/e-pay/e-pay.ts";
import type { EPayRefusal } from "#core/e-pay/e-pay-refusal.ts";
import { cardOf } from "#core/e-pay/identifier.ts";
import { limitsInForce, paidBy } from "#core/e-pay/limits.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Fen } from "#core/money/fen.ts";

/** What is to be paid by e支付: shopping, a bill or a small transfer (E06). In fen. */
export interface EPayOrder {
  readonly kind: "transfer" | "purchase" | "bill";
  readonly amount: Fen;
}

/** The books and the moment at which somebody wants to pay. */
export interface EPayMoment {
  readonly books: Books;
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly parameters: Parameters;
}

/** What a payment goes out from. */
export interface EPayPayer {
  readonly enrolment: EPay;
  readonly card: Card;
  readonly account: Account;
}

/** Why an enrolment cannot pay. */
export type StandingRefusal =
  | EPayRefusal
  | CardRefusal
  | AccountRefusal
  | { readonly code: "amount.zero" };

/**
 * Whether this enrolment may pay this order now: everything but the code and the payee (5.5).
 *
 * In this order: enrolled, by the telephone that is reserved now (E10); the card in use, not lost,
 * not expired, its PIN neither locked nor lost (5.1), so that a loss stops paying for its own reason
 * while the enrolment stays; no transfer while a new telephone cools (O09); at a time, in a day, in
 * a month (E15); last the account and what is on it.
 */
export function mayPay(
  enrolment: EPay,
  order: EPayOrder,
  moment: EPayMoment,
): Result<EPayPayer, StandingRefusal> {
  const standing = mayPayAtAll(enrolment, order, moment);
  if (!standing.ok) return standing;
  const { account } = standing.value;
  const allowed = withinLimits(enrolment, order.amount, moment);
  if (!allowed.ok) return allowed;

  const holds = moment.books.list("hold", "account", account.id);
  if (isCounterOnly(holds)) return refuse({ code: "account.counter-only" });
  const may = mayDraw(account, holds, order.amount, moment);
  return may.ok ? standing : may;
}

/** The guards that know no amount: what a window can tell before anything was typed. */
export function mayPayAtAll(
  enrolment: EPay,
  { kind }: Pick<EPayOrder, "kind">,
  { books, now, today }: EPayMoment,
): Result<EPayPayer, StandingRefusal> {
  const { status, phone, coolsUntil } = enrolment;
  if (status !== "enrolled") return refuse({ code: "e-pay.not-enrolled", status });
  if (books.find("customer", enrolment.customer)?.phone !== phone) {
    return refuse({ code: "e-pay.phone-differs" });
  }
  const card = cardOf(enrolment, books);
  const usable = mayUse(card, today);
  if (!usable.ok) return usable;
  if (kind === "transfer" && coolsUntil !== undefined && now < coolsUntil) {
    return refuse({ code: "e-pay.cooling", until: coolsUntil });
  }
  const account = known(books.find("account", card.account), "a card has an account");
  return accept({ enrolment, card, account });
}

function withinLimits(
  enrolment: EPay,
  amount: Fen,
  { today, parameters }: EPayMoment,
): Result<Fen, StandingRefusal> {
  const { single, day } = limitsInForce(enrolment, parameters.ePay);
  const { month } = parameters.ePay;
  const paid = paidBy(enrolment, today);
  if (amount === 0) return refuse({ code: "amount.zero" });
  if (amount > single) return refuse({ code: "e-pay.over-single-limit", limit: single });
  if (paid.day + amount > day) {
    return refuse({ code: "e-pay.over-day-limit", limit: day, paid: paid.day });
  }
  return paid.month + amount <= month
    ? accept(amount)
    : refuse({ code: "e-pay.over-month-limit", limit: month, paid: paid.month });
}
