import type { Books } from "#core/books/books.ts";
import { defaultParameters, type Parameters } from "#core/branch/parameters.ts";
import { lastFour } from "#core/card/pan.ts";
import type { EPayOfCustomer, EPayView } from "#core/contract/e-pay-view.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { enrolmentsOf } from "#core/e-pay/admission.ts";
import type { EPay } from "#core/e-pay/e-pay.ts";
import { cardOf } from "#core/e-pay/identifier.ts";
import { limitsInForce, paidBy } from "#core/e-pay/limits.ts";
import { type EPayMoment, mayPayAtAll } from "#core/e-pay/standing.ts";
import { maskPhone } from "#core/identity/mask.ts";
import type { Looking } from "./account-view.ts";

type Moment = Pick<Looking, "today" | "now">;

/** A customer's enrolments for e支付, and what the bank has laid down for all of them (5.5). */
export function ePayOfCustomer(books: Books, customer: CustomerId, moment: Moment): EPayOfCustomer {
  const parameters = books.find("branch", "branch")?.parameters ?? defaultParameters;
  const { agreement, ceiling, month } = parameters.ePay;
  const isOver = ({ status }: EPay) => status === "cancelled";
  const all = enrolmentsOf(customer, books);
  return {
    ...{ agreement, ceiling, month },
    enrolments: [...all.filter((one) => !isOver(one)), ...all.filter(isOver)].map((one) =>
      enrolmentView(books, one, { ...moment, parameters }),
    ),
  };
}

function enrolmentView(
  books: Books,
  enrolment: EPay,
  { today, now, parameters }: Moment & { readonly parameters: Parameters },
): EPayView {
  const { id, alias, phone, status, agreement, coolsUntil } = enrolment;
  const card = cardOf(enrolment, books);
  const paid = paidBy(enrolment, today);
  const { single, day } = limitsInForce(enrolment, parameters.ePay);
  return {
    ...{ id, alias, card: card.id, cardTail: lastFour(card.pan), phone: maskPhone(phone) },
    ...{ status, single, day, paidToday: paid.day, paidThisMonth: paid.month, agreement },
    ...(coolsUntil !== undefined && now < coolsUntil ? { coolsUntil } : {}),
    ...(status === "enrolled" ? stoppedBy(enrolment, { books, now, today, parameters }) : {}),
  };
}

/** What stops even a purchase: of what cools, transfers alone are stopped, and that is said beside. */
function stoppedBy(enrolment: EPay, moment: EPayMoment): Pick<EPayView, "stopped"> {
  const standing = mayPayAtAll(enrolment, { kind: "purchase" }, moment);
  if (standing.ok) return {};
  return { stopped: standing.refusal.code === "e-pay.phone-differs" ? "phone" : "card" };
}
