import type { Account } from "#core/account/account.ts";
import { AccountId } from "#core/account/account.ts";
import { cashBox, transferOf } from "#core/account/posting.ts";
import { addMonths } from "#core/calendar/business-date.ts";
import { fen, signedFen } from "#core/money/fen.ts";
import { customerId } from "#main/demonstration/cast.ts";
import type { Draw } from "#main/demonstration/draw.ts";
import { accountNumber } from "#main/demonstration/intake-plan.ts";
import type { When } from "#main/demonstration/loss-steps.ts";
import { demonstrationBranch } from "#main/demonstration/staff.ts";
import { type Counter, type Happening, visitMoment } from "#main/demonstration/visit.ts";

/** 定期存款: cash is laid down for so many months, on an account that has no card. */
export function openTimeDeposit(
  { number, date }: When,
  { teller }: Counter,
  {
    amount,
    months,
    draw,
  }: { readonly amount: number; readonly months: number; readonly draw: Draw },
): Happening {
  const at = visitMoment(number, date, 8);
  const accountOf = (id: AccountId): Account => ({
    id,
    number: accountNumber(draw, "time-deposit"),
    customer: customerId(number),
    branch: demonstrationBranch.code,
    product: "time-deposit",
    openedOn: date,
    maturesOn: addMonths(date, months),
    drawMethod: "document",
    life: "open",
    balance: signedFen(0),
    lastMovedOn: date,
    interestProduct: 0,
  });
  return {
    at,
    happen(past) {
      const id = AccountId.parse(`a-${past.books().count("account") + 1}`);
      past.record({
        at,
        teller: teller.id,
        code: "3011",
        entries: [
          { type: "account.opened", account: accountOf(id) },
          {
            type: "money.posted",
            memo: "cash-in",
            postings: transferOf(fen(amount), cashBox(teller.id), id),
          },
        ],
      });
    },
  };
}
