import type { AccountId } from "#core/account/account.ts";
import { CardId } from "#core/card/card.ts";
import { EPAY_LABEL } from "#core/commands/e-pay/apply.ts";
import { EBankChannel } from "#core/e-bank/e-bank.ts";
import { Alias, type EPay, EPayId } from "#core/e-pay/e-pay.ts";
import { firstLimits } from "#core/e-pay/limits.ts";
import { defaultEPayRules } from "#core/e-pay/rules.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { Relation } from "#core/replacement/relation.ts";
import type { Intake } from "#main/demonstration/intake.ts";
import type { RelationPlan } from "#main/demonstration/intake-plan.ts";
import { lowestPiece, pieceGiven } from "#main/demonstration/pieces.ts";
import { unusedPasswordCard } from "#main/demonstration/printed-cards.ts";

/**
 * All that a new customer takes besides money and plastic: it hangs on the first card of the first
 * account. A password card or a U盾 comes out of the box of whoever serves, and is known by its
 * serial.
 */
export function serviceEntries(intake: Intake, account: AccountId): readonly Entry[] {
  const { past, plan } = intake;
  const books = past.books();
  const card = CardId.parse(`k-${books.count("card") + 1}`);
  const first = books.count("relation") + 1;
  // e支付 is for a card in use and goes by the customer's telephone (E01, 5.1).
  const isForEPay = plan.accounts[0]?.cards[0]?.isActivated && plan.customer.phone !== undefined;
  const taken = plan.relations.filter(({ kind }) => kind !== "e-pay" || isForEPay);
  return taken.flatMap((relation, index) => {
    const { label, entries } = serviceOf(intake, relation);
    return [
      ...entries,
      {
        type: "relation.bound",
        relation: Relation.parse({
          id: `r-${first + index}`,
          kind: relation.kind,
          customer: plan.customer.id,
          account,
          card,
          label,
          status: "active",
        }),
      },
      ...(relation.kind === "e-pay" ? enrolled(intake, relation, `r-${first + index}`) : []),
    ];
  });
}

/** An enrolment for e支付 that was confirmed when the customer came; the label is its alias (E13). */
function enrolled(
  { past, plan, at }: Intake,
  { label }: RelationPlan,
  relation: string,
): readonly Entry[] {
  const { phone, id: customer } = plan.customer;
  const rules = defaultEPayRules;
  const enrolment: EPay = {
    id: EPayId.parse(`ep-${past.books().count("ePay") + 1}`),
    ...{ customer, relation, alias: Alias.parse(label), phone: known(phone, "it was looked for") },
    status: "pending",
    limits: firstLimits(rules),
    agreement: { version: rules.agreement, acceptedAt: at },
  };
  return [
    { type: "e-pay.applied", applied: enrolment },
    { type: "e-pay.enrolled", enrolment: enrolment.id },
  ];
}

/** What a relation is called, and what else has to be done for it. */
function serviceOf(
  { past, plan, teller, tools }: Intake,
  { kind, label }: RelationPlan,
): { readonly label: string; readonly entries: readonly Entry[] } {
  const customer = plan.customer.id;
  const channel = EBankChannel.options.find((known) => known === kind);
  if (channel) {
    const password = tools.bankPassword;
    return { label, entries: [{ type: "e-bank.opened", customer, channel, password }] };
  }
  if (kind === "e-pay") return { label: EPAY_LABEL, entries: [] };
  if (kind !== "password-card" && kind !== "usb-key") return { label, entries: [] };

  const books = past.books();
  const serial = lowestPiece(books, kind, teller);
  const taken = pieceGiven(kind, serial, { teller, customer });
  if (kind === "usb-key") return { label: serial, entries: [taken] };

  const card = unusedPasswordCard(books, { serial, customer, issuedOn: plan.openedOn });
  return { label: serial, entries: [taken, { type: "password-card.entered", card }] };
}
