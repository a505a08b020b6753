import { type Books, type Change, put } from "#core/books/books.ts";
import { recordOf } from "#core/books/record-of.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { type EPayEntry, ePayAfter } from "#core/e-pay/e-pay-entry.ts";
import type { CallEntry } from "#core/hotline/call.ts";
import type { Phone } from "#core/identity/phone.ts";
import type { RiskEntry } from "#core/risk/risk-entry.ts";
import { type WalletEntry, walletAfter } from "#core/wallet/wallet-entry.ts";

/** Enrolments for e支付 after `entry` (5.5). */
export function postEPay(books: Books, entry: EPayEntry): readonly Change[] {
  if (entry.type === "e-pay.applied") return [put("ePay", entry.applied.id, entry.applied)];
  const enrolment = recordOf(books, "ePay", entry.enrolment);
  return [put("ePay", enrolment.id, ePayAfter(enrolment, entry))];
}

/** Wallets after `entry` (5.5). */
export function postWallet(books: Books, entry: WalletEntry): readonly Change[] {
  if (entry.type === "wallet.registered") {
    return [put("wallet", entry.registered.id, entry.registered)];
  }
  const wallet = recordOf(books, "wallet", entry.wallet);
  return [put("wallet", wallet.id, walletAfter(wallet, entry))];
}

/** A wallet goes by the telephone that the bank reaches its owner at (W05, W08, 2004). */
export function walletsReachedAt(
  books: Books,
  { customer, phone }: { readonly customer: CustomerId; readonly phone: Phone },
): readonly Change[] {
  return books
    .list("wallet", "customer", customer)
    .filter(({ life }) => life !== "closed")
    .map((wallet) => put("wallet", wallet.id, { ...wallet, phone }));
}

/** Warnings after `entry` (1.6). */
export function postRisk(books: Books, entry: RiskEntry): readonly Change[] {
  if (entry.type === "risk.flagged") return [put("riskFlag", entry.flagged.id, entry.flagged)];
  const flag = recordOf(books, "riskFlag", entry.flag);
  switch (entry.type) {
    case "risk.answered": {
      const decision = entry.yes ? "confirmed" : "denied";
      return [put("riskFlag", flag.id, { ...flag, decision, answeredAt: entry.at })];
    }
    case "risk.used":
      return [put("riskFlag", flag.id, { ...flag, used: true })];
    case "risk.reviewed":
      return [put("riskFlag", flag.id, { ...flag, review: entry.review })];
  }
}

/** Calls to the hotline after `entry` (W12). */
export function postCall(books: Books, entry: CallEntry): readonly Change[] {
  if (entry.type === "call.started") return [put("call", entry.call.id, entry.call)];
  const call = recordOf(books, "call", entry.call);
  return [put("call", call.id, { ...call, status: "ended", endedAt: entry.at })];
}
