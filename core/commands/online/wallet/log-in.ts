import type { OnlineResult } from "#core/commands/online/online.ts";
import { passwordIn, type WalletContext } from "#core/commands/online/wallet/wallet-context.ts";
import { walletOf } from "#core/commands/wallet/wallet-file.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact } from "#core/slip/facts.ts";

/** She opens her wallet with the first of its passwords; what lies on it does not keep her out (W18). */
export function logInToWallet(
  { customer, password }: { readonly customer: CustomerId; readonly password: string },
  context: WalletContext,
): OnlineResult<"logged-in"> {
  const wallet = walletOf(customer, context.books);
  if (!wallet) return refuse({ code: "wallet.none" });
  const right = passwordIn(wallet, "login", password, context);
  if (!right.ok) return right;
  return accept({
    entries: [{ type: "wallet.logged-in", wallet: wallet.id }],
    outcome: "logged-in",
    facts: [termFact("channel", "channel.e-wallet")],
  });
}
