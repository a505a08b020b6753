import type { OnlineResult } from "#core/commands/online/online.ts";
import type { WalletContext } from "#core/commands/online/wallet/wallet-context.ts";
import { walletFile } from "#core/commands/wallet/wallet-file.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import {
  BILLS_WAITING_MAX,
  type BillWords,
  isWaiting,
  type WalletBill,
  WalletBillId,
} from "#core/wallet/wallet-bill.ts";

/** 账单管理 (W01): a bill is laid in; when its day has come she is reminded once. */
export function addBill(
  { customer, bill: said }: { readonly customer: CustomerId; readonly bill: BillWords },
  { books, today }: WalletContext,
): OnlineResult<WalletBill> {
  const file = walletFile(customer, books);
  if (!file.ok) return file;
  const { wallet } = file.value;
  if (said.amount === 0) return refuse({ code: "amount.zero" });
  if (said.dueOn < today) return refuse({ code: "wallet.bill-past" });
  if (wallet.bills.filter(isWaiting).length >= BILLS_WAITING_MAX) {
    return refuse({ code: "wallet.too-many-bills", most: BILLS_WAITING_MAX });
  }

  const last = wallet.bills.at(-1)?.id ?? "wb-0";
  const id = WalletBillId.parse(`wb-${Number(last.slice("wb-".length)) + 1}`);
  const bill: WalletBill = { id, ...said, status: "open" };
  return accept({
    entries: [{ type: "wallet.billed", wallet: wallet.id, bill }],
    outcome: bill,
    facts: [
      termFact("channel", "channel.e-wallet"),
      textFact("payee", bill.biller),
      moneyFact("amount", bill.amount),
    ],
  });
}

/** A bill that she does not want to pay here. */
export function removeBill(
  { customer, bill: id }: { readonly customer: CustomerId; readonly bill: WalletBillId },
  { books }: WalletContext,
): OnlineResult<"removed"> {
  const file = walletFile(customer, books);
  if (!file.ok) return file;
  const { wallet } = file.value;
  const bill = wallet.bills.find((one) => one.id === id);
  if (!bill || !isWaiting(bill)) return refuse({ code: "wallet.bill-unknown" });
  return accept({
    entries: [{ type: "wallet.bill-removed", wallet: wallet.id, bill: id }],
    outcome: "removed",
    facts: [termFact("channel", "channel.e-wallet"), textFact("payee", bill.biller)],
  });
}
