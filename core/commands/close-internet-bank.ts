import { closeAtCounter } from "#core/commands/channel-at-counter.ts";
import type { Command } from "#core/commands/command.ts";
import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import { accept } from "#core/kernel/result.ts";
import { termFact } from "#core/slip/facts.ts";

/**
 * 5006 网上银行注销, before a second teller: what confirmed its payments, password card or U盾, ends in
 * the same posting (5.3). WAP bank stays open, with the limits of a static password.
 */
export const closeInternetBank: Command<"5006"> = (input, context) => {
  const closed = closeAtCounter("internet-bank", input, context);
  if (!closed.ok) return closed;

  const { customer, entries, facts } = closed.value;
  const { open } = eBankFileOf(customer.id, context.books);
  const stays = open["wap-bank"] ? [termFact("note", "note.wap-bank-stays")] : [];
  return accept({
    level: "A1",
    entries,
    outcome: { facts: [...facts, ...stays], relations: [] },
    slip: "general",
  });
};
