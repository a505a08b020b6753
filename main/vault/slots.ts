import { randomBytes, type ScryptOptions, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { normalPassphrase } from "#core/vault/passphrase.ts";
import type { KeyStore } from "./key-store.ts";
import { placeOf } from "./ring.ts";
import { sealed, unsealed } from "./sealed.ts";
import type { KeyStoreSlot, PassphraseSlot, ScryptCost } from "./vault-file.ts";

/** What OWASP asks of scrypt today: 128 MiB and most of a second of work for each guess. */
export const PASSPHRASE_COST: ScryptCost = { n: 2 ** 17, r: 8, p: 1 };

/** A slot that gives the secret to whoever knows the passphrase. Takes most of a second. */
export async function passphraseSlot(
  secret: Uint8Array,
  passphrase: string,
  { installId, cost }: { readonly installId: string; readonly cost: ScryptCost },
): Promise<PassphraseSlot> {
  const salt = randomBytes(16);
  const key = await stretched(passphrase, salt, cost);
  const { n, r, p } = cost;
  return {
    method: "passphrase",
    kdf: "scrypt",
    n,
    r,
    p,
    salt: salt.toString("hex"),
    sealed: sealed(key, placeOf(installId, "passphrase"), secret),
  };
}

/** The secret behind a passphrase; undefined where it is another one. */
export async function secretByPassphrase(
  slot: PassphraseSlot,
  passphrase: string,
  installId: string,
): Promise<Uint8Array | undefined> {
  const key = await stretched(passphrase, Buffer.from(slot.salt, "hex"), slot);
  return unsealed(key, placeOf(installId, "passphrase"), slot.sealed);
}

/** A slot that gives the secret to this user of this machine; undefined without a key store. */
export async function keyStoreSlot(
  secret: Uint8Array,
  installId: string,
  keyStore: KeyStore,
): Promise<KeyStoreSlot | undefined> {
  const text = placeOf(installId, `key-store/${Buffer.from(secret).toString("hex")}`);
  const bytes = await keyStore.seal(text);
  return bytes && { method: "key-store", sealed: Buffer.from(bytes).toString("hex") };
}

/** The secret out of the machine's key store; undefined where it does not open here. */
export async function secretByKeyStore(
  slot: KeyStoreSlot,
  installId: string,
  keyStore: KeyStore,
): Promise<{ readonly secret: Uint8Array; readonly isStale: boolean } | undefined> {
  const opened = await keyStore.open(Buffer.from(slot.sealed, "hex"));
  const place = placeOf(installId, "key-store/");
  if (!opened?.text.startsWith(place)) return undefined;

  const hex = opened.text.slice(place.length);
  if (!/^[0-9a-f]{64}$/.test(hex)) return undefined;
  return { secret: Buffer.from(hex, "hex"), isStale: opened.isStale };
}

const scryptKey = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** Memory is given for what a file may ask (RFC 7914: 128·n·r bytes), twice over. */
function stretched(passphrase: string, salt: Buffer, { n, r, p }: ScryptCost): Promise<Buffer> {
  const options = { N: n, r, p, maxmem: 256 * r * (n + p) };
  return scryptKey(normalPassphrase(passphrase), salt, 32, options);
}
