import { maskDocumentNumber } from "#core/identity/mask.ts";

/** Ten digits or more, however they are parted: nothing shorter is a number worth hiding. */
const LONG_NUMBER = /\d(?:[ -]?\d){9,}[Xx]?/g;

/** What somebody typed freely, with every long number in it masked (K01, K09). */
export function masked(text: string): string {
  return text.replace(LONG_NUMBER, (number) => maskDocumentNumber(number.replace(/[ -]/g, "")));
}
