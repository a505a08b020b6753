import type { Account } from "#core/account/account.ts";
import { maskAccountNumber } from "#core/account/account-number.ts";
import { availableToday, sleeps } from "#core/account/dormancy.ts";
import type { Hold } from "#core/account/hold.ts";
import type { Books } from "#core/books/books.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { AccountView } from "#core/contract/customer-view.ts";
import { isOpenOn } from "#core/loss/collection.ts";

/** An account as the teller sees it today, with what may be drawn from it (3.5). */
export function accountView(books: Books, account: Account, today: BusinessDate): AccountView {
  const holds = books
    .list("hold", "account", account.id)
    .filter((hold) => hold.status === "active" && isStillHeld(books, hold, today));
  const { parameters } = books.find("branch", "branch") ?? { parameters: defaultParameters };
  const on = { today, parameters };

  return {
    id: account.id,
    number: maskAccountNumber(account.number),
    product: account.product,
    life: account.life,
    openedOn: account.openedOn,
    balance: account.balance,
    available: availableToday(account, holds, on),
    dormant: sleeps(account, holds, on),
    holds: holds.map(holdView),
  };
}

/** The hold of a loss ends with its case, by the clock and not by whether a timer fired (T06). */
export function isStillHeld(books: Books, { source }: Hold, today: BusinessDate): boolean {
  if (source.type !== "loss") return true;

  const lossCase = books.find("lossCase", source.lossCase);
  return lossCase !== undefined && isOpenOn(lossCase, today);
}

/** Of an order of the state nothing is told but that it is there: no number, organ or sum (U07). */
function holdView(hold: Hold, place: number): AccountView["holds"][number] {
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
