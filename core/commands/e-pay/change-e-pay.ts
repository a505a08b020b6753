import { spendAtCounter } from "#core/commands/codes-at-counter.ts";
import type { Command, Context, Decision, Refused } from "#core/commands/command.ts";
import { contextAfter } from "#core/commands/context-after.ts";
import { type EPayFile, ePayFacts, liveEPayFileOf } from "#core/commands/e-pay/e-pay-file.ts";
import { phoneTaken } from "#core/commands/e-pay/new-phone.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { admitAlias, admitPhone } from "#core/e-pay/admission.ts";
import { maskPhone } from "#core/identity/mask.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { instantFact, termFact, textFact } from "#core/slip/facts.ts";

type Act<A extends TransactionInput<"7005">["action"]> = Extract<
  TransactionInput<"7005">,
  { readonly action: A }
>;

/** 7005 e支付 别名/手机变更 (5.5, E13, O09): by the holder in person and with a supervisor's word. */
export const changeEPay: Command<"7005"> = (input, context) => {
  const found = liveEPayFileOf(input.enrolment, context);
  if (!found.ok) return found;
  const identified = identify(found.value.customer, input.identity, context);
  if (!identified.ok) return identified;
  return input.action === "rename"
    ? rename(input, found.value, context)
    : reBind(input, found.value, context);
};

function rename(
  { alias, identity }: Act<"rename">,
  { enrolment, customer, card }: EPayFile,
  context: Context,
): Result<Decision, Refusal> {
  if (alias === enrolment.alias) return refuse({ code: "e-pay.nothing-changed" });
  const admitted = admitAlias(
    { customer: customer.id, alias, except: enrolment.id },
    context.books,
  );
  if (!admitted.ok) return admitted;

  const facts = [
    termFact("action", "action.rename"),
    ...identityFacts(customer, identity),
    textFact("aliasBefore", enrolment.alias),
    ...ePayFacts({ alias, card }, context),
  ];
  return accept({
    level: "A2",
    entries: [{ type: "e-pay.renamed", enrolment: enrolment.id, alias }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
}

/**
 * A new telephone is a new binding (O09): it proves itself by a code, the old one is told, and for a
 * while no transfer leaves. One customer has one telephone for all her enrolments, and it is the reserved
 * one (E10); so a number that is not reserved yet becomes it with this very posting, as by 2004.
 */
function reBind(
  input: Act<"re-bind">,
  file: EPayFile,
  context: Context,
): Result<Decision, Refusal> | Refused {
  const { enrolment, customer, card } = file;
  const phone = input.phone ?? customer.phone;
  if (!phone) return refuse({ code: "e-pay.no-reserved-phone" });
  if (phone === enrolment.phone && phone === customer.phone) {
    return refuse({ code: "e-pay.nothing-changed" });
  }
  const alone = admitPhone({ customer: customer.id, phone }, context.books);
  if (!alone.ok) return alone;
  const code = spendAtCounter(
    input.code,
    phone === customer.phone
      ? { purpose: "e-pay.change-phone", customer: customer.id, enrolment: enrolment.id }
      : { purpose: "phone-change", customer: customer.id, phone },
    context,
  );
  if (!code.ok) return code;

  const taken = phoneTaken({ customer, phone }, contextAfter(code.value, context));
  const facts = [
    termFact("action", "action.re-bind"),
    ...identityFacts(customer, input.identity),
    ...ePayFacts({ alias: enrolment.alias, card }, context),
    textFact("oldPhone", maskPhone(enrolment.phone)),
    textFact("newPhone", maskPhone(phone)),
    instantFact("coolsUntil", taken.coolsUntil),
    termFact("note", "note.e-pay-cooling"),
    termFact("note", "note.e-pay-old-phone-told"),
  ];
  return accept({
    level: "A2",
    entries: [...code.value, ...taken.entries],
    outcome: { facts, relations: [] },
    slip: "general",
  });
}
