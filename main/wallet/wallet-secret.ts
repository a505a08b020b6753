import { createHmac } from "node:crypto";
import type { CustomerId } from "#core/customer/customer.ts";
import type { WalletPassword } from "#core/wallet/wallet.ts";

/** The keyed hash of a wallet's password, bound to its customer and to which of the two it is (K07). */
export function walletPasswordVerifier(
  pepper: Uint8Array,
  customer: CustomerId,
  which: WalletPassword,
  typed: string,
): string {
  const said = `wallet:${which}:${customer}:${typed}`;
  return createHmac("sha256", pepper).update(said).digest("base64url");
}
