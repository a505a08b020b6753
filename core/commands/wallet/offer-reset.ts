import { addMinutes } from "#core/calendar/instant.ts";
import type { Command } from "#core/commands/command.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { tell } from "#core/commands/one-time-codes.ts";
import { walletFacts, walletFile } from "#core/commands/wallet/wallet-file.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { instantFact, termFact } from "#core/slip/facts.ts";

/** How long a link to choose passwords anew holds. */
const LINK_MINUTES = 24 * 60;

/**
 * 7103 e钱包 密码重置引导 (W10): the counter knows the holder by her document and sends a link to her
 * reserved telephone; there she takes a code and chooses both passwords herself. No teller sees any of it,
 * and what lies on the wallet stays.
 */
export const offerReset: Command<"7103"> = (input, context) => {
  const { books, now } = context;
  const found = walletFile(input.customer, books);
  if (!found.ok) return found;
  const { wallet, customer } = found.value;
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  if (!customer.phone) return refuse({ code: "wallet.no-reserved-phone" });

  const until = addMinutes(now, LINK_MINUTES);
  const message = { customer: customer.id, to: customer.phone, values: {} };
  const { freezes } = wallet;
  return accept({
    level: "A1",
    entries: [
      { type: "wallet.reset-offered", wallet: wallet.id, until },
      tell("wallet.reset-link", message, context),
    ],
    outcome: {
      facts: [
        termFact("action", "action.reset-link"),
        ...walletFacts(wallet, books),
        ...identityFacts(customer, input.identity),
        instantFact("resetUntil", until),
        ...freezes.map(({ kind }) => termFact("walletFreeze", `wallet-freeze.${kind}`)),
        termFact("note", "note.wallet-link-sent"),
        ...(freezes.length > 0 ? [termFact("note", "note.wallet-freezes-stay")] : []),
      ],
      relations: [],
    },
    slip: "general",
  });
};
