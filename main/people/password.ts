import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { PasswordVerifier, Teller, TellerRefusal } from "#core/teller/teller.ts";

/** scrypt's N: 128 MiB of memory and most of a second of work for each guess. */
const COST = 2 ** 17;
const BLOCK_SIZE = 8;
const KEY_BYTES = 32;

/** Shortest password of a person of the branch (PCI DSS 8.3.6). */
const LENGTH_MIN = 12;

/** The verifier of a new password, with a salt of its own. Takes most of a second. */
export async function hashPassword(password: string, cost = COST): Promise<PasswordVerifier> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return { method: "scrypt", cost, salt: salt.toString("hex"), hash: hash.toString("hex") };
}

/**
 * Whether the password is the person's own.
 *
 * Without a verifier, because there is no such person, it works just as long and says no, so that
 * the time of the answer does not tell who works here.
 */
export async function isPassword(
  password: string,
  verifier: PasswordVerifier | undefined,
): Promise<boolean> {
  const salt = Buffer.from(verifier?.salt ?? "00".repeat(16), "hex");
  const derived = await derive(password, salt, verifier?.cost ?? COST);
  const wanted = Buffer.from(verifier?.hash ?? "00".repeat(KEY_BYTES), "hex");
  return derived.length === wanted.length && timingSafeEqual(derived, wanted) && !!verifier;
}

/** Whether a password is one of the last four of this person, the present one among them (8.3.7). */
export async function isFormer(
  password: string,
  { password: present, former = [] }: Pick<Teller, "password" | "former">,
): Promise<boolean> {
  for (const verifier of [present, ...former]) {
    if (await isPassword(password, verifier)) return true;
  }
  return false;
}

/** Whether a password is good enough to be chosen: 12 characters, with letters and digits. */
export function goodPassword(password: string, before?: string): Result<string, TellerRefusal> {
  const weak = (reason: "short" | "letters-and-digits" | "same") =>
    refuse({ code: "teller.password-weak", reason });
  if (password.length < LENGTH_MIN) return weak("short");
  if (!/\p{L}/u.test(password) || !/\d/.test(password)) return weak("letters-and-digits");
  if (before !== undefined && isSameText(password, before)) return weak("same");
  return accept(password);
}

/** An accent may be typed as one character or as two; scrypt is given one form of both. */
function isSameText(one: string, other: string): boolean {
  return one.normalize("NFC") === other.normalize("NFC");
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: 256 * cost * BLOCK_SIZE };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFC"), salt, KEY_BYTES, options, (failure, key) => {
      if (failure) reject(failure);
      else resolve(key);
    });
  });
}
