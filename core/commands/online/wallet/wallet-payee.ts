import { maskAccountNumber } from "#core/account/account-number.ts";
import type { Books } from "#core/books/books.ts";
import { hasRoomFor } from "#core/commands/room.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { maskDocumentNumber, maskPhone } from "#core/identity/mask.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known, unreachable } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Fen } from "#core/money/fen.ts";
import type { Term } from "#core/slip/fact-name.ts";
import { textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";
import { readMerchantCode } from "#core/wallet/merchant-code.ts";
import type { Wallet } from "#core/wallet/wallet.ts";
import { isWaiting } from "#core/wallet/wallet-bill.ts";
import { mayReceive } from "#core/wallet/wallet-life.ts";
import type { WalletOrder } from "#core/wallet/wallet-order.ts";

/** Where the money of an order goes, in words, lines and postings. */
export interface WalletPayee {
  /** Who is paid, as the customer reads and confirms it. */
  readonly words: string;
  readonly amount: Fen;
  /** The account that it reaches. */
  readonly reaches: string;
  readonly term: Term;
  readonly facts: readonly Fact[];
  /** What else is settled by it. */
  readonly entries: readonly Entry[];
}

/** Who an order pays, and whether the money has room there (W01, W02). */
export function walletPayee(
  wallet: Wallet,
  order: WalletOrder,
  books: Books,
): Result<WalletPayee, Refusal> {
  const payee = payeeOf(wallet, order, books);
  if (!payee.ok) return payee;
  const { amount, reaches } = payee.value;
  if (amount === 0) return refuse({ code: "amount.zero" });
  const reached = books.find("wallet", reaches) ?? books.find("branchBalance", reaches);
  const room = hasRoomFor(amount, reached?.balance ?? 0);
  return room.ok ? payee : room;
}

function payeeOf(wallet: Wallet, order: WalletOrder, books: Books): Result<WalletPayee, Refusal> {
  switch (order.kind) {
    case "transfer":
      return otherWallet(wallet, order, books);
    case "merchant": {
      const { merchant: account, merchantName: name, amount } = order;
      return accept(merchantPaid({ account, name }, amount));
    }
    case "code": {
      const read = readMerchantCode(order.text);
      if (!read.ok) return read;
      const fixed = read.value.amount;
      return fixed === undefined || fixed === order.amount
        ? accept(merchantPaid(read.value, order.amount))
        : refuse({ code: "wallet.amount-differs", amount: fixed });
    }
    case "bill":
      return billPaid(wallet, order.bill);
    default:
      return unreachable(order);
  }
}

/**
 * The wallet of the payee, by name and telephone. Nobody learns whether somebody has a wallet whose name
 * he cannot tell, nor what lies on it: money comes in all the same.
 */
function otherWallet(
  payer: Wallet,
  { payeeName, payeePhone, amount }: Extract<WalletOrder, { kind: "transfer" }>,
  books: Books,
): Result<WalletPayee, Refusal> {
  const named = books.list("wallet", "phone", payeePhone).filter((one) => {
    const { name } = known(books.find("customer", one.customer), "a wallet has an owner");
    return name === payeeName && mayReceive(one);
  });
  if (named.some(({ id }) => id === payer.id)) return refuse({ code: "wallet.same-wallet" });
  const [payee] = named;
  if (!payee) return refuse({ code: "wallet.payee-unknown" });
  return accept({
    words: `${payeeName} ${maskPhone(payeePhone)}`,
    amount,
    reaches: payee.id,
    term: "payment.wallet-transfer",
    facts: [textFact("payee", payeeName), textFact("phone", maskPhone(payeePhone))],
    entries: [],
  });
}

function merchantPaid(
  { account, name }: { readonly account: string; readonly name: string },
  amount: Fen,
): WalletPayee {
  return {
    words: name,
    amount,
    reaches: "clearing",
    term: "payment.wallet-merchant",
    facts: [textFact("payee", name), textFact("payeeAccount", maskAccountNumber(account))],
    entries: [],
  };
}

function billPaid({ id: wallet, bills }: Wallet, wanted: string): Result<WalletPayee, Refusal> {
  const bill = bills.find(({ id }) => id === wanted);
  if (!bill || !isWaiting(bill)) return refuse({ code: "wallet.bill-unknown" });
  const { id, biller, reference, amount } = bill;
  return accept({
    words: biller,
    amount,
    reaches: "clearing",
    term: "payment.bill",
    // Often somebody's telephone or identity number.
    facts: [textFact("payee", `${biller} ${maskDocumentNumber(reference)}`)],
    entries: [{ type: "wallet.bill-paid", wallet, bill: id }],
  });
}
