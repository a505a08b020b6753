import { createCipheriv, createDecipheriv, randomFillSync } from "node:crypto";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const OPTIONS = { authTagLength: TAG_BYTES };

/** How much longer a sealed body is than the text in it. */
export const BODY_SEAL_BYTES = NONCE_BYTES + TAG_BYTES;

/** What a sealed body is bound to: who wrote it, and where in the chain it stands. */
export interface BodyPlace {
  readonly key: Uint8Array;
  /** The 64 bytes before the body. Its two checksums may still be missing: they are not bound. */
  readonly header: Buffer;
  /** Chain hash of the frame before. */
  readonly previousHash: Uint8Array;
}

/**
 * Seals a frame's text by AES-256-GCM (NIST SP 800-38D): nonce 12, ciphertext, tag 16.
 *
 * The nonce is random and not the sequence: a restored backup goes on from an older sequence under
 * the same key, and a repeated nonce would give the key's authentication away. One key is good for
 * 2^32 random nonces, which no branch ever writes.
 */
export function sealBody(text: Uint8Array, place: BodyPlace): Buffer {
  const nonce = freshNonce();
  const cipher = createCipheriv(CIPHER, place.key, nonce, OPTIONS);
  bind(cipher, place);
  const sealed = cipher.update(text);
  cipher.final(); // Counter mode leaves nothing over.
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

// Asking the system for random bytes costs as much as sealing a body, so they are fetched ahead.
const nonces = Buffer.alloc(NONCE_BYTES * 256);
let noncesUsed = nonces.length;

/** Random bytes that nobody was given before. */
function freshNonce(): Buffer {
  if (noncesUsed === nonces.length) {
    randomFillSync(nonces);
    noncesUsed = 0;
  }
  const place = nonces.subarray(noncesUsed, noncesUsed + NONCE_BYTES);
  noncesUsed += NONCE_BYTES;
  const nonce = Buffer.from(place);
  place.fill(0); // What was used is gone: by no mistake here could it serve again.
  return nonce;
}

/** The text of a sealed body; undefined if it was not sealed with that key for that place. */
export function openBody(body: Buffer, place: BodyPlace): Buffer | undefined {
  if (body.length < BODY_SEAL_BYTES) return undefined;

  const tagStart = body.length - TAG_BYTES;
  const opener = createDecipheriv(CIPHER, place.key, body.subarray(0, NONCE_BYTES), OPTIONS);
  opener.setAuthTag(body.subarray(tagStart));
  bind(opener, place);
  const text = opener.update(body.subarray(NONCE_BYTES, tagStart));
  try {
    opener.final();
    return text;
  } catch {
    return undefined; // The only thing that `final` has to say here: the tag is another one.
  }
}

const bound = Buffer.alloc(84); // The cipher takes it in before it returns.

/** The header without its two checksums, at 12 and at 60, and the hash of the frame before. */
function bind(
  cipher: { setAAD(bytes: Buffer): unknown },
  { header, previousHash }: Pick<BodyPlace, "header" | "previousHash">,
): void {
  header.copy(bound, 0, 0, 12);
  header.copy(bound, 12, 16, 56);
  bound.set(previousHash, 52);
  cipher.setAAD(bound);
}
