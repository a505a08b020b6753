import type { CardFile } from "#core/commands/card-file.ts";
import { spendAtCounter } from "#core/commands/codes-at-counter.ts";
import type { Command, Context, Refused } from "#core/commands/command.ts";
import { applyFor } from "#core/commands/e-pay/apply.ts";
import { ePayFacts, ePayLimitFacts } from "#core/commands/e-pay/e-pay-file.ts";
import { identityFacts } from "#core/commands/identify.ts";
import { registeredCard, rightPin } from "#core/commands/registered-card.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import {
  admitAlias,
  admitApplication,
  admitIdentifier,
  admitPhone,
} from "#core/e-pay/admission.ts";
import { firstLimits } from "#core/e-pay/limits.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";

/**
 * 7001 e支付开通 (E01–E10, 5.5): the holder in person with her card, which is in use; her telephone is the
 * reserved one, the agreement accepted, PIN and code keyed on her own pad. Nobody needs an internet bank,
 * a U盾 or a program for it, so none is asked for (E03).
 *
 * The guards stand in the order of 5.5. A wrong PIN or code is refused and counted even so.
 */
export const enrolEPay: Command<"7001"> = (input, context) => {
  const shown = registeredCard({ ...input, checksPin: false }, context);
  if (!shown.ok) return shown;
  const { file } = shown.value;
  const admitted = admit(input, file, context);
  if (!admitted.ok) return admitted;

  const { card, customer } = file;
  // Before a supervisor, and so with all that a new enrolment may have (E15).
  const limits = firstLimits(context.parameters.ePay);
  const applied = applyFor({ ...input, limits }, file, context);
  const facts = [
    ...identityFacts(customer, input.identity),
    ...ePayFacts({ alias: input.alias, card }, context),
    ...ePayLimitFacts(applied.enrolment.limits),
    textFact("agreement", input.agreement),
    termFact("note", "note.e-pay-agreed"),
    termFact("note", "note.e-pay-codes"),
  ];
  return accept({
    level: "A2",
    entries: [
      ...admitted.value,
      ...applied.entries,
      { type: "e-pay.enrolled", enrolment: applied.enrolment.id },
    ],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};

/** From the telephone that was said to the code that came back. */
function admit(
  input: TransactionInput<"7001">,
  file: CardFile,
  context: Context,
): Result<readonly Entry[], Refusal> | Refused {
  const { books, parameters } = context;
  const { card, customer } = file;
  const { phone, alias } = input;
  const application = admitApplication(customer, input, parameters.ePay);
  if (!application.ok) return application;
  const pin = rightPin(card, input.pin, context);
  if (!pin.ok) return pin;
  const named = admitAlias({ customer: customer.id, alias }, books);
  if (!named.ok) return named;
  const alone = admitPhone({ customer: customer.id, phone }, books);
  if (!alone.ok) return alone;
  const identified = admitIdentifier({ phone, card }, books);
  if (!identified.ok) return identified;

  const asked = { purpose: "e-pay.enrol", customer: customer.id, card: card.id, phone } as const;
  const code = spendAtCounter(input.code, asked, context);
  return code.ok ? accept([...pin.value, ...code.value]) : code;
}
