import { maskAccountNumber } from "#core/account/account-number.ts";
import type { Card } from "#core/card/card.ts";
import { lastFour } from "#core/card/pan.ts";
import type { Context } from "#core/commands/command.ts";
import type { Customer } from "#core/customer/customer.ts";
import type { EPay, EPayId, EPayLimits } from "#core/e-pay/e-pay.ts";
import type { EPayRefusal } from "#core/e-pay/e-pay-refusal.ts";
import { cardOf, isLive } from "#core/e-pay/identifier.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { moneyFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** An enrolment with the customer whose it is and the card it is bound to now. */
export interface EPayFile {
  readonly enrolment: EPay;
  readonly customer: Customer;
  readonly card: Card;
}

/** The file of an enrolment, whatever its state. */
export function ePayFileOf(
  id: EPayId,
  { books }: Pick<Context, "books">,
): Result<EPayFile, EPayRefusal> {
  const enrolment = books.find("ePay", id);
  if (!enrolment) return refuse({ code: "e-pay.unknown" });
  const customer = known(books.find("customer", enrolment.customer), "an enrolment has a customer");
  return accept({ enrolment, customer, card: cardOf(enrolment, books) });
}

/** The file of an enrolment that is in use or suspended. */
export function liveEPayFileOf(
  id: EPayId,
  context: Pick<Context, "books">,
): Result<EPayFile, EPayRefusal> {
  const file = ePayFileOf(id, context);
  if (!file.ok || isLive(file.value.enrolment)) return file;
  return refuse({ code: "e-pay.not-enrolled", status: file.value.enrolment.status });
}

/**
 * The lines about an enrolment: its alias, the last four of its card, its account. Never six digits,
 * which beside the telephone would be the identifier itself (K06).
 */
export function ePayFacts(
  { alias, card }: { readonly alias: string; readonly card: Card },
  { books }: Pick<Context, "books">,
): readonly Fact[] {
  const account = known(books.find("account", card.account), "a card has an account");
  return [
    textFact("alias", alias),
    textFact("cardTail", lastFour(card.pan)),
    textFact("account", maskAccountNumber(account.number)),
  ];
}

/** The lines about limits, in the names they have everywhere. */
export function ePayLimitFacts({ single, day }: EPayLimits): readonly Fact[] {
  return [moneyFact("limitSingle", single), moneyFact("limitDay", day)];
}
