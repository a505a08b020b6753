import type { Account } from "#core/account/account.ts";
import { maskAccountNumber } from "#core/account/account-number.ts";
import { availableToday, type DormancyDay, sleeps } from "#core/account/dormancy.ts";
import { type Hold, isJudiciallyFrozen } from "#core/account/hold.ts";
import type { Books } from "#core/books/books.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Instant } from "#core/calendar/instant.ts";
import type { Card } from "#core/card/card.ts";
import type { AccountView, CardView, HoldView } from "#core/contract/customer-view.ts";
import { isOpenOn } from "#core/loss/collection.ts";
import type { Fen } from "#core/money/fen.ts";

/** When somebody looks, what that person may see, and who knows of what is not in the books. */
export interface Looking {
  readonly today: BusinessDate;
  readonly now: Instant;
  readonly seesOrders: boolean;
  /** What the journal says of the erasing of a card whose record says that it was erased. */
  readonly erasureOf: (card: Card) => CardView["erased"];
}

/**
 * An account as the teller sees it today, with what may be drawn from it (3.5).
 *
 * Where an order is felt, whoever may not see orders is told neither what is available, for beside
 * the balance that is the order's sum, nor more of it than one line, however many there are (U07).
 */
export function accountView(
  books: Books,
  account: Account,
  { today, seesOrders }: Looking,
): AccountView {
  const holds = holdsOn(books, account, today);
  const on = dayOf(books, today);
  const isRestricted = !seesOrders && isJudiciallyFrozen(holds);
  const shown = holds.filter(({ source }) => !isRestricted || source.type !== "judicial");

  return {
    id: account.id,
    number: maskAccountNumber(account.number),
    product: account.product,
    life: account.life,
    openedOn: account.openedOn,
    balance: account.balance,
    ...(isRestricted ? {} : { available: availableToday(account, holds, on) }),
    dormant: sleeps(account, holds, on),
    holds: [...shown.map(holdView), ...(isRestricted ? [restricted] : [])],
  };
}

/** What may be drawn from the account today, to its holder (3.5). */
export function availableOn(books: Books, account: Account, today: BusinessDate): Fen {
  return availableToday(account, holdsOn(books, account, today), dayOf(books, today));
}

const restricted = { source: "restricted" } as const satisfies HoldView;

function dayOf(books: Books, today: BusinessDate): DormancyDay {
  const { parameters } = books.find("branch", "branch") ?? { parameters: defaultParameters };
  return { today, parameters };
}

function holdsOn(books: Books, account: Account, today: BusinessDate): readonly Hold[] {
  return books
    .list("hold", "account", account.id)
    .filter((hold) => hold.status === "active" && isStillHeld(books, hold, today));
}

/** The hold of a loss ends with its case, by the clock and not by whether a timer fired (T06). */
export function isStillHeld(books: Books, { source }: Hold, today: BusinessDate): boolean {
  if (source.type !== "loss") return true;

  const lossCase = books.find("lossCase", source.lossCase);
  return lossCase !== undefined && isOpenOn(lossCase, today);
}

/** Of an order of the state a page tells that it is there: no number, organ or sum (U07). */
function holdView(hold: Hold, place: number): HoldView {
  const { id, kind, source, target, placedAt } = hold;
  if (source.type === "judicial") {
    return { id: `judicial-${place + 1}`, kind, source: "judicial", placedAt };
  }
  return {
    id,
    kind,
    source: source.type,
    placedAt,
    ...(source.type === "loss" ? { lossCase: source.lossCase } : {}),
    ...(target === undefined ? {} : { amount: target }),
  };
}
