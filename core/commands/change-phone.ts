import { spendAtCounter } from "#core/commands/codes-at-counter.ts";
import type { Command } from "#core/commands/command.ts";
import { contextAfter } from "#core/commands/context-after.ts";
import { phoneTaken } from "#core/commands/e-pay/new-phone.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import type { Customer } from "#core/customer/customer.ts";
import { admitPhone, enrolmentsOf } from "#core/e-pay/admission.ts";
import { isLive } from "#core/e-pay/identifier.ts";
import { maskPhone } from "#core/identity/mask.ts";
import { phoneFromText } from "#core/identity/phone.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { instantFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/**
 * 2004 预留手机号变更: the holder in person with the document, before a supervisor, and a code that came to
 * the new telephone, keyed in on the pad (O07, O09).
 *
 * The old telephone hears of it as well as the new one (R17). Whatever is enrolled for e支付 goes over to
 * the new number in the same posting and lets no transfer out until that has cooled; so a number by which
 * somebody else pays is refused her who pays by e支付 as well (5.5).
 */
export const changePhone: Command<"2004"> = (input, context) => {
  const { books } = context;
  const customer = books.find("customer", input.customer);
  if (!customer) return refuse({ code: "customer.unknown" });
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  const phone = phoneFromText(input.phone);
  if (!phone) return refuse({ code: "customer.phone-malformed" });

  const isEnrolled = enrolmentsOf(customer.id, books).some(isLive);
  const alone = isEnrolled ? admitPhone({ customer: customer.id, phone }, books) : accept(phone);
  if (!alone.ok) return alone;
  const asked = { purpose: "phone-change", customer: customer.id, phone: input.phone } as const;
  const spent = spendAtCounter(input.code, asked, context);
  if (!spent.ok) return spent;

  const after = contextAfter(spent.value, context);
  const { entries, coolsUntil } = phoneTaken({ customer, phone }, after);
  const isShared = books.list("customer", "phone", phone).some(({ id }) => id !== customer.id);
  const facts = [
    ...identityFacts(customer, input.identity),
    textFact("newPhone", maskPhone(phone)),
    ...(isEnrolled
      ? [instantFact("coolsUntil", coolsUntil), termFact("note", "note.phone-e-pay-goes-over")]
      : []),
    ...noteFacts(customer, isShared),
  ];
  return accept({
    level: "A2",
    entries: [...spent.value, ...entries],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};

function noteFacts({ phone: before }: Customer, isShared: boolean): readonly Fact[] {
  return [
    termFact("note", "note.phone-codes-to-new"),
    ...(before ? [termFact("note", "note.phone-old-told")] : []),
    // Families share telephones: a warning to look closer, and no reason to refuse (R02).
    ...(isShared ? [termFact("note", "note.phone-of-another")] : []),
  ];
}
