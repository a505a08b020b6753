import type { Books } from "#core/books/books.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import { maskPan } from "#core/card/pan.ts";
import type { LossCaseView } from "#core/contract/customer-view.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";
import { masked } from "#core/identity/free-text.ts";
import { known } from "#core/kernel/assert.ts";
import { type LossCase, statusOn } from "#core/loss/loss-case.ts";

/** A loss case as registers and customer pages show it, its status by the clock (5.2). */
export function lossCaseView(books: Books, lossCase: LossCase, today: BusinessDate): LossCaseView {
  const customer = known(books.find("customer", lossCase.customer), "a case has a customer");
  const card = known(books.find("card", lossCase.card), "a case has a card");
  const order = lossCase.order ? books.find("order", lossCase.order) : undefined;
  const { oralLastDay, formalOn, maturesOn, numbering, slip } = lossCase;

  return {
    number: lossCase.number,
    customer: customer.id,
    customerName: customer.name,
    card: card.id,
    cardNumber: maskPan(card.pan),
    kind: lossCase.kind,
    status: statusOn(lossCase, today),
    channel: lossCase.channel,
    acceptedAt: lossCase.acceptedAt,
    ...(oralLastDay ? { oralLastDay } : {}),
    ...(formalOn ? { formalOn } : {}),
    ...(maturesOn ? { maturesOn } : {}),
    ...(numbering ? { numbering } : {}),
    ...(slip ? { slip } : {}),
    slipLost: lossCase.slipLost,
    ...(order ? { order: order.id, orderStatus: order.status } : {}),
    reason: masked(lossCase.reason),
    branch: lossCase.branch,
    possible: possibleOn(books, lossCase, today),
  };
}

/** Transactions that the case's status allows today, apart from what the customer must bring. */
function possibleOn(
  books: Books,
  lossCase: LossCase,
  today: BusinessDate,
): readonly TransactionCode[] {
  const { kind, slipLost, order } = lossCase;
  const status = statusOn(lossCase, today);
  // At another branch than that of the report only an oral one can still be withdrawn (L04).
  if (lossCase.branch !== books.find("branch", "branch")?.branch.code) {
    return status === "oral-active" ? ["4006"] : [];
  }
  const isCardLost = kind !== "pin";
  const withdraw = slipLost ? [] : (["4006"] as const);
  // Whatever was agreed at the report: the holder may still ask for the old number (L07).
  const make = isCardLost && !order ? (["8006"] as const) : [];

  switch (status) {
    case "oral-active":
      return ["4003", "4006"];
    case "formal-waiting": {
      const collect = isCardLost && replacesBeforeTerm(books, lossCase);
      return ["4005", ...withdraw, ...(collect ? (["4007"] as const) : []), ...make];
    }
    case "matured":
      return isCardLost
        ? ["4005", ...withdraw, "4007", "4008", ...make]
        : ["4005", ...withdraw, "4009"];
    case "lapsed":
    case "withdrawn":
    case "closed-replaced":
    case "closed-account":
    case "closed-pin":
      return [];
  }
}

/** Whether the bank replaces before the term is over, with whichever number (T17). */
function replacesBeforeTerm(books: Books, { slipLost }: LossCase): boolean {
  const { parameters } = books.find("branch", "branch") ?? { parameters: defaultParameters };
  return parameters.sameDayReplacement !== "off" && !slipLost;
}
