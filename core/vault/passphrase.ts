import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { isCommon, isRepeated } from "./common-passphrase.ts";

/** Shortest passphrase of a branch, in characters as people count them. */
export const PASSPHRASE_CHARACTERS = 12;

/** A passphrase of fewer different characters is guessed as soon as a list of patterns is tried. */
const DIFFERENT_CHARACTERS = 5;

/** Why a passphrase is too weak to be chosen. */
export type PassphraseWeakness =
  | "short"
  /** One character, or a few of them over and over. */
  | "repeated"
  /** Characters in their order, up or down: 123456789012. */
  | "run"
  /** Nothing but the numbers of the branch and its people, which every customer can read. */
  | "numbers"
  /** Hardly more than words and patterns that every list of passwords begins with. */
  | "common"
  /** The one that it is to take the place of. */
  | "same";

/** Why the keys of a branch are not opened, or not put behind that passphrase. */
export type VaultRefusal =
  /** `waitSeconds` is how long nobody is listened to now; it grows with every wrong one. */
  | { readonly code: "vault.wrong-passphrase"; readonly waitSeconds: number }
  | { readonly code: "vault.too-soon"; readonly waitSeconds: number }
  | { readonly code: "vault.passphrase-weak"; readonly weakness: PassphraseWeakness };

/**
 * The one form of a passphrase that keys are made from. Another keyboard may send an accent, or a
 * wide letter of a Chinese input method, as other characters that look the same (NFKC).
 */
export const normalPassphrase = (typed: string): string => typed.normalize("NFKC");

/**
 * Whether a passphrase is good enough to be chosen for a branch. `numbers` are those of the branch
 * and its people; `before` is the passphrase that it takes the place of.
 */
export function goodPassphrase(
  typed: string,
  { numbers = [], before }: { readonly numbers?: readonly string[]; readonly before?: string } = {},
): Result<string, VaultRefusal> {
  const passphrase = normalPassphrase(typed);
  const weak = (weakness: PassphraseWeakness) =>
    refuse({ code: "vault.passphrase-weak", weakness } as const);

  if (Array.from(passphrase.trim()).length < PASSPHRASE_CHARACTERS) return weak("short");
  if (isRun(passphrase)) return weak("run");
  if (new Set(passphrase).size < DIFFERENT_CHARACTERS) return weak("repeated");
  if (isRepeated(passphrase)) return weak("repeated");
  if (isMadeOf(passphrase, numbers)) return weak("numbers");
  if (isCommon(passphrase)) return weak("common");
  if (before !== undefined && normalPassphrase(before) === passphrase) return weak("same");
  return accept(passphrase);
}

const byLength = (one: string, other: string): number => other.length - one.length;

/** Whether every character follows the one before it, always upwards or always downwards. */
function isRun(passphrase: string): boolean {
  const steps = Array.from(passphrase, (character) => character.codePointAt(0) ?? 0)
    .map((point, at, points) => point - (points[at - 1] ?? point))
    .slice(1)
    // After nine comes nought on every keyboard, and before it too.
    .map((step) => (step === -9 ? 1 : step === 9 ? -1 : step));
  const [first] = steps;
  return (first === 1 || first === -1) && steps.every((step) => step === first);
}

function isMadeOf(passphrase: string, numbers: readonly string[]): boolean {
  const longestFirst = numbers.filter((number) => number !== "").sort(byLength);
  const left = longestFirst.reduce((text, number) => text.replaceAll(number, ""), passphrase);
  return !/[\p{L}\p{N}]/u.test(left);
}
