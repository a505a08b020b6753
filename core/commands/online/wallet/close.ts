import { mayCredit, transferOf } from "#core/account/posting.ts";
import type { OnlineResult } from "#core/commands/online/online.ts";
import { paidFacts, type WalletPaid } from "#core/commands/online/wallet/outcome.ts";
import { passwordIn, type WalletContext } from "#core/commands/online/wallet/wallet-context.ts";
import { hasRoomFor } from "#core/commands/room.ts";
import { walletFile } from "#core/commands/wallet/wallet-file.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result } from "#core/kernel/result.ts";
import { fen, signedFen } from "#core/money/fen.ts";
import type { Wallet } from "#core/wallet/wallet.ts";
import { mayClose } from "#core/wallet/wallet-life.ts";

/**
 * 注销 (5.5): what is left goes back to the account behind the wallet in the same posting, so that no
 * closed wallet ever holds money. A frozen one stays until nothing lies on it.
 */
export function closeWallet(
  { customer, password }: { readonly customer: CustomerId; readonly password: string },
  context: WalletContext,
): OnlineResult<WalletPaid> {
  const file = walletFile(customer, context.books);
  if (!file.ok) return file;
  const { wallet } = file.value;
  const may = mayClose(wallet);
  if (!may.ok) return may;
  const paidOut = payOut(wallet, context);
  if (!paidOut.ok) return paidOut;
  const right = passwordIn(wallet, "second", password, context);
  if (!right.ok) return right;

  const [amount, balanceAfter] = [fen(wallet.balance), signedFen(0)];
  return accept({
    entries: [
      ...right.value,
      ...paidOut.value,
      { type: "wallet.closed", wallet: wallet.id } as const,
    ],
    outcome: { kind: "closing", payee: "", amount, balanceAfter },
    facts: paidFacts({ term: "payment.wallet-closing", payee: [], amount, balanceAfter }),
  });
}

function payOut(wallet: Wallet, { books }: WalletContext): Result<readonly Entry[], Refusal> {
  if (wallet.balance === 0) return accept([]);
  const linked = known(wallet.account, "money lies in certified wallets alone");
  const account = known(books.find("account", linked), "what it is linked to is there");
  const may = mayCredit(account, books.list("hold", "account", account.id));
  if (!may.ok) return may;
  const room = hasRoomFor(fen(wallet.balance), account.balance);
  if (!room.ok) return room;
  const postings = transferOf(fen(wallet.balance), wallet.id, account.id);
  return accept([{ type: "money.posted", memo: "wallet-closing", postings }]);
}
