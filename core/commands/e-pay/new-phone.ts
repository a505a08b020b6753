import { type Instant, instant } from "#core/calendar/instant.ts";
import type { Context } from "#core/commands/command.ts";
import { contextAfter } from "#core/commands/context-after.ts";
import { tell } from "#core/commands/one-time-codes.ts";
import type { Customer } from "#core/customer/customer.ts";
import { enrolmentsOf } from "#core/e-pay/admission.ts";
import { isLive } from "#core/e-pay/identifier.ts";
import { maskPhone } from "#core/identity/mask.ts";
import type { Phone } from "#core/identity/phone.ts";
import type { Entry } from "#core/journal/entry.ts";

const HOUR_MS = 3_600_000;

/** What a new telephone brings about, and until when no transfer leaves by e支付 for it (O09). */
export interface PhoneTaken {
  readonly entries: readonly Entry[];
  readonly coolsUntil: Instant;
}

/**
 * A telephone that has proved itself becomes the reserved one, and every live enrolment of the customer
 * follows it: she has one telephone for all of them, and codes go to the reserved one alone (E10). Codes
 * on their way to the old one open nothing any more, for a new number is a new binding (O09). Both
 * telephones are told in the same posting, the old one first (R17).
 *
 * `context` is as after the code that proved the telephone was spent.
 */
export function phoneTaken(
  { customer, phone }: { readonly customer: Customer; readonly phone: Phone },
  context: Context,
): PhoneTaken {
  const { books, now, parameters } = context;
  const coolsUntil = instant(now + parameters.ePay.coolingHours * HOUR_MS);
  const moving = enrolmentsOf(customer.id, books).filter(
    (one) => isLive(one) && one.phone !== phone,
  );
  const before = new Set([customer.phone, ...moving.map((one) => one.phone)]);
  const changed: readonly Entry[] = [
    ...(customer.phone === phone
      ? []
      : [{ type: "customer.phone-changed", customer: customer.id, phone, at: now } as const]),
    ...moving.map(({ id }) => ({
      ...{ type: "e-pay.phone-changed" as const, enrolment: id, phone, coolsUntil },
    })),
  ];
  const told = [...before].flatMap((one) => (one === undefined || one === phone ? [] : [one]));
  const values = { branch: context.branch.name, phone: maskPhone(phone) };
  const messages = [
    ...told.map((to) => ({ to, template: "phone-changed" }) as const),
    { to: phone, template: "phone-set" } as const,
  ];
  const voided = books
    .list("oneTimeCode", "customer", customer.id)
    .filter(({ status }) => status === "open")
    .map(({ id }) => ({ type: "sms-code.voided", code: id }) as const);
  const entries: Entry[] = [...voided, ...changed];
  for (const { to, template } of messages) {
    // Each is numbered after the one before it.
    const after = contextAfter(entries, context);
    entries.push(tell(template, { customer: customer.id, to, values }, after));
  }
  return { coolsUntil, entries };
}
