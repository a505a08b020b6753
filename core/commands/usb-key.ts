import { bindRelation } from "#core/commands/bind-relation.ts";
import type { CardFile } from "#core/commands/card-file.ts";
import { type ChannelChange, openOnCard, registeredFacts } from "#core/commands/channel.ts";
import { holderAtCounter } from "#core/commands/channel-at-counter.ts";
import type { Command, Context, Decision, Refused } from "#core/commands/command.ts";
import { contextAfter } from "#core/commands/context-after.ts";
import { type EBankFile, eBankFileOf } from "#core/commands/e-bank-file.ts";
import { takeFee } from "#core/commands/fee.ts";
import { identityFacts } from "#core/commands/identify.ts";
import { limitFacts } from "#core/commands/limit-facts.ts";
import { registeredCard } from "#core/commands/registered-card.ts";
import { takePiece } from "#core/commands/take-piece.ts";
import { closeCardRelations, voidCard } from "#core/commands/void-password-card.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Relation } from "#core/replacement/relation.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

type Act<A extends TransactionInput<"5009">["action"]> = Extract<
  TransactionInput<"5009">,
  { readonly action: A }
>;

/** 5009 U盾发放/换领/注销, always before a supervisor (R19). */
export const changeUsbKey: Command<"5009"> = (input, context) => {
  switch (input.action) {
    case "issue":
      return issue(input, context);
    case "replace":
      return replace(input, context);
    case "cancel":
      return cancel(input, context);
  }
};

/** The end of a U盾: it hangs on nothing any more. */
function endUsbKey({ id }: Relation): Entry {
  return { type: "relations.closed", relations: [id] };
}

/**
 * A customer's first U盾: on the registered card of an open internet bank, the next piece of the
 * box. It takes the place of a password card, which is void in the same posting (P31, 5.3).
 */
function issue(input: Act<"issue">, context: Context): Result<Decision, Refusal> | Refused {
  const shown = registeredCard({ ...input, checksPin: true }, context);
  if (!shown.ok) return shown;
  const { file } = shown.value;
  const { usbKey, passwordCard } = eBankFileOf(file.customer.id, context.books);
  if (usbKey) return refuse({ code: "e-bank.usb-key-held" });
  const registered = openOnCard("internet-bank", file, context);
  if (!registered.ok) return registered;
  const handed = handOver(input, file, context);
  if (!handed.ok) return handed;

  const voiding = { reason: "usb-key", returned: false } as const;
  const entries = [
    ...shown.value.entries,
    ...handed.value.entries,
    ...(passwordCard
      ? voidCard(passwordCard, voiding, context)
      : closeCardRelations(file.customer.id, context)),
  ];
  return decided(entries, [...handed.value.facts, ...voidedFacts(passwordCard)]);
}

/** Another piece for the one a customer has: what it was is worth nothing from now on. */
function replace(input: Act<"replace">, context: Context): Result<Decision, Refusal> | Refused {
  const shown = registeredCard({ ...input, checksPin: false }, context);
  if (!shown.ok) return shown;
  const { file } = shown.value;
  const { usbKey } = eBankFileOf(file.customer.id, context.books);
  if (!usbKey) return refuse({ code: "e-bank.no-usb-key" });
  const registered = openOnCard("internet-bank", file, context);
  if (!registered.ok) return registered;
  const handed = handOver(input, file, context);
  if (!handed.ok) return handed;

  const facts = [
    ...handed.value.facts,
    termFact("note", "note.old-usb-key-ended"),
    termFact("note", "note.usb-key-handed-in"),
  ];
  return decided([endUsbKey(usbKey), ...handed.value.entries], facts);
}

/** From here on the customer pays with what is left to her, which is less (P38–P40). */
function cancel(input: Act<"cancel">, context: Context): Result<Decision, Refusal> {
  const holder = holderAtCounter(input, context);
  if (!holder.ok) return holder;
  const { usbKey } = eBankFileOf(holder.value.id, context.books);
  if (!usbKey) return refuse({ code: "e-bank.no-usb-key" });

  const ended = endUsbKey(usbKey);
  const facts = [
    termFact("action", "action.cancel"),
    ...identityFacts(holder.value, input.identity),
    ...registeredFacts(usbKey, context),
    textFact("usbKey", usbKey.label),
    ...limitFacts(holder.value.id, contextAfter([ended], context)),
    termFact("note", "note.usb-key-ended"),
    termFact("note", "note.usb-key-handed-in"),
    termFact("note", "note.without-usb-key"),
  ];
  return decided([ended], facts);
}

function decided(entries: readonly Entry[], facts: readonly Fact[]): Result<Decision, Refusal> {
  return accept({ level: "A2", entries, outcome: { facts, relations: [] }, slip: "general" });
}

/** The next piece of the box for this customer, bound to the registered card, and its fee. */
function handOver(
  { action, identity, serial, fee: payment, waiver }: Act<"issue"> | Act<"replace">,
  file: CardFile,
  context: Context,
): Result<ChannelChange, Refusal> {
  const { card, account, customer } = file;
  const piece = takePiece({ kind: "usb-key", serial, customer: customer.id }, context);
  if (!piece.ok) return piece;
  const fee = takeFee("usb-key", { fee: payment, waiver }, file, context);
  if (!fee.ok) return fee;

  return accept({
    entries: [
      piece.value,
      bindRelation({ kind: "usb-key", label: serial }, file, context),
      ...fee.value.entries,
    ],
    facts: [
      termFact("action", `action.${action}`),
      ...identityFacts(customer, identity),
      ...registeredFacts({ card: card.id, account: account.id }, context),
      textFact("usbKey", serial),
      ...fee.value.facts,
      termFact("note", "note.usb-key-no-limit"),
    ],
  });
}

function voidedFacts(passwordCard: EBankFile["passwordCard"]): readonly Fact[] {
  if (!passwordCard) return [];
  return [
    textFact("oldPasswordCard", passwordCard.serial),
    termFact("note", "note.password-card-void"),
  ];
}
