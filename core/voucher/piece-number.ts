import { luhnCheckDigit, Pan } from "#core/card/pan.ts";
import type { Serial } from "#core/voucher/stock.ts";

/**
 * The card number a blank piece becomes: what the range begins with, the twelve digits printed on
 * the piece as the individual account identification, and the check digit (N01, N05).
 *
 * So no two pieces of a range can ever bear one number, and a number names its piece (V02). Throws
 * where prefix and serial make more than nineteen digits, for such a range has no such pieces.
 */
export function panOfPiece(prefix: string, serial: Serial): Pan {
  const digits = `${prefix}${serial}`;
  return Pan.parse(`${digits}${luhnCheckDigit(digits)}`);
}
