import { maskAccountNumber } from "#core/account/account-number.ts";
import type { Books } from "#core/books/books.ts";
import type { Customer, CustomerId } from "#core/customer/customer.ts";
import type { PinOwner } from "#core/identity/weak-pin.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";
import type { Wallet, WalletFreezeKind } from "#core/wallet/wallet.ts";
import type { WalletRefusal } from "#core/wallet/wallet-refusal.ts";

/** A wallet that is not closed, with its owner. */
export interface WalletFile {
  readonly wallet: Wallet;
  readonly customer: Customer;
}

/** The customer's wallet: one at a time, and what was closed is none (5.5). */
export function walletOf(customer: CustomerId, books: Books): Wallet | undefined {
  return books.list("wallet", "customer", customer).find(({ life }) => life !== "closed");
}

/** The same for whoever asks for a customer's wallet by her number. */
export function walletFile(
  customer: CustomerId,
  books: Books,
): Result<WalletFile, WalletRefusal | { readonly code: "customer.unknown" }> {
  const owner = books.find("customer", customer);
  if (!owner) return refuse({ code: "customer.unknown" });
  const wallet = walletOf(customer, books);
  return wallet ? accept({ wallet, customer: owner }) : refuse({ code: "wallet.none" });
}

/** Where messages about a wallet go: the reserved telephone, or the one it was registered with. */
export function reachedOn({ wallet, customer }: WalletFile): Wallet["phone"] {
  return customer.phone ?? wallet.phone;
}

/** What a thief who holds the wallet's telephone knows of its owner (W11). */
export function ownerOf({ birthDate, phone, documentNumber }: Customer): PinOwner {
  return { birthDate, phone, identityNumber: documentNumber };
}

/** The lines about a wallet on a slip: which, in what state, and before which account. */
export function walletFacts({ id, life, account }: Wallet, books: Books): readonly Fact[] {
  const number = account && known(books.find("account", account), "it is linked to one").number;
  return [
    textFact("wallet", id),
    termFact("walletLife", `wallet-life.${life}`),
    ...(number ? [textFact("linkedAccount", maskAccountNumber(number))] : []),
  ];
}

/** That other freezes stay, where one of several ends. */
export function otherFreezesStay({ freezes }: Wallet, ended: WalletFreezeKind): readonly Fact[] {
  return freezes.some(({ kind }) => kind !== ended)
    ? [termFact("note", "note.wallet-other-freezes-stay")]
    : [];
}
