import { webcrypto } from "node:crypto";
import { CompactEncrypt } from "jose";
import { normalPassphrase } from "#core/vault/passphrase.ts";

/** PBKDF2 with HMAC-SHA-512, at what OWASP asks for since 2023 three times over. */
export const EXPORT_ROUNDS = 600_000;

/**
 * A file as it leaves the branch: a compact JWE (RFC 7516) under a passphrase, by PBES2-HS512+A256KW
 * and A256GCM, which any JOSE tool opens. Made beside the counter, in Node's own threads.
 *
 * `contents` names what is inside, such as `application/json`, and stands there readable.
 */
export function sealedExport(
  bytes: Uint8Array,
  { passphrase, contents }: { readonly passphrase: string; readonly contents: string },
): Promise<string> {
  globalThis.crypto ??= webcrypto; // The older runtime has it, but not where jose looks for it.
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: "PBES2-HS512+A256KW", enc: "A256GCM", cty: contents })
    .setKeyManagementParameters({ p2c: EXPORT_ROUNDS })
    .encrypt(Buffer.from(normalPassphrase(passphrase), "utf8"));
}
