import { createHmac, timingSafeEqual } from "node:crypto";
import type { OneTimeCode } from "#core/sms/one-time-code.ts";

/** How many digits a code has (O07). */
export const CODE_DIGITS = 6;

/**
 * The digits of a code, made from its record by the key of this installation: nobody who reads journal or
 * ledger can tell them, and they are kept nowhere (E11). Drawn evenly: 2^48 is no multiple of a million,
 * but so much larger that no digit is likelier by more than one in 10^8.
 */
export function codeDigits(key: Uint8Array, { id, binding, nonce }: OneTimeCode): string {
  const mac = createHmac("sha256", key).update(`${id}:${binding}:${nonce}`).digest();
  return String(mac.readUIntBE(0, 6) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, "0");
}

/** Whether somebody keyed in the digits of a code; told in constant time. */
export function isRightCode(key: Uint8Array, code: OneTimeCode, typed: string): boolean {
  const right = Buffer.from(codeDigits(key, code), "utf8");
  const given = Buffer.from(typed, "utf8");
  return given.length === right.length && timingSafeEqual(given, right);
}
