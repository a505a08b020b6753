import type { CardId } from "#core/card/card.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { EPay } from "#core/e-pay/e-pay.ts";
import type { Phone } from "#core/identity/phone.ts";

/** What a code for an enrolment is good for: this customer, this card, this telephone (5.5). */
export function enrolElements(customer: CustomerId, card: CardId, phone: Phone): readonly string[] {
  return [customer, card, phone];
}

/** What a code that puts a suspended enrolment back into use is good for (5.5). */
export function resumeElements({ customer, id, phone }: EPay): readonly string[] {
  return [customer, id, phone];
}

/** What a code that binds a new telephone is good for; it goes to that telephone (O09). */
export function changePhoneElements(customer: CustomerId, phone: Phone): readonly string[] {
  return [customer, phone];
}
