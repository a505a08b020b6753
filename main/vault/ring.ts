import { createPrivateKey, createPublicKey, hkdfSync, randomBytes, sign } from "node:crypto";
import { z } from "zod";
import { known } from "#core/kernel/assert.ts";
import { sealed, unsealed } from "./sealed.ts";
import { parsedJson } from "./vault-file.ts";

const Key = z.string().regex(/^[0-9a-f]{64}$/);

/** A key for what the branch writes down, good until the next one takes its place. */
export const DataKey = z.strictObject({
  id: z.int().positive().max(0xffff_ffff),
  key: Key,
  createdAt: z.int().nonnegative(),
});
export type DataKey = z.infer<typeof DataKey>;

/** What the vault guards; 32 bytes each, as hexadecimal digits. Never log or send a ring. */
export const Ring = z.strictObject({
  /** What identities and PINs hang on: it lives as long as the installation. */
  masterKey: Key,
  /** Newest last, each numbered above the one before. Old ones still open what they sealed. */
  dataKeys: z
    .array(DataKey)
    .min(1)
    .refine((keys) => keys.every(({ id }, at) => id > (keys[at - 1]?.id ?? 0))),
  signingSeed: Key,
});
export type Ring = z.infer<typeof Ring>;

/** A new ring, around the master key of an older vault where there was one. */
export function newRing(now: number, masterKey = newKey()): Ring {
  return {
    masterKey,
    dataKeys: [{ id: 1, key: newKey(), createdAt: now }],
    signingSeed: newKey(),
  };
}

/** The ring with one more data key, which serves from now on. */
export function withNewDataKey(ring: Ring, now: number): Ring {
  const id = newestOf(ring).id + 1;
  return { ...ring, dataKeys: [...ring.dataKeys, { id, key: newKey(), createdAt: now }] };
}

/** The data key that serves now. */
export function newestOf({ dataKeys }: Ring): DataKey {
  return known(dataKeys.at(-1), "a ring has a data key");
}

/** The ring as the file holds it, sealed under the secret of the slots. */
export function sealRing(ring: Ring, secret: Uint8Array, installId: string): string {
  const plain = Buffer.from(JSON.stringify(ring), "utf8");
  return sealed(ringKey(secret, installId), placeOf(installId, "ring"), plain);
}

/** The ring; undefined with another secret, of another installation, or changed. */
export function openRing(hex: string, secret: Uint8Array, installId: string): Ring | undefined {
  const plain = unsealed(ringKey(secret, installId), placeOf(installId, "ring"), hex);
  if (!plain) return undefined;
  const ring = Ring.safeParse(parsedJson(plain.toString("utf8")));
  plain.fill(0);
  return ring.success ? ring.data : undefined;
}

/** What a sealed part of the file is bound to: nothing can be moved between files or slots. */
export function placeOf(installId: string, part: string): string {
  return `guitai.vault/${installId}/${part}`;
}

/** HKDF-SHA-256 (RFC 5869), salted with the install id: one key, one purpose. */
export function derived(key: Uint8Array, installId: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", key, Buffer.from(installId, "hex"), purpose, 32));
}

/** What signs for this installation, by Ed25519 (RFC 8032). */
export interface Signing {
  /** 32 bytes as hexadecimal digits: whoever has them can check a signature. */
  readonly publicKey: string;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

// An Ed25519 seed in the only dress in which Node takes it: PKCS #8 (RFC 8410).
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** The signature of an installation, from the seed in its ring. */
export function signingWith({ signingSeed }: Ring): Signing {
  const der = Buffer.concat([PKCS8_HEAD, Buffer.from(signingSeed, "hex")]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const spki = createPublicKey(key).export({ format: "der", type: "spki" });
  der.fill(0);
  return {
    publicKey: spki.subarray(-32).toString("hex"),
    sign: (bytes) => new Uint8Array(sign(null, bytes, key)),
  };
}

function ringKey(secret: Uint8Array, installId: string): Uint8Array {
  return derived(secret, installId, "guitai/2/ring");
}

function newKey(): string {
  return randomBytes(32).toString("hex");
}
