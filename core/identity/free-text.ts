import { z } from "zod";
import { parsePan } from "#core/card/pan.ts";
import { maskDocumentNumber } from "#core/identity/mask.ts";

/**
 * Ten digits or more, half or full width, with up to three blanks or signs between any two:
 * nothing shorter is a number worth hiding.
 */
const LONG_NUMBER =
  /[0-9０-９](?:[\s\p{P}\p{S}]{0,3}[0-9０-９]){9,}(?:[\s\p{P}\p{S}]{0,3}[XxＸｘ])?/gu;

/** What somebody typed freely, with every long number in it masked (K01, K09). */
export function masked(text: string): string {
  return text.replace(LONG_NUMBER, (number) =>
    maskDocumentNumber(number.normalize("NFKC").replace(/[^\dXx]/g, "")),
  );
}

/**
 * Free words of at most `longest` characters, as they are kept and printed: without characters that
 * show nothing or turn the line around, and with every long number masked (K01).
 */
export const freeWords = (longest: number) =>
  z.string().overwrite(visible).trim().min(1).max(longest).overwrite(masked);

/**
 * Words that name whom money goes to, of at most `longest` characters: as they are typed, without
 * characters that show nothing. They are confirmed as they stand, so nothing in them is masked, and
 * with a number that would have to be they are no name (K01, 4.2).
 */
export const namingWords = (longest: number) =>
  z
    .string()
    .overwrite(visible)
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => text.search(LONG_NUMBER) === -1, "no number of ten digits or more");

/**
 * A number or sign as a paper bears it, of so many characters: without characters that show nothing
 * or turn the line around, so that what looks the same is the same. Nothing in it is masked.
 */
export const paperSign = ({ shortest, longest }: { shortest: number; longest: number }) =>
  z.string().overwrite(visible).trim().min(shortest).max(longest);

/** Digits, half or full width, with up to three blanks or signs between any two. */
const DIGITS = /[0-9０-９](?:[\s\p{P}\p{S}]{0,3}[0-9０-９])*/gu;

/** Numbers of bank cards begin so; dates and most numbers of offices do not. */
const CARD_BEGINS = /^(?:2[2-7]|[3-69])/;

/** Whether a text has a card number in it, which is kept in clear nowhere (K01). */
export function hasCardNumber(text: string): boolean {
  return (text.match(DIGITS) ?? [])
    .map((run) => run.normalize("NFKC").replace(/\D/gu, ""))
    .some((digits) => CARD_BEGINS.test(digits) && parsePan(digits).ok);
}

/** Breaks become blanks; control and format characters go before anything is counted or masked. */
function visible(text: string): string {
  return text.replace(/[\t\n\r]+/g, " ").replace(/[\p{Cc}\p{Cf}]/gu, "");
}
