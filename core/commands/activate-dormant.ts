import { maskAccountNumber } from "#core/account/account-number.ts";
import { dormantHolds, sleeps } from "#core/account/dormancy.ts";
import type { Command } from "#core/commands/command.ts";
import { heldAccount, othersStay } from "#core/commands/held-account.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { dateFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";

/**
 * 6010 睡眠户激活 (3.6, B-DORM): the holder in person wakes an account that has long not moved.
 *
 * The bank's own holds for dormancy end, every other stays, and the years are counted anew.
 */
export const activateDormant: Command<"6010"> = (input, context) => {
  const found = heldAccount(input.account, context);
  if (!found.ok) return found;
  const { account, customer, holds } = found.value;
  if (!sleeps(account, holds, context)) return refuse({ code: "account.not-dormant" });
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;

  const ended = dormantHolds(holds).map(({ id }) => id);
  const lifted: readonly Entry[] = ended.map((hold) => ({ type: "hold.lifted", hold }));
  const facts = [
    ...identityFacts(customer, input.identity),
    textFact("account", maskAccountNumber(account.number)),
    dateFact("lastMovedOn", account.lastMovedOn),
    moneyFact("balanceAfter", account.balance),
    termFact("note", "note.account-activated"),
    ...othersStay(found.value, ended),
  ];
  return accept({
    level: "A2",
    entries: [...lifted, { type: "account.activated", account: account.id }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
};
