import type { CardFile } from "#core/commands/card-file.ts";
import {
  type ChannelChange,
  openChannel,
  openOnCard,
  registeredFacts,
} from "#core/commands/channel.ts";
import type { Command, Context } from "#core/commands/command.ts";
import { contextAfter } from "#core/commands/context-after.ts";
import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import { identityFacts } from "#core/commands/identify.ts";
import { newPasswordCard, passwordCardNotes } from "#core/commands/new-password-card.ts";
import { registeredCard } from "#core/commands/registered-card.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { PasswordCardRefusal } from "#core/password-card/password-card.ts";
import { termFact } from "#core/slip/facts.ts";

/**
 * 5001 口令卡发放: the holder in person, with document, registered card and PIN, gets the next piece
 * of the box, its wrapper and film seen whole (P26, P31, P33).
 *
 * Nobody has two, and whoever has a U盾 needs none (P09, P31). Where the internet bank is not open
 * yet, it is opened in the same posting, so that a visit ends with both or with neither (P32).
 */
export const issuePasswordCard: Command<"5001"> = (input, context) => {
  const shown = registeredCard({ ...input, checksPin: true }, context);
  if (!shown.ok) return shown;
  const { file, entries: counted } = shown.value;
  const bank = internetBankFor(input, file, context);
  if (!bank.ok) return bank;
  const may = mayHoldCard(file.customer.id, context);
  if (!may.ok) return may;

  const before = [...counted, ...bank.value.entries];
  const issued = newPasswordCard(input, file, contextAfter(before, context));
  if (!issued.ok) return issued;

  const facts = [
    ...identityFacts(file.customer, input.identity),
    ...registeredFacts({ card: file.card.id, account: file.account.id }, context),
    ...bank.value.facts,
    ...issued.value.facts,
    ...passwordCardNotes,
  ];
  return accept({
    level: "A2",
    entries: [...before, ...issued.value.entries],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};

/** The internet bank hangs on this very card already, or is opened on it now (P31, P32). */
function internetBankFor(
  { open }: TransactionInput<"5001">,
  file: CardFile,
  context: Context,
): Result<ChannelChange, Refusal> {
  if (!open) {
    const registered = openOnCard("internet-bank", file, context);
    return registered.ok ? accept({ entries: [], facts: [] }) : registered;
  }

  const opened = openChannel("internet-bank", file, open.password, context);
  if (!opened.ok) return opened;
  return accept({
    entries: opened.value.entries,
    facts: [...opened.value.facts, termFact("note", "note.internet-bank-opened")],
  });
}

function mayHoldCard(customer: CustomerId, { books }: Context): Result<"yes", PasswordCardRefusal> {
  const { usbKey, passwordCard } = eBankFileOf(customer, books);
  if (usbKey) return refuse({ code: "password-card.usb-key-held" });
  return passwordCard
    ? refuse({ code: "password-card.already-held", serial: passwordCard.serial })
    : accept("yes");
}
