import type { Customer } from "#core/customer/customer.ts";
import { weakPin } from "#core/identity/weak-pin.ts";
import type { TypedPasswords } from "#core/wallet/wallet-password.ts";
import { createDraw } from "#main/demonstration/draw.ts";

/**
 * The PIN an invented customer keys in, worked out from the document number alone, so that the
 * presenter can be told it at any time and no file holds it.
 *
 * It passes the same rule as any PIN of a customer (T24, W11). Nothing real is guarded by it.
 */
export function demonstrationPin(customer: Invented): string {
  return goodDigits(customer, customer.documentNumber);
}

/** The first login password of an invented customer's electronic banking, by the same manner. */
export function demonstrationBankPassword(customer: Invented): string {
  return goodDigits(customer, `e-bank:${customer.documentNumber}`);
}

/** Both passwords of an invented customer's wallet (W06), by the same manner. */
export function demonstrationWalletPasswords(customer: Invented): TypedPasswords {
  const seed = `wallet:${customer.documentNumber}`;
  // "Yanshi", a demonstration; the digits are none of hers and none of the second password's.
  const login = `Yan${goodDigits(customer, `${seed}:login`)}shi`;
  return { login, second: goodDigits(customer, seed) };
}

type Invented = Pick<Customer, "documentNumber" | "birthDate" | "phone">;

function goodDigits({ documentNumber, birthDate, phone }: Invented, seed: string): string {
  const draw = createDraw(seedOf(seed));
  for (;;) {
    const pin = draw.digits(6);
    if (!weakPin(pin, { birthDate, phone, identityNumber: documentNumber })) return pin;
  }
}

/** FNV-1a over the characters. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
