import {
  type ChannelChange,
  closeChannel,
  openChannel,
  registeredFacts,
} from "#core/commands/channel.ts";
import type { Context, Decision, Refused } from "#core/commands/command.ts";
import { contextAfter } from "#core/commands/context-after.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { limitFacts } from "#core/commands/limit-facts.ts";
import { registeredCard } from "#core/commands/registered-card.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Identity, TransactionInput } from "#core/contract/transactions.ts";
import type { Customer, CustomerId } from "#core/customer/customer.ts";
import type { EBankChannel } from "#core/e-bank/e-bank.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

/**
 * Opens a channel for the holder in person, with registered card, PIN and document, and never
 * without a supervisor's word (R17, R19). What money can leave through has the limits of what
 * confirms it (P38–P40).
 */
export function openAtCounter(
  channel: EBankChannel,
  input: TransactionInput<"5005">,
  context: Context,
): Result<Decision, Refusal> | Refused {
  const shown = registeredCard({ ...input, checksPin: true }, context);
  if (!shown.ok) return shown;
  const { file } = shown.value;
  const opened = openChannel(channel, file, input.password, context);
  if (!opened.ok) return opened;

  const { card, account, customer } = file;
  const entries = [...shown.value.entries, ...opened.value.entries];
  const facts = [
    termFact("action", "action.open"),
    ...identityFacts(customer, input.identity),
    ...registeredFacts({ card: card.id, account: account.id }, context),
    ...opened.value.facts,
    ...(channel === "phone-bank" ? [] : limitFacts(customer.id, contextAfter(entries, context))),
    ...(channel === "internet-bank" ? [termFact("note", "note.password-card-not-in-public")] : []),
  ];
  return accept({
    level: "A2",
    entries,
    outcome: { facts, relations: [] },
    slip: "general",
  });
}

/** What a holder closes a channel with: her document, in person. */
export interface Closing {
  readonly customer: CustomerId;
  readonly identity: Identity;
}

/** Closes a channel for its holder in person. */
export function closeAtCounter(
  channel: EBankChannel,
  input: Closing,
  context: Context,
): Result<ChannelChange & { readonly customer: Customer }, Refusal> {
  const holder = holderAtCounter(input, context);
  if (!holder.ok) return holder;
  const closed = closeChannel(channel, holder.value, context);
  if (!closed.ok) return closed;

  const facts: readonly Fact[] = [
    termFact("action", "action.close"),
    ...identityFacts(holder.value, input.identity),
    ...closed.value.facts,
  ];
  return accept({ entries: closed.value.entries, facts, customer: holder.value });
}

/** The customer in person with a valid document, where no card is asked for. */
export function holderAtCounter(
  { customer: id, identity }: Closing,
  context: Context,
): Result<Customer, Refusal> {
  const customer = context.books.find("customer", id);
  return customer ? identify(customer, identity, context) : refuse({ code: "customer.unknown" });
}
