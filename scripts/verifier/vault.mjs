// @ts-check
import {
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  scryptSync,
} from "node:crypto";
import { Finding } from "./bytes.mjs";
import { firstProblem, isHex, secondProblem } from "./vault-rules.mjs";

/**
 * What the keys of a folder are good for here.
 * @typedef {object} Keys
 * @property {(sealed: Buffer, seal: Buffer) => boolean} isSealed by HMAC-SHA-256
 * @property {ReadonlyMap<number, Buffer>} bodyKeys AES-256 keys of contents, by number
 * @property {string | undefined} signer the Ed25519 key that seals and evidence are signed with, as
 *   hexadecimal digits; the first programs had none
 */

/**
 * @typedef {object} Owner
 * @property {"live" | "demonstration"} kind
 * @property {string} installId
 * @property {Keys | undefined} keys set where the keys were asked for
 */

/**
 * A vault file whose bytes are as they were written.
 * @typedef {object} VaultFile
 * @property {"live" | "demonstration"} kind
 * @property {1 | 2} version 1 holds its keys in clear
 * @property {string} installId
 * @property {boolean} needsPassphrase whether its keys open only with one
 * @property {(passphrase: string | undefined) => Keys} open
 */

const FILE = "vault.json";
const SEALED = /^([\s\S]*,\n) {2}"checksum": "sha256:([0-9a-f]{64})"\n}\n$/;
/** What stands before the 32 bytes of an Ed25519 seed in DER (RFC 8410). */
const SEED = Buffer.from("302e020100300506032b657004220420", "hex");

/**
 * Checks `vault.json` byte for byte and says whose folder it is. No key is used yet.
 * @param {Buffer} bytes
 * @returns {VaultFile}
 */
export function checkVault(bytes) {
  const [text, open = "", written] = SEALED.exec(bytes.toString("latin1")) ?? [];
  if (text === undefined) throw new Finding("does not end in a checksum line", { file: FILE });

  const computed = createHash("sha256").update(open, "latin1").digest("hex");
  if (computed !== written) throw new Finding("does not match its checksum", { file: FILE });

  const vault = parsed(text);
  const problem =
    vault?.format !== "guitai.vault"
      ? "is of a format that this verifier does not know"
      : vault.version === 1
        ? firstProblem(vault)
        : secondProblem(vault);
  if (problem) throw new Finding(problem, { file: FILE });

  const { kind, installId, version } = vault;
  if (version === 1) {
    const keysOfFirst = () => keysFrom(installId, { masterKey: vault.masterKey, dataKeys: [] });
    return { kind, installId, version, needsPassphrase: false, open: keysOfFirst };
  }
  const needsPassphrase = kind === "live";
  return { kind, installId, version, needsPassphrase, open: (typed) => openSecond(vault, typed) };
}

/**
 * @param {string} text
 * @returns {any}
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Version 2: every slot holds the same secret, in clear or sealed; under HKDF of the secret the ring
 * is sealed, which holds the master key, the keys of contents with their numbers and more. What is
 * sealed is hexadecimal: nonce 12, AES-256-GCM ciphertext, tag 16; bound to its place in this file.
 * @param {any} vault
 * @param {string | undefined} passphrase
 * @returns {Keys}
 */
function openSecond({ kind, installId, slots, ring }, passphrase) {
  const [first] = slots;
  const secret =
    kind === "demonstration"
      ? Buffer.from(first.secret, "hex")
      : secretOf(first, installId, passphrase);
  const key = derived(secret, installId, "guitai/2/ring");
  const opened = unsealed(ring, key, `guitai.vault/${installId}/ring`);
  if (!opened) throw new Finding("its ring of keys is not what its secret seals", { file: FILE });

  return keysFrom(installId, JSON.parse(opened.toString("utf8")));
}

/**
 * What the passphrase opens; a live folder opens in no other way here.
 * @param {any} slot
 * @param {string} installId
 * @param {string | undefined} passphrase
 */
function secretOf(slot, installId, passphrase) {
  if (passphrase === undefined) throw new Error("this folder's keys need a passphrase");

  const { n, r, p, salt, sealed } = slot;
  // One passphrase may be typed in several ways that look alike; keys are made from one form (NFKC).
  const key = scryptSync(passphrase.normalize("NFKC"), Buffer.from(salt, "hex"), 32, {
    N: n,
    r,
    p,
    maxmem: 256 * n * r,
  });
  const secret = unsealed(sealed, key, `guitai.vault/${installId}/passphrase`);
  if (!secret) throw new Error("the vault does not open with this passphrase");
  return secret;
}

/**
 * @param {string} installId
 * @param {{ masterKey: string, dataKeys: readonly { id: number, key: string }[], signingSeed?: string }} ring
 * @returns {Keys}
 */
function keysFrom(installId, { masterKey, dataKeys, signingSeed }) {
  const mac = derived(Buffer.from(masterKey, "hex"), installId, "guitai/1/journalMac");
  /** @type {(key: string) => Buffer} */
  const bodyKey = (key) => derived(Buffer.from(key, "hex"), installId, "guitai/2/journalBody");
  return {
    isSealed: (sealed, seal) => createHmac("sha256", mac).update(sealed).digest().equals(seal),
    bodyKeys: new Map(dataKeys.map(({ id, key }) => [id, bodyKey(key)])),
    signer: signingSeed === undefined ? undefined : publicKeyOf(signingSeed),
  };
}

/** @param {string} seed hexadecimal */
function publicKeyOf(seed) {
  const der = Buffer.concat([SEED, Buffer.from(seed, "hex")]);
  const key = createPublicKey(createPrivateKey({ key: der, format: "der", type: "pkcs8" }));
  return key.export({ format: "der", type: "spki" }).subarray(-32).toString("hex");
}

/**
 * HKDF-SHA-256 (RFC 5869), salted with the install id.
 * @param {Buffer} key
 * @param {string} installId
 * @param {string} purpose
 */
function derived(key, installId, purpose) {
  return Buffer.from(hkdfSync("sha256", key, Buffer.from(installId, "hex"), purpose, 32));
}

/**
 * What was sealed as hexadecimal digits, bound to a text; undefined if it was not sealed so.
 * @param {unknown} sealed
 * @param {Buffer} key
 * @param {string} boundTo
 */
function unsealed(sealed, key, boundTo) {
  return isHex(sealed)
    ? opened(Buffer.from(sealed, "hex"), key, Buffer.from(boundTo, "utf8"))
    : undefined;
}

/**
 * Opens nonce 12, AES-256-GCM ciphertext, tag 16; undefined if another key or place sealed it.
 * @param {Buffer} sealed
 * @param {Buffer} key
 * @param {Buffer} boundTo
 * @returns {Buffer | undefined}
 */
export function opened(sealed, key, boundTo) {
  if (sealed.length < 28) return undefined;

  const cut = sealed.length - 16;
  const cipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12), {
    authTagLength: 16,
  });
  cipher.setAAD(boundTo).setAuthTag(sealed.subarray(cut));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(12, cut)), cipher.final()]);
  } catch {
    return undefined;
  }
}
