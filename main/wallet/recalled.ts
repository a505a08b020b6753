import type { Books } from "#core/books/books.ts";
import { walletOf } from "#core/commands/wallet/wallet-file.ts";
import type { RecalledWalletView } from "#core/contract/own-wallet-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { demonstrationWalletPasswords } from "#main/demonstration/pin.ts";
import { walletPasswordVerifier } from "#main/wallet/wallet-secret.ts";

/**
 * What an invented customer knows by heart: her telephone, her document, and good passwords that only
 * she would choose; of a wallet that she has, those she began with while they are hers.
 */
export function recalledWallet(
  books: Books,
  id: CustomerId,
  pepper: Uint8Array,
): Result<RecalledWalletView, Refusal> {
  const customer = books.find("customer", id);
  if (!customer?.phone) return refuse({ code: "customer.unknown" });
  const { phone, documentNumber } = customer;
  const wallet = walletOf(id, books);
  const known = demonstrationWalletPasswords(customer);
  const isHers = (which: "login" | "second") =>
    !wallet || wallet.passwords[which] === walletPasswordVerifier(pepper, id, which, known[which]);
  return accept({
    ...{ phone, documentNumber },
    ...(isHers("login") ? { login: known.login } : {}),
    ...(isHers("second") ? { second: known.second } : {}),
  });
}
