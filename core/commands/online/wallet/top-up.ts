import { mayDraw } from "#core/account/dormancy.ts";
import { isCounterOnly } from "#core/account/hold.ts";
import { transferOf } from "#core/account/posting.ts";
import type { OnlineResult } from "#core/commands/online/online.ts";
import { paidFacts, type WalletPaid } from "#core/commands/online/wallet/outcome.ts";
import { passwordIn, type WalletContext } from "#core/commands/online/wallet/wallet-context.ts";
import { hasRoomFor } from "#core/commands/room.ts";
import { walletFile } from "#core/commands/wallet/wallet-file.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { type Fen, signedFen } from "#core/money/fen.ts";
import { mayMoveMoney } from "#core/wallet/wallet-life.ts";

/** What is to come out of the account behind the wallet, and the password that says so. */
export interface ToppingUp {
  readonly customer: CustomerId;
  readonly amount: Fen;
  readonly password: string;
}

/**
 * 充值 (W09): money from the account that the wallet was certified with, under everything that holds
 * that account. Into a frozen wallet none comes out of it: whoever has the wallet may not be its owner.
 */
export function topUp(
  { customer, amount, password }: ToppingUp,
  context: WalletContext,
): OnlineResult<WalletPaid> {
  const file = walletFile(customer, context.books);
  if (!file.ok) return file;
  const { wallet } = file.value;
  const may = mayMoveMoney(wallet);
  if (!may.ok) return may;
  if (amount === 0) return refuse({ code: "amount.zero" });
  const room = hasRoomFor(amount, wallet.balance);
  if (!room.ok) return room;

  const linked = known(wallet.account, "a certified wallet is linked");
  const account = known(context.books.find("account", linked), "what it is linked to is there");
  const holds = context.books.list("hold", "account", account.id);
  if (isCounterOnly(holds)) return refuse({ code: "account.counter-only" });
  const drawn = mayDraw(account, holds, amount, context);
  if (!drawn.ok) return drawn;
  const right = passwordIn(wallet, "second", password, context);
  if (!right.ok) return right;

  const postings = transferOf(amount, account.id, wallet.id);
  const balanceAfter = signedFen(wallet.balance + amount);
  return accept({
    entries: [...right.value, { type: "money.posted", memo: "wallet-top-up", postings }],
    outcome: { kind: "top-up", payee: "", amount, balanceAfter },
    facts: paidFacts({ term: "payment.wallet-top-up", amount, balanceAfter, payee: [] }),
  });
}
