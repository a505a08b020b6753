import type { Context } from "#core/commands/command.ts";
import { type EBankFile, eBankFileOf } from "#core/commands/e-bank-file.ts";
import { ePayEnding } from "#core/commands/e-pay/re-bind.ts";
import { cardRelations, voidCard } from "#core/commands/void-password-card.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { EBankChannel, type Payee } from "#core/e-bank/e-bank.ts";
import type { Entry } from "#core/journal/entry.ts";
import type { PasswordCard } from "#core/password-card/password-card.ts";
import type { Relation } from "#core/replacement/relation.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** What ends with some relations, and what the slip says of it. */
interface Ended {
  readonly entries: readonly Entry[];
  readonly facts: readonly Fact[];
}

/**
 * Closes relations of one customer, with all that cannot live without them (5.3): a channel's login
 * password is forgotten; with the internet bank the password card is void and the U盾 ends, whose
 * certificate was for it; with the telephone bank its agreements end, so that opening it again
 * revives none (R19). An enrolment for e支付 ends with the relation it hangs on (5.5).
 */
export function endServices(
  relations: readonly Relation[],
  customer: CustomerId,
  context: Context,
): Ended {
  const file = eBankFileOf(customer, context.books);
  const channels = EBankChannel.options.filter((channel) =>
    relations.some(({ kind }) => kind === channel),
  );
  const endsInternetBank = channels.includes("internet-bank");
  const usbKey = endsInternetBank ? file.usbKey : undefined;
  const passwordCard = cardToEnd(relations, endsInternetBank, file);
  const payees = channels.includes("phone-bank") ? file.bank.payees : [];

  // `voidCard` closes every relation of the customer to a password card.
  const others = relations.filter(({ kind }) => !passwordCard || kind !== "password-card");
  const leftOver = endsInternetBank && !passwordCard ? cardRelations(customer, context) : [];
  const ending = [...others, ...(usbKey ? [usbKey] : [])].map(({ id }) => id);
  const closed = new Set([...ending, ...leftOver]);
  const ePay = ePayEnding(relations, context.books);
  const voiding = { reason: "channel-closed", returned: false } as const;
  return {
    entries: [
      ...closing([...closed]),
      ...channels.map((channel) => ({ type: "e-bank.closed", customer, channel }) as const),
      ...payees.map(({ account }) => ({ type: "e-bank.payee-ended", customer, account }) as const),
      ...(passwordCard ? voidCard(passwordCard, voiding, context) : []),
      ...ePay.entries,
    ],
    facts: [...endedFacts(usbKey, passwordCard, payees), ...ePay.facts],
  };
}

function closing(relations: string[]): readonly Entry[] {
  return relations.length > 0 ? [{ type: "relations.closed", relations }] : [];
}

function cardToEnd(
  relations: readonly Relation[],
  endsInternetBank: boolean,
  { passwordCard }: EBankFile,
): PasswordCard | undefined {
  const isAmong = relations.some((relation) => isOf(passwordCard, relation));
  return endsInternetBank || isAmong ? passwordCard : undefined;
}

function isOf(card: PasswordCard | undefined, { kind, label }: Relation): boolean {
  return kind === "password-card" && label === card?.serial;
}

function endedFacts(
  usbKey: Relation | undefined,
  passwordCard: PasswordCard | undefined,
  payees: readonly Payee[],
): readonly Fact[] {
  return [
    ...(usbKey ? [textFact("usbKey", usbKey.label), termFact("note", "note.usb-key-ended")] : []),
    ...(passwordCard
      ? [textFact("passwordCard", passwordCard.serial), termFact("note", "note.password-card-void")]
      : []),
    ...(payees.length > 0 ? [termFact("note", "note.agreements-ended")] : []),
  ];
}
