import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals `plain` with AES-256-GCM under a key of 32 bytes: hexadecimal digits of nonce, ciphertext
 * and tag. It opens only in the place that it was sealed for.
 */
export function sealed(key: Uint8Array, place: string, plain: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(place, "utf8"));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, text, cipher.getAuthTag()]).toString("hex");
}

/** What was sealed; undefined under another key, for another place, or if any bit has changed. */
export function unsealed(key: Uint8Array, place: string, hex: string): Buffer | undefined {
  const bytes = Buffer.from(hex, "hex");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;

  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place, "utf8"));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]);
  } catch {
    return undefined; // The tag does not verify: the one way in which opening can fail.
  }
}
