import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Refused } from "#core/commands/command.ts";
import type { OnlineContext } from "#core/commands/online/online.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Wallet, type WalletPassword, wrongTries } from "#core/wallet/wallet.ts";
import type { WalletRefusal } from "#core/wallet/wallet-refusal.ts";

/** What rules about a wallet are told besides: what typed passwords look like as keyed hashes (K07). */
export interface WalletContext extends OnlineContext {
  readonly verifierOf: (customer: CustomerId, which: WalletPassword, typed: string) => string;
}

/**
 * Whether the right password was typed. A wrong one is refused and counted for the day, each of the two
 * apart: whoever knows one of them cannot guess at the other for ever (W06).
 */
export function passwordIn(
  wallet: Wallet,
  which: WalletPassword,
  typed: string,
  { today, parameters, verifierOf }: WalletContext,
): Result<readonly Entry[], WalletRefusal> | Refused {
  const before = wrongTries(wallet, which, today);
  const triesLeft = parameters.eBank.loginTries - before;
  if (triesLeft <= 0) return refuse({ code: "wallet.locked-today", which });

  if (verifierOf(wallet.customer, which, typed) === wallet.passwords[which]) {
    return accept(before > 0 ? [passed(wallet, which)] : []);
  }
  return {
    ...refuse(
      triesLeft > 1
        ? { code: "wallet.password-wrong", which, triesLeft: triesLeft - 1 }
        : { code: "wallet.locked-today", which },
    ),
    entries: [failedOn(wallet, which, today)],
  };
}

function passed({ id }: Wallet, which: WalletPassword): Entry {
  return which === "login"
    ? { type: "wallet.logged-in", wallet: id }
    : { type: "wallet.confirmed", wallet: id };
}

function failedOn({ id }: Wallet, which: WalletPassword, on: BusinessDate): Entry {
  return { type: "wallet.password-failed", wallet: id, which, on };
}
