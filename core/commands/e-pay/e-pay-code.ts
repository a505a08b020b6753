import type { CardId } from "#core/card/card.ts";
import { lastFour } from "#core/card/pan.ts";
import type { CodeRequest, SmsContext } from "#core/commands/one-time-codes.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { admitIdentifier, admitPhone } from "#core/e-pay/admission.ts";
import { changePhoneElements, enrolElements, resumeElements } from "#core/e-pay/code-elements.ts";
import type { EPayId } from "#core/e-pay/e-pay.ts";
import { cardOf, isLive } from "#core/e-pay/identifier.ts";
import type { Phone } from "#core/identity/phone.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** What a code for e支付 is wanted for, before the transaction that takes it. */
export type EPayCodeAsked =
  | { readonly purpose: "e-pay.enrol"; readonly card: CardId; readonly phone: Phone }
  | { readonly purpose: "e-pay.resume"; readonly enrolment: EPayId }
  | {
      readonly purpose: "e-pay.change-phone";
      readonly enrolment: EPayId;
      readonly phone: Phone;
    };

/**
 * What the code is bound to and where it goes: to the reserved telephone, never to one that was merely
 * said (E10), save where that telephone is to become the reserved one (O09). No code leaves for what
 * would be refused anyway.
 */
export function ePayCode(
  asked: EPayCodeAsked,
  { books }: Pick<SmsContext, "books">,
): Result<CodeRequest, Refusal> {
  return asked.purpose === "e-pay.enrol" ? enrolCode(asked, books) : enrolmentCode(asked, books);
}

function enrolCode(
  { card: id, phone }: Extract<EPayCodeAsked, { purpose: "e-pay.enrol" }>,
  books: SmsContext["books"],
): Result<CodeRequest, Refusal> {
  const card = books.find("card", id);
  if (!card) return refuse({ code: "card.unknown" });
  const customer = known(books.find("customer", card.customer), "a card has a holder");
  if (!customer.phone) return refuse({ code: "e-pay.no-reserved-phone" });
  if (customer.phone !== phone) return refuse({ code: "e-pay.phone-differs" });
  const free = admitPhone({ customer: customer.id, phone }, books);
  if (!free.ok) return free;
  const named = admitIdentifier({ phone, card }, books);
  if (!named.ok) return named;

  return accept({
    customer: customer.id,
    to: customer.phone,
    purpose: "e-pay.enrol",
    elements: enrolElements(customer.id, id, phone),
    values: { card: lastFour(card.pan) },
  });
}

function enrolmentCode(
  asked: Exclude<EPayCodeAsked, { purpose: "e-pay.enrol" }>,
  books: SmsContext["books"],
): Result<CodeRequest, Refusal> {
  const enrolment = books.find("ePay", asked.enrolment);
  if (!enrolment) return refuse({ code: "e-pay.unknown" });
  const { customer, status, phone } = enrolment;
  const values = { card: lastFour(cardOf(enrolment, books).pan) };
  if (asked.purpose === "e-pay.resume") {
    if (status !== "suspended") return refuse({ code: "e-pay.not-suspended", status });
    if (books.find("customer", customer)?.phone !== phone) {
      return refuse({ code: "e-pay.phone-differs" });
    }
    const elements = resumeElements(enrolment);
    return accept({ customer, to: phone, purpose: asked.purpose, elements, values });
  }

  if (!isLive(enrolment)) return refuse({ code: "e-pay.not-enrolled", status });
  if (asked.phone === phone) return refuse({ code: "e-pay.nothing-changed" });
  const free = admitPhone({ customer, phone: asked.phone }, books);
  if (!free.ok) return free;
  const elements = changePhoneElements(customer, asked.phone);
  return accept({ customer, to: asked.phone, purpose: asked.purpose, elements, values });
}
