import { birthdays, type PinOwner, type PinWeakness, weakPin } from "#core/identity/weak-pin.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { WalletPassword } from "#core/wallet/wallet.ts";

/** Why a wallet's password is too easily guessed (W11), or not what one has to be. */
export type WalletPasswordWeakness = PinWeakness | "not-eight-signs" | "one-kind-of-signs";

/** Why two passwords cannot be a wallet's (W06, W11). */
export type WalletPasswordRefusal =
  | {
      readonly code: "wallet.password-weak";
      readonly which: WalletPassword;
      readonly weakness: WalletPasswordWeakness;
    }
  /** The one gives the other away: two are asked for so that one alone is of no use (W06). */
  | { readonly code: "wallet.passwords-alike" };

/** Both passwords as they were typed. */
export interface TypedPasswords {
  readonly login: string;
  readonly second: string;
}

/**
 * Whether these may become a wallet's two passwords (W06, W11): the login password is eight to twenty
 * letters, digits and signs, of letters and digits both; the second, by which money leaves, six digits.
 * Neither says a birthday, a telephone or a document's number, nor runs or repeats.
 */
export function goodPasswords(
  { login, second }: TypedPasswords,
  owner: PinOwner,
): Result<TypedPasswords, WalletPasswordRefusal> {
  const weakLogin = weakLoginPassword(login, owner);
  if (weakLogin) {
    return refuse({ code: "wallet.password-weak", which: "login", weakness: weakLogin });
  }
  const weakSecond = weakPin(second, owner);
  if (weakSecond) {
    return refuse({ code: "wallet.password-weak", which: "second", weakness: weakSecond });
  }
  return login.includes(second)
    ? refuse({ code: "wallet.passwords-alike" })
    : accept({ login, second });
}

/** Why a login password is weak for its owner, or undefined if it is good enough (W11). */
export function weakLoginPassword(
  login: string,
  owner: PinOwner,
): WalletPasswordWeakness | undefined {
  if (!/^[\x21-\x7e]{8,20}$/.test(login)) return "not-eight-signs";
  if (!/[a-z]/i.test(login) || !/[0-9]/.test(login)) return "one-kind-of-signs";
  if (new Set(login.toLowerCase()).size <= 3) return "repeats";
  // "aaaa1111", "abcd1234" and "qwerty123" are each two strokes of the hand.
  if (strokes(login.toLowerCase()) <= 2) return "sequence";

  const digits = login.replace(/[^0-9]/g, "");
  const { birthDate, phone, identityNumber } = owner;
  if (birthDate && birthdays(birthDate).some((day) => digits.includes(day))) return "birthday";
  if (phone && sharesDigits(digits, phone)) return "phone-digits";
  if (identityNumber && sharesDigits(digits, identityNumber)) return "identity-digits";
  return undefined;
}

const rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** How many runs a text is made of: signs that repeat, or stand side by side in the alphabet or on keys. */
function strokes(text: string): number {
  let count = 1;
  let way: string | undefined;
  for (let at = 1; at < text.length; at += 1) {
    const ways = waysBetween(text.slice(at - 1, at), text.slice(at, at + 1));
    const goesOn = way === undefined ? ways.length > 0 : ways.includes(way);
    if (goesOn) {
      way ??= ways[0];
    } else {
      count += 1;
      way = undefined;
    }
  }
  return count;
}

/** In which ways one sign follows another: the same again, or onward or back in a row. */
function waysBetween(one: string, next: string): readonly string[] {
  const same = one === next ? ["same"] : [];
  const steps = rows.flatMap((row, index) => [
    ...(row.includes(one + next) ? [`on-${index}`] : []),
    ...(row.includes(next + one) ? [`back-${index}`] : []),
  ]);
  return [...same, ...steps];
}

/** Whether six digits in a row of the one stand in the other. */
function sharesDigits(digits: string, number: string): boolean {
  return Array.from({ length: Math.max(0, digits.length - 5) }, (_, at) =>
    digits.slice(at, at + 6),
  ).some((six) => number.includes(six));
}
