import type { Command } from "#core/commands/command.ts";
import { ePayFacts, ePayFileOf } from "#core/commands/e-pay/e-pay-file.ts";
import { endServices } from "#core/commands/end-services.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact } from "#core/slip/facts.ts";

/** 7004 e支付 注销 (5.5): by the holder in person, at once; whatever state it is in, it ends for good. */
export const cancelEPay: Command<"7004"> = (input, context) => {
  const found = ePayFileOf(input.enrolment, context);
  if (!found.ok) return found;
  const { enrolment, customer, card } = found.value;
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  const { status, alias } = enrolment;
  if (status === "cancelled") return refuse({ code: "e-pay.not-enrolled", status });

  const relation = context.books.find("relation", enrolment.relation);
  const bound = known(relation, "an enrolment has its relation");
  const { entries } = endServices([bound], customer.id, context);
  const facts = [
    ...identityFacts(customer, input.identity),
    ...ePayFacts({ alias, card }, context),
    termFact("note", "note.e-pay-enrol-anew"),
  ];
  return accept({ level: "A0", entries, outcome: { facts, relations: [] }, slip: "general" });
};
