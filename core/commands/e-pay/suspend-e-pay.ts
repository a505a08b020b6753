import { spendAtCounter } from "#core/commands/codes-at-counter.ts";
import type { Command, Context, Decision, Refused } from "#core/commands/command.ts";
import { ePayFacts, ePayFileOf } from "#core/commands/e-pay/e-pay-file.ts";
import { holderFacts, identify, identityFacts, matchDocument } from "#core/commands/identify.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { admitIdentifier, admitPhone } from "#core/e-pay/admission.ts";
import type { EPay } from "#core/e-pay/e-pay.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { instantFact, termFact } from "#core/slip/facts.ts";

type Act<A extends TransactionInput<"7003">["action"]> = Extract<
  TransactionInput<"7003">,
  { readonly action: A }
>;

/**
 * 7003 e支付 冻结/解冻 (5.5): stopped at once by anybody's quickest way, the counter or the hotline, if the
 * identity items agree; back by the holder in person, with a supervisor's word or with a code that came
 * to her own telephone.
 */
export const suspendEPay: Command<"7003"> = (input, context) =>
  input.action === "suspend" ? suspend(input, context) : resume(input, context);

function suspend(input: Act<"suspend">, context: Context): Result<Decision, Refusal> {
  const found = ePayFileOf(input.enrolment, context);
  if (!found.ok) return found;
  const { enrolment, customer, card } = found.value;
  const matched = matchDocument(customer, input.document, context);
  if (!matched.ok) return matched;
  const { status } = enrolment;
  if (status !== "enrolled") return refuse({ code: "e-pay.not-enrolled", status });

  const facts = [
    termFact("action", "action.suspend"),
    termFact("channel", `channel.${input.channel}`),
    ...holderFacts(customer),
    ...ePayFacts({ alias: enrolment.alias, card }, context),
    instantFact("acceptedAt", context.now),
    termFact("note", "note.e-pay-resume"),
  ];
  return accept({
    level: "A0",
    entries: [{ type: "e-pay.suspended", enrolment: enrolment.id }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
}

function resume(input: Act<"resume">, context: Context): Result<Decision, Refusal> | Refused {
  const found = ePayFileOf(input.enrolment, context);
  if (!found.ok) return found;
  const { enrolment, customer, card } = found.value;
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  const free = mayResume(enrolment, context);
  if (!free.ok) return free;
  const asked = {
    purpose: "e-pay.resume",
    customer: customer.id,
    enrolment: enrolment.id,
  } as const;
  const code = input.code ? spendAtCounter(input.code, asked, context) : accept([]);
  if (!code.ok) return code;

  const facts = [
    termFact("action", "action.resume"),
    ...identityFacts(customer, input.identity),
    ...ePayFacts({ alias: enrolment.alias, card }, context),
    termFact("proof", input.code ? "proof.sms-code" : "proof.in-person"),
  ];
  return accept({
    level: input.code ? "A0" : "A2",
    entries: [...code.value, { type: "e-pay.resumed", enrolment: enrolment.id }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
}

/**
 * Whether a suspended enrolment may be used again, by counter or code: no other goes by the same
 * telephone and digits (E04), and nobody else is enrolled with the telephone.
 */
export function mayResume(
  enrolment: EPay,
  { books }: Pick<Context, "books">,
): Result<EPay, Refusal> {
  const { id: except, status, phone, customer } = enrolment;
  if (status !== "suspended") return refuse({ code: "e-pay.not-suspended", status });
  const alone = admitPhone({ customer, phone }, books);
  if (!alone.ok) return alone;
  const found = ePayFileOf(except, { books });
  if (!found.ok) return found;
  const identified = admitIdentifier({ phone, card: found.value.card, except }, books);
  return identified.ok ? accept(enrolment) : identified;
}
