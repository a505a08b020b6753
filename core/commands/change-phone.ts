import { instant } from "#core/calendar/instant.ts";
import { spendAtCounter } from "#core/commands/codes-at-counter.ts";
import type { Command, Context } from "#core/commands/command.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { tellEach } from "#core/commands/one-time-codes.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Customer } from "#core/customer/customer.ts";
import type { EPay } from "#core/e-pay/e-pay.ts";
import { cardOf, isLive, nameSake } from "#core/e-pay/identifier.ts";
import { maskPhone } from "#core/identity/mask.ts";
import { type Phone, phoneFromText } from "#core/identity/phone.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { instantFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

const HOUR_MS = 3_600_000;

/**
 * 2004 预留手机号变更: the holder in person with the document, before a supervisor, and a code that came to
 * the new telephone, keyed in on the pad (O07, O09).
 *
 * The old telephone hears of it as well as the new one (R17). Whatever is enrolled for e支付 goes over to
 * the new number in the same posting and lets no transfer out until that has cooled; codes on their way to
 * the old number are void, for a new number is a new binding.
 */
export const changePhone: Command<"2004"> = (input, context) => {
  const customer = context.books.find("customer", input.customer);
  if (!customer) return refuse({ code: "customer.unknown" });
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;

  const asked = { purpose: "phone-change", customer: customer.id, phone: input.phone } as const;
  const enrolments = context.books.list("ePay", "customer", customer.id).filter(isLive);
  const phone = phoneFromText(input.phone);
  const taken = phone && identifierTaken(phone, enrolments, context);
  if (taken) return refuse(taken);
  const spent = spendAtCounter(input.code, asked, context);
  if (!spent.ok) return spent;

  const to = known(phone, "a code was sent to this telephone");
  const coolsUntil = instant(context.now + context.parameters.ePay.coolingHours * HOUR_MS);
  const changed: readonly Entry[] = [
    { type: "customer.phone-changed", customer: customer.id, phone: to, at: context.now },
    ...enrolments.map(
      ({ id }) => ({ type: "e-pay.phone-changed", enrolment: id, phone: to, coolsUntil }) as const,
    ),
  ];
  const facts = [
    ...identityFacts(customer, input.identity),
    textFact("newPhone", maskPhone(to)),
    ...(enrolments.length > 0
      ? [termFact("note", "note.phone-e-pay-goes-over"), instantFact("coolsUntil", coolsUntil)]
      : []),
    ...noteFacts(customer, to, context),
  ];
  return accept({
    level: "A2",
    entries: [
      ...spent.value,
      ...voidedCodes(customer, spent.value, context),
      ...changed,
      ...messages(customer, to, context),
    ],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};

/** Telephone and last six digits must go on naming one card of one customer (E04, 5.5). */
function identifierTaken(
  phone: Phone,
  enrolments: readonly EPay[],
  { books }: Context,
): Refusal | undefined {
  const [first] = enrolments;
  if (!first) return undefined;
  const others = books
    .list("ePay", "phone", phone)
    .filter((one) => isLive(one) && one.customer !== first.customer);
  if (others.length > 0) return { code: "e-pay.phone-of-another" };
  const isTaken = enrolments.some((one) => {
    const { pan } = cardOf(one, books);
    return nameSake({ phone, pan, except: one.id }, books) !== undefined;
  });
  return isTaken ? { code: "e-pay.last-six-taken" } : undefined;
}

/** Codes that went to the old telephone open nothing any more (O09). */
function voidedCodes(
  { id: customer }: Customer,
  spent: readonly Entry[],
  { books }: Context,
): readonly Entry[] {
  const used = spent.flatMap((entry) => (entry.type === "sms-code.used" ? [entry.code] : []));
  return books
    .list("oneTimeCode", "customer", customer)
    .filter(({ id, status }) => status === "open" && !used.includes(id))
    .map(({ id }) => ({ type: "sms-code.voided", code: id }));
}

/** Old and new telephone hear of it, so that whoever lost the number learns it in time (R17, O09). */
function messages(customer: Customer, to: Phone, context: Context): readonly Entry[] {
  const values = { phone: maskPhone(to), branch: context.branch.name };
  const about = { customer: customer.id, values };
  return tellEach(
    [
      ...(customer.phone
        ? [{ template: "phone-changed", to: customer.phone, ...about } as const]
        : []),
      { template: "phone-set", to, ...about } as const,
    ],
    context,
  );
}

function noteFacts({ id, phone: before }: Customer, to: Phone, { books }: Context) {
  const isShared = books.list("customer", "phone", to).some((other) => other.id !== id);
  const notes: readonly Fact[] = [
    termFact("note", "note.phone-codes-to-new"),
    ...(before ? [termFact("note", "note.phone-old-told")] : []),
    // Families share telephones: a warning to look closer, and no reason to refuse (R02).
    ...(isShared ? [termFact("note", "note.phone-of-another")] : []),
  ];
  return notes;
}
