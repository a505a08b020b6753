import type { BusinessDate } from "#core/calendar/business-date.ts";

/** Why a PIN is too easily guessed (T24, W11). */
export type PinWeakness =
  | "not-six-digits"
  | "repeats"
  | "sequence"
  | "birthday"
  | "identity-digits"
  | "phone-digits";

/** What a thief who holds the wallet knows of its owner. */
export interface PinOwner {
  readonly birthDate?: BusinessDate | undefined;
  readonly phone?: string | undefined;
  readonly identityNumber?: string | undefined;
}

/**
 * Why a PIN is weak for its owner, or undefined if it is good enough (T24, W11).
 *
 * Weak are: at most two different digits (111111, 121212), a pattern said twice or digit by digit
 * (123123, 112233); six or twice three digits in a row, up or down, past the zero too (345678,
 * 210987, 123321); a birthday in any usual order; six digits in a row out of the identity number or
 * the phone. Asked only where the PIN is entered, on the pad or in the demonstration's: a PIN in
 * clear never travels further (K07).
 */
export function weakPin(pin: string, owner: PinOwner): PinWeakness | undefined {
  if (!/^\d{6}$/.test(pin)) return "not-six-digits";
  if (repeats(pin)) return "repeats";
  if (isRun(pin) || (isRun(pin.slice(0, 3)) && isRun(pin.slice(3)))) return "sequence";
  if (owner.birthDate && birthdays(owner.birthDate).includes(pin)) return "birthday";
  if (owner.identityNumber?.includes(pin)) return "identity-digits";
  if (owner.phone?.includes(pin)) return "phone-digits";
  return undefined;
}

function repeats(pin: string): boolean {
  return new Set(pin).size <= 2 || /^(\d{3})\1$/.test(pin) || /^(\d)\1(\d)\2(\d)\3$/.test(pin);
}

/** Whether each digit is the one before plus one, or minus one; 0 follows 9. */
function isRun(digits: string): boolean {
  const steps = Array.from(digits.slice(1), (digit, index) => {
    return (Number(digit) - Number(digits[index]) + 10) % 10;
  });
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

/** A birthday as people type it into six digits: 5 January 1990 is 900105, 050190, 199015 … */
export function birthdays(birthDate: BusinessDate): readonly string[] {
  const [year = "", month = "", day = ""] = birthDate.split("-");
  const short = year.slice(2);
  return [
    short + month + day,
    short + day + month,
    month + day + short,
    day + month + short,
    year + month,
    month + year,
    year + day,
    day + year,
    `${year}${Number(month)}${Number(day)}`,
    `${Number(month)}${Number(day)}${year}`,
    `${Number(day)}${Number(month)}${year}`,
  ];
}
