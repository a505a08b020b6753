// @ts-check
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Finding } from "./bytes.mjs";

/**
 * One batch of the journal in an evidence pack.
 * @typedef {object} Packed
 * @property {number} sequence
 * @property {string} hash of the chain after it, hexadecimal
 * @property {unknown} body the batch, without entries about orders of the state
 */

/**
 * A pack whose signature holds.
 * @typedef {object} Evidence
 * @property {string} file
 * @property {string} sha256 of the file as it is, hexadecimal
 * @property {string} install
 * @property {string} lossCase
 * @property {string} signer
 * @property {{ sequence: number, hash: string }} head
 * @property {readonly Packed[]} frames
 */

/**
 * What a folder has at the sequences of a pack.
 * @typedef {Map<number, { hash: string, content: Buffer | string | undefined }>} Found
 */

/** What stands before the 32 bytes of an Ed25519 key in DER. */
const ED25519 = Buffer.from("302a300506032b6570032100", "hex");

/**
 * Reads an evidence pack; throws a `Finding` unless it is signed by the key that it names.
 * @param {string} path
 * @returns {Evidence}
 */
export function readEvidence(path) {
  const file = basename(path);
  const bytes = readFileSync(path);
  const pack = parsed(bytes.toString("utf8"));
  if (pack === undefined) {
    throw new Finding("is no evidence pack in clear: open it with npm run open-export", { file });
  }
  const { signature, ...signed } = pack;
  const { format, version, install, signer, verified, frames, lossCase } = signed;
  const isWhole =
    format === "guitai-evidence-pack" &&
    version === 1 &&
    isHex(install, 16) &&
    isHex(signer, 32) &&
    isHex(signature, 64) &&
    isPoint(verified?.head) &&
    Array.isArray(frames) &&
    frames.every(isPoint) &&
    typeof lossCase?.number === "string";
  if (!isWhole) throw new Finding("is no evidence pack, or not the whole of it", { file });

  const der = Buffer.concat([ED25519, Buffer.from(signer, "hex")]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  const text = Buffer.from(canonical(signed), "utf8");
  if (!verify(null, text, key, Buffer.from(signature, "hex"))) {
    throw new Finding("was changed: its signature does not hold", { file });
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file, sha256, install, lossCase: lossCase.number, signer, head: verified.head, frames };
}

/**
 * The sequences at which a folder must be looked at for a pack.
 * @param {Evidence} evidence
 */
export function sequencesOf({ frames, head }) {
  return new Set([...frames.map(({ sequence }) => sequence), head.sequence]);
}

/**
 * Compares a pack with the folder it is said to come from; throws a `Finding` that names the first
 * difference. Bodies are compared where the folder's contents were opened with its key.
 * @param {Evidence} evidence
 * @param {Found} found
 * @param {{ installId: string, frames: number, signer?: string | undefined }} summary
 * @returns {number} how many bodies were compared
 */
export function compareWithFolder({ file, install, signer, frames, head }, found, summary) {
  if (install !== summary.installId) {
    throw new Finding("is the evidence of another branch's books", { file });
  }
  if (summary.signer !== undefined && signer !== summary.signer) {
    throw new Finding("is not signed by the key of this folder's vault", { file });
  }
  let compared = 0;
  for (const { sequence, hash, body } of [...frames, { ...head, body: undefined }]) {
    const own = found.get(sequence);
    const place = { file, frame: sequence };
    if (!own) throw new Finding(`the books end at frame ${summary.frames}`, place);
    if (own.hash !== hash) throw new Finding("the chain has another hash there", place);
    if (body === undefined || own.content === undefined) continue;
    if (canonical(withoutOrders(parsed(String(own.content)))) !== canonical(body)) {
      throw new Finding("the books say something else there", place);
    }
    compared += 1;
  }
  return compared;
}

/**
 * A batch as evidence shows it: what it says of orders of the state is left out of every pack.
 * @param {Record<string, any> | undefined} batch
 */
function withoutOrders(batch) {
  const entries = Array.isArray(batch?.entries) ? batch.entries : [];
  return { ...batch, entries: entries.filter(({ type }) => !String(type).startsWith("freeze.")) };
}

/**
 * JSON in the one form that is signed (RFC 8785): members by their names in UTF-16, no spaces.
 * @param {unknown} value
 * @returns {string}
 */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, of]) => `${JSON.stringify(name)}:${canonical(of)}`).join(",")}}`;
}

/**
 * @param {string} text
 * @returns {Record<string, any> | undefined}
 */
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} text
 * @param {number} bytes
 */
function isHex(text, bytes) {
  return typeof text === "string" && text.length === 2 * bytes && /^[0-9a-f]+$/.test(text);
}

/** @param {any} point */
function isPoint(point) {
  return Number.isSafeInteger(point?.sequence) && isHex(point?.hash, 32);
}
