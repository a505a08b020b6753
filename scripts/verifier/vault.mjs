// @ts-check
import { createHash, createHmac, hkdfSync } from "node:crypto";
import { Finding } from "./bytes.mjs";

/**
 * @typedef {object} Owner
 * @property {"live" | "demonstration"} kind
 * @property {string} installId
 * @property {((sealed: Buffer, seal: Buffer) => boolean) | undefined} isSealed set with `--key`
 */

const SEALED = /^([\s\S]*,\n) {2}"checksum": "sha256:([0-9a-f]{64})"\n}\n$/;

/**
 * Checks `vault.json` byte for byte and says whose folder it is. The key is used only if asked.
 * @param {Buffer} bytes
 * @param {boolean} withKey
 * @returns {Owner}
 */
export function checkVault(bytes, withKey) {
  const file = "vault.json";
  const [text, open = "", written] = SEALED.exec(bytes.toString("latin1")) ?? [];
  if (text === undefined) throw new Finding("does not end in a checksum line", { file });

  const computed = createHash("sha256").update(open, "latin1").digest("hex");
  if (computed !== written) throw new Finding("does not match its checksum", { file });

  const vault = JSON.parse(text);
  const isKnown =
    vault.format === "guitai.vault" &&
    vault.version === 1 &&
    (vault.kind === "live" || vault.kind === "demonstration") &&
    /^[0-9a-f]{32}$/.test(vault.installId) &&
    vault.wrapping?.method === "none" &&
    /^[0-9a-f]{64}$/.test(vault.masterKey);
  if (!isKnown) throw new Finding("is of a format that this verifier does not know", { file });

  const { kind, installId } = vault;
  if (!withKey) return { kind, installId, isSealed: undefined };

  const master = Buffer.from(vault.masterKey, "hex");
  const salt = Buffer.from(installId, "hex");
  const key = Buffer.from(hkdfSync("sha256", master, salt, "guitai/1/journalMac", 32));
  return {
    kind,
    installId,
    isSealed: (sealed, seal) => createHmac("sha256", key).update(sealed).digest().equals(seal),
  };
}
