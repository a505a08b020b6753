import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import type { OnlineContext, OnlineResult, OnlineSession } from "#core/commands/online/online.ts";
import { loginWrongOn } from "#core/e-bank/e-bank.ts";
import { gateOf } from "#core/e-bank/payment.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact } from "#core/slip/facts.ts";

/** Who logs in where, and the keyed hash of the password that was typed. */
export interface LogIn extends OnlineSession {
  readonly verifier: string;
}

/**
 * A customer logs in. Her first login to internet or WAP bank is what activates a new password card
 * (P28, P29); a shop's payment page asks for the same password and activates nothing.
 *
 * A wrong password is refused and counted at its gate; `loginTries` of them close that gate for the
 * day. A right one clears its own gate only: else whoever knows one password could guess at another
 * for ever.
 */
export function logIn(
  { customer, channel, verifier }: LogIn,
  { books, today, parameters }: OnlineContext,
): OnlineResult<"logged-in"> {
  const { bank, open, passwordCard } = eBankFileOf(customer, books);
  const gate = gateOf(channel);
  if (!open[gate]) return refuse({ code: "e-bank.not-open", channel: gate });
  const triesLeft = parameters.eBank.loginTries - (loginWrongOn(bank, today)[gate] ?? 0);
  if (triesLeft <= 0) return refuse({ code: "e-bank.login-locked-today" });

  if (verifier !== bank.passwords[gate]) {
    const refusal = { code: "e-bank.login-wrong", triesLeft: triesLeft - 1 } as const;
    const refused = triesLeft > 1 ? refuse(refusal) : refuse({ code: "e-bank.login-locked-today" });
    return { ...refused, entries: [{ type: "e-bank.login-failed", customer, gate, on: today }] };
  }

  const entries: Entry[] = [{ type: "e-bank.logged-in", customer, channel }];
  if (passwordCard?.life === "issued-inactive" && channel !== "shop") {
    entries.push({ type: "password-card.activated", passwordCard: passwordCard.id });
  }
  return accept({
    entries,
    outcome: "logged-in",
    facts: [termFact("channel", `channel.${channel}`)],
  });
}
