import type { Command } from "#core/commands/command.ts";
import { ePayFacts, ePayLimitFacts, liveEPayFileOf } from "#core/commands/e-pay/e-pay-file.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { admitLimits, isRaise, limitsInForce } from "#core/e-pay/limits.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { moneyFact, termFact } from "#core/slip/facts.ts";

/**
 * 7002 e支付限额调整 (E15): down at once, for that protects; up to the bank's limit in person and with a
 * supervisor's word. What holds now is never more than the bank allows by now, so a limit that was set
 * under a higher ceiling is raised by whatever goes beyond today's.
 */
export const limitEPay: Command<"7002"> = (input, context) => {
  const found = liveEPayFileOf(input.enrolment, context);
  if (!found.ok) return found;
  const { enrolment, customer, card } = found.value;
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  const rules = context.parameters.ePay;
  const before = limitsInForce(enrolment, rules);
  const limits = { single: input.single, day: input.day };
  if (before.single === limits.single && before.day === limits.day) {
    return refuse({ code: "e-pay.nothing-changed" });
  }
  const admitted = admitLimits(limits, rules);
  if (!admitted.ok) return admitted;

  const raised = isRaise(before, limits);
  const facts = [
    termFact("action", raised ? "action.raise" : "action.lower"),
    ...identityFacts(customer, input.identity),
    ...ePayFacts({ alias: enrolment.alias, card }, context),
    moneyFact("limitSingleBefore", before.single),
    moneyFact("limitDayBefore", before.day),
    ...ePayLimitFacts(limits),
    termFact("note", "note.e-pay-lower-yourself"),
  ];
  return accept({
    level: raised ? "A2" : "A0",
    entries: [{ type: "e-pay.limited", enrolment: enrolment.id, limits }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};
