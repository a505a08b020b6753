import type { IdentityNumber } from "#core/identity/identity-number.ts";
import type { Phone } from "#core/identity/phone.ts";

/** An identity number as screens show it: first six, last four, eight hidden (K09). */
export function maskIdentityNumber(number: IdentityNumber): string {
  return maskDocumentNumber(number);
}

/**
 * Any document number as screens show it: never more than the first six and the last four, and at
 * least four characters hidden, so that short numbers show less (K09): H01****5678.
 */
export function maskDocumentNumber(number: string): string {
  const spare = Math.max(0, number.length - 4);
  const last = Math.min(4, spare);
  const first = Math.min(6, spare - last);
  const hidden = "*".repeat(number.length - first - last);
  return number.slice(0, first) + hidden + number.slice(number.length - last);
}

/** A phone as screens show it: 138****1234 (K09). */
export function maskPhone(phone: Phone): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/**
 * A name as screens show it: only its last character (K09): 张三 is *三, 欧阳修 is **修.
 * The dot, the blank and the slash between the parts of a name stay; a single character is hidden.
 */
export function maskName(name: string): string {
  const characters = Array.from(name);
  if (characters.length < 2) return "*".repeat(characters.length);

  const hidden = characters.slice(0, -1).map((one) => (/[·/ ]/.test(one) ? one : "*"));
  return hidden.join("") + characters.slice(-1).join("");
}
