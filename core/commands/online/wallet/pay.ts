import { transferOf } from "#core/account/posting.ts";
import { tell } from "#core/commands/one-time-codes.ts";
import type { OnlineResult } from "#core/commands/online/online.ts";
import { paidFacts, type WalletPaid } from "#core/commands/online/wallet/outcome.ts";
import { passwordIn, type WalletContext } from "#core/commands/online/wallet/wallet-context.ts";
import { walletPayee } from "#core/commands/online/wallet/wallet-payee.ts";
import { riskOf } from "#core/commands/own-risk.ts";
import { reachedOn, walletFile } from "#core/commands/wallet/wallet-file.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { phoneCoolsUntil } from "#core/e-pay/cooling.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { fen, formatFen, signedFen } from "#core/money/fen.ts";
import { mayMoveMoney } from "#core/wallet/wallet-life.ts";
import type { WalletOrder } from "#core/wallet/wallet-order.ts";

/** What is to be paid, and the second password that says so (W06). */
export interface WalletPaying {
  readonly customer: CustomerId;
  readonly order: WalletOrder;
  readonly password: string;
}

/**
 * 付款, 转账, 缴费 (W01, W02): from the wallet's own money. Its state is looked at first, then the payee,
 * then whether a new telephone cools (O09), then what is there, and only when all of that holds the password: a wrong one is counted.
 */
export function payByWallet(
  { customer, order, password }: WalletPaying,
  context: WalletContext,
): OnlineResult<WalletPaid> {
  const { books } = context;
  const file = walletFile(customer, books);
  if (!file.ok) return file;
  const { wallet } = file.value;
  const may = mayMoveMoney(wallet);
  if (!may.ok) return may;
  const payee = walletPayee(wallet, order, books);
  if (!payee.ok) return payee;
  const coolsUntil = phoneCoolsUntil(file.value.customer, context.parameters.ePay);
  if (order.kind === "transfer" && coolsUntil !== undefined && context.now < coolsUntil) {
    return refuse({ code: "wallet.cooling", until: coolsUntil });
  }
  const { amount, reaches, words, term, facts, entries } = payee.value;
  if (wallet.balance < amount) {
    return refuse({ code: "wallet.short", balance: fen(wallet.balance) });
  }
  const right = passwordIn(wallet, "second", password, context);
  if (!right.ok) return right;

  const balanceAfter = signedFen(wallet.balance - amount);
  const postings = transferOf(amount, wallet.id, reaches);
  const message = {
    customer,
    to: reachedOn(file.value),
    values: { payee: words, amount: formatFen(amount) },
  };
  const posted: readonly Entry[] = [
    { type: "money.posted", memo: `wallet-${order.kind}`, postings },
    ...entries,
    tell("wallet.paid", message, context),
  ];
  const risk = riskOf(
    {
      ...{ customer, code: "e-wallet", entries: posted, payee: words, amount, wallet: wallet.id },
      // All of the order: two merchants or bills of one name are two payments (W04).
      elements: [wallet.id, reaches, words, amount, ...Object.values(order)],
    },
    context,
  );
  if (!risk.ok) return risk;
  return accept({
    entries: [...right.value, ...posted, ...risk.value],
    outcome: { kind: order.kind, payee: words, amount, balanceAfter },
    facts: paidFacts({ term, payee: facts, amount, balanceAfter }),
  });
}
