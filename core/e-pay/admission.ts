import type { Books } from "#core/books/books.ts";
import type { Card } from "#core/card/card.ts";
import type { Customer, CustomerId } from "#core/customer/customer.ts";
import type { EPay } from "#core/e-pay/e-pay.ts";
import type { EPayRefusal } from "#core/e-pay/e-pay-refusal.ts";
import { cardOf, isLive, nameSake } from "#core/e-pay/identifier.ts";
import type { EPayRules } from "#core/e-pay/rules.ts";
import type { Phone } from "#core/identity/phone.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** What a customer says when she applies: her telephone, and which agreement she accepts. */
export interface Application {
  readonly phone: Phone;
  readonly agreement: string;
}

/**
 * Whether the telephone that was said is the reserved one (E01, E10), and the agreement the one that
 * holds now (E07). Asked before the PIN, as 5.5 has it.
 */
export function admitApplication(
  customer: Customer,
  { phone, agreement }: Application,
  { agreement: version }: EPayRules,
): Result<Phone, EPayRefusal> {
  if (!customer.phone) return refuse({ code: "e-pay.no-reserved-phone" });
  if (customer.phone !== phone) return refuse({ code: "e-pay.phone-differs" });
  return agreement === version
    ? accept(phone)
    : refuse({ code: "e-pay.agreement-outdated", version });
}

/** Whether an alias is the customer's only one of the name, and hides what it is there to hide (E13). */
export function admitAlias(
  { customer, alias, except }: Pick<EPay, "customer" | "alias"> & { readonly except?: EPay["id"] },
  books: Books,
): Result<string, EPayRefusal> {
  if (/[0-9０-９]{5}/.test(alias)) return refuse({ code: "e-pay.alias-tells-number" });
  const isTaken = enrolmentsOf(customer, books).some(
    (one) => one.id !== except && isLive(one) && one.alias === alias,
  );
  return isTaken ? refuse({ code: "e-pay.alias-taken" }) : accept(alias);
}

/** Whether nobody else is enrolled with the telephone: one telephone, one customer (5.5). */
export function admitPhone(
  { customer, phone }: Pick<EPay, "customer" | "phone">,
  books: Books,
): Result<Phone, EPayRefusal> {
  const isOfAnother = books
    .list("ePay", "phone", phone)
    .some((one) => isLive(one) && one.customer !== customer);
  return isOfAnother ? refuse({ code: "e-pay.phone-of-another" }) : accept(phone);
}

/** Whether telephone and card would name this one enrolment and no other (E04). */
export function admitIdentifier(
  {
    phone,
    card,
    except,
  }: {
    readonly phone: Phone;
    readonly card: Card;
    readonly except?: EPay["id"];
  },
  books: Books,
): Result<Card, EPayRefusal> {
  const isEnrolled = enrolmentsOf(card.customer, books).some(
    (one) => one.id !== except && isLive(one) && cardOf(one, books).id === card.id,
  );
  if (isEnrolled) return refuse({ code: "e-pay.card-enrolled" });
  const named = { phone, pan: card.pan, ...(except ? { except } : {}) };
  return nameSake(named, books) ? refuse({ code: "e-pay.last-six-taken" }) : accept(card);
}

/** All enrolments a customer ever applied for, ended ones among them. */
export function enrolmentsOf(customer: CustomerId, books: Books): readonly EPay[] {
  return books.list("ePay", "customer", customer);
}
