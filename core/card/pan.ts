import { z } from "zod";
import { assert } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

const SHORTEST = 13;
const LONGEST = 19;
const HIDDEN_AT_LEAST = 6;
const HEAD_SHOWN_AT_MOST = 6;
const TAIL_SHOWN = 4;

/**
 * A card number, also called primary account number: 13 to 19 digits of which the last is the
 * Luhn check digit. JR/T 0008, N01, N04, N12.
 */
export const Pan = z
  .string()
  .regex(/^\d{13,19}$/)
  .refine(isLuhnValid)
  .brand<"Pan">();
export type Pan = z.infer<typeof Pan>;

/** Why a text is not a card number. It never repeats the text, which may be nearly one. */
export type PanRefusal =
  | { readonly code: "pan.characters" }
  | { readonly code: "pan.length"; readonly length: number }
  | { readonly code: "pan.check-digit" };

/** Reads a card number written as digits alone, without the spaces that are embossed. */
export function parsePan(text: string): Result<Pan, PanRefusal> {
  if (!/^\d*$/.test(text)) return refuse({ code: "pan.characters" });
  if (text.length < SHORTEST || text.length > LONGEST) {
    return refuse({ code: "pan.length", length: text.length });
  }
  if (!isLuhnValid(text)) return refuse({ code: "pan.check-digit" });
  return accept(Pan.parse(text));
}

/**
 * The digit that completes a card number: every other digit is doubled, beginning with the
 * rightmost of the number without its check digit. JR/T 0008 appendix A, N05, N06; the two
 * standards word step 3 differently and mean the same (X8).
 */
export function luhnCheckDigit(digitsWithoutCheck: string): number {
  assert(/^\d+$/.test(digitsWithoutCheck), "a check digit is computed from digits");

  let sum = 0;
  for (let index = 0; index < digitsWithoutCheck.length; index++) {
    const digit = Number(digitsWithoutCheck[index]);
    const isDoubled = (digitsWithoutCheck.length - index) % 2 === 1;
    sum += isDoubled ? digitSum(digit * 2) : digit;
  }
  return (10 - (sum % 10)) % 10;
}

/**
 * Whether the last digit is the check digit of those before it. Holds for numbers of any length:
 * what passes here need not be a card number. Blind to 09 swapped with 90 (VE9).
 */
export function isLuhnValid(digits: string): boolean {
  if (!/^\d{2,}$/.test(digits)) return false;
  return luhnCheckDigit(digits.slice(0, -1)) === Number(digits.at(-1));
}

/**
 * A card number as people may see it: the first six and the last four (K01). A short number shows
 * less of its head, so that six digits always stay hidden (K02). The tail gives nothing up, for
 * it is what customer and teller compare, and is printed elsewhere too.
 */
export function maskPan(pan: Pan): string {
  const head = Math.min(HEAD_SHOWN_AT_MOST, pan.length - HIDDEN_AT_LEAST - TAIL_SHOWN);
  const hidden = pan.length - head - TAIL_SHOWN;
  return `${pan.slice(0, head)}${"*".repeat(hidden)}${lastFour(pan)}`;
}

/** The last four digits, by which a customer knows the card. */
export function lastFour(pan: Pan): string {
  return pan.slice(-TAIL_SHOWN);
}

function digitSum(upToEighteen: number): number {
  return upToEighteen > 9 ? upToEighteen - 9 : upToEighteen;
}
