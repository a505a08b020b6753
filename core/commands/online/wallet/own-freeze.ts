import type { OnlineResult } from "#core/commands/online/online.ts";
import { passwordIn, type WalletContext } from "#core/commands/online/wallet/wallet-context.ts";
import { walletFile } from "#core/commands/wallet/wallet-file.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { accept } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import { mayFreeze, mayUnfreeze } from "#core/wallet/wallet-life.ts";

const facts = (id: string) => [
  termFact("channel", "channel.e-wallet"),
  textFact("wallet", id),
  termFact("walletFreeze", "wallet-freeze.customer"),
];

/** 短期冻结 (W12): she stops her own wallet at once. It protects, so her login is enough. */
export function freezeOwnWallet(
  { customer, words }: { readonly customer: CustomerId; readonly words: string },
  { books, now }: WalletContext,
): OnlineResult<"frozen"> {
  const file = walletFile(customer, books);
  if (!file.ok) return file;
  const { wallet } = file.value;
  const may = mayFreeze(wallet, "customer");
  if (!may.ok) return may;
  const freeze = { kind: "customer", since: now, words } as const;
  return accept({
    entries: [{ type: "wallet.frozen", wallet: wallet.id, freeze }],
    outcome: "frozen",
    facts: facts(wallet.id),
  });
}

/** 解冻 (W12): she takes back her own word, with the second password. No other freeze ends by it. */
export function unfreezeOwnWallet(
  { customer, password }: { readonly customer: CustomerId; readonly password: string },
  context: WalletContext,
): OnlineResult<"unfrozen"> {
  const file = walletFile(customer, context.books);
  if (!file.ok) return file;
  const { wallet } = file.value;
  const may = mayUnfreeze(wallet, "customer");
  if (!may.ok) return may;
  const right = passwordIn(wallet, "second", password, context);
  if (!right.ok) return right;
  return accept({
    entries: [...right.value, { type: "wallet.unfrozen", wallet: wallet.id, kind: "customer" }],
    outcome: "unfrozen",
    facts: facts(wallet.id),
  });
}
