import { maskAccountNumber } from "#core/account/account-number.ts";
import { maskPan } from "#core/card/pan.ts";
import { bindRelation } from "#core/commands/bind-relation.ts";
import type { CardFile } from "#core/commands/card-file.ts";
import type { Context } from "#core/commands/command.ts";
import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import { endServices } from "#core/commands/end-services.ts";
import type { EvidenceRefusal, Refusal } from "#core/contract/refusal.ts";
import type { EvidenceRef } from "#core/contract/transactions.ts";
import type { Customer, CustomerId } from "#core/customer/customer.ts";
import type { EBankChannel, EBankRefusal } from "#core/e-bank/e-bank.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Relation } from "#core/replacement/relation.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/** What opening or closing a channel journals, and what the slip says of it. */
export interface ChannelChange {
  readonly entries: readonly Entry[];
  readonly facts: readonly Fact[];
}

/** What the customer knows each channel by. */
const labels: Readonly<Record<EBankChannel, string>> = {
  "internet-bank": "个人网上银行",
  "wap-bank": "手机银行（WAP）",
  "phone-bank": "电话银行",
};

/**
 * Opens a channel on the registered card, with the login password chosen on the pad (R16, R17).
 *
 * Internet and WAP bank share one password card, and so one registered card (P09). Refuses what is
 * open already, another card than the sister channel hangs on, and a password that is not this
 * customer's.
 *
 * An account that was opened the same day is pointed out to the supervisor: that is how an impostor
 * begins (R17). The customer is warned of whoever asks for passwords (R15, R25).
 */
export function openChannel(
  channel: EBankChannel,
  file: CardFile,
  password: EvidenceRef,
  context: Context,
): Result<ChannelChange, Refusal> {
  const { card, account, customer } = file;
  const { open } = eBankFileOf(customer.id, context.books);
  if (open[channel]) return refuse({ code: "e-bank.already-open", channel });
  const sister = sisterOf[channel];
  const beside = sister && open[sister];
  if (beside && beside.card !== card.id) return refuse({ code: "e-bank.other-card-registered" });
  const chosen = chosenPassword(customer.id, password, context);
  if (!chosen.ok) return chosen;

  return accept({
    entries: [
      bindRelation({ kind: channel, label: labels[channel] }, file, context),
      { type: "e-bank.opened", customer: customer.id, channel, password: chosen.value },
    ],
    facts: [
      termFact("channel", `channel.${channel}`),
      ...(account.openedOn === context.today
        ? [termFact("note", "note.account-opened-today")]
        : []),
      termFact("note", "note.never-tell-password"),
    ],
  });
}

const sisterOf: Readonly<Record<EBankChannel, EBankChannel | undefined>> = {
  "internet-bank": "wap-bank",
  "wap-bank": "internet-bank",
  "phone-bank": undefined,
};

/** The keyed hash of the login password that this customer chose on the pad. */
function chosenPassword(
  customer: CustomerId,
  ref: EvidenceRef,
  context: Context,
): Result<string, EvidenceRefusal> {
  const chosen = context.evidence(ref);
  if (!chosen) return refuse({ code: "pin.used-up" });
  return chosen.type === "bank-password" && chosen.customer === customer
    ? accept(chosen.verifier)
    : refuse({ code: "evidence.other-kind" });
}

/** Closes a channel, with all that cannot live without it. Refuses one that is not open. */
export function closeChannel(
  channel: EBankChannel,
  customer: Customer,
  context: Context,
): Result<ChannelChange, Refusal> {
  const relation = eBankFileOf(customer.id, context.books).open[channel];
  if (!relation) return refuse({ code: "e-bank.not-open", channel });

  const { entries, facts } = endServices([relation], customer.id, context);
  const about = [...registeredFacts(relation, context), termFact("channel", `channel.${channel}`)];
  return accept({ entries, facts: [...about, ...facts] });
}

/** That a channel is open and hangs on this very card, the 注册卡 (P23, P31). */
export function openOnCard(
  channel: EBankChannel,
  { card, customer }: CardFile,
  { books }: Context,
): Result<Relation, EBankRefusal> {
  const relation = eBankFileOf(customer.id, books).open[channel];
  if (!relation) return refuse({ code: "e-bank.not-open", channel });
  return relation.card === card.id
    ? accept(relation)
    : refuse({ code: "e-bank.other-card-registered" });
}

/**
 * The relation that the customer pays online through, by internet or WAP bank; the two hang on one
 * card (P09).
 */
export function openNetwork(
  customer: CustomerId,
  { books }: Context,
): Result<Relation, EBankRefusal> {
  const { open } = eBankFileOf(customer, books);
  const relation = open["internet-bank"] ?? open["wap-bank"];
  return relation
    ? accept(relation)
    : refuse({ code: "e-bank.not-open", channel: "internet-bank" });
}

/** The lines about the registered card and its account, masked. */
export function registeredFacts(
  of: Pick<Relation, "card" | "account">,
  { books }: Context,
): readonly Fact[] {
  const card = known(books.find("card", of.card), "a relation hangs on a card");
  const account = known(books.find("account", of.account), "a card has an account");
  return [
    textFact("card", maskPan(card.pan)),
    textFact("account", maskAccountNumber(account.number)),
  ];
}
