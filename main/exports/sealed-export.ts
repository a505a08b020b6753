import { createCipheriv, pbkdf2, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { normalPassphrase } from "#core/vault/passphrase.ts";
import { wrappedKey } from "./wrapped-key.ts";

/** Rounds of PBKDF2 with HMAC-SHA-512: three times what OWASP has asked for since 2023. */
export const EXPORT_ROUNDS = 600_000;

const ALGORITHM = "PBES2-HS512+A256KW";

/**
 * A file as it leaves the branch: a compact JWE (RFC 7516) under a passphrase, by PBES2-HS512+A256KW
 * (RFC 7518) and A256GCM, which any JOSE tool opens. The rounds run in Node's own threads.
 *
 * Put together here and not by jose, because it asks Web Crypto for AES-KW and Electron has none.
 * `contents` names what is inside, such as `application/json`, and stands there readable.
 */
export async function sealedExport(
  bytes: Uint8Array,
  { passphrase, contents }: { readonly passphrase: string; readonly contents: string },
): Promise<string> {
  const salt = randomBytes(16);
  const about = {
    alg: ALGORITHM,
    enc: "A256GCM",
    cty: contents,
    p2c: EXPORT_ROUNDS,
    p2s: salt.toString("base64url"),
  };
  const header = Buffer.from(JSON.stringify(about)).toString("base64url");
  const salted = Buffer.concat([Buffer.from(`${ALGORITHM}\0`, "utf8"), salt]);
  const secret = Buffer.from(normalPassphrase(passphrase), "utf8");
  const keyOfPassphrase = await promisify(pbkdf2)(secret, salted, EXPORT_ROUNDS, 32, "sha512");

  const key = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(header, "ascii"));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const parts = [wrappedKey(key, keyOfPassphrase), nonce, sealed, cipher.getAuthTag()];
  for (const used of [secret, keyOfPassphrase, key]) used.fill(0);
  return [header, ...parts.map((part) => part.toString("base64url"))].join(".");
}
