import type { AccountId } from "#core/account/account.ts";
import { CardId } from "#core/card/card.ts";
import { EBankChannel } from "#core/e-bank/e-bank.ts";
import type { Entry } from "#core/journal/entry.ts";
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
  return plan.relations.flatMap((relation, index) => {
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
    ];
  });
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
  if (kind !== "password-card" && kind !== "usb-key") return { label, entries: [] };

  const books = past.books();
  const serial = lowestPiece(books, kind, teller);
  const taken = pieceGiven(kind, serial, { teller, customer });
  if (kind === "usb-key") return { label: serial, entries: [taken] };

  const card = unusedPasswordCard(books, { serial, customer, issuedOn: plan.openedOn });
  return { label: serial, entries: [taken, { type: "password-card.entered", card }] };
}
