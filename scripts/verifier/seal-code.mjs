// @ts-check
import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Finding } from "./bytes.mjs";

/**
 * The signed state of a branch's books at a day's end: a compact JWS whose short names stand for
 * v version, i install id, b branch, d date, t time in ms, f first frame, l last frame, h chain hash
 * after it, s slips, m turnover and o deposits in fen, p SHA-256 of the code before, k public key.
 * @typedef {object} Seal
 * @property {string} file where it was found, or "the code"
 * @property {string} code
 * @property {string} install hexadecimal
 * @property {string} branch
 * @property {string} date
 * @property {number} first
 * @property {number} last
 * @property {string} hash hexadecimal
 * @property {string | undefined} previous hexadecimal
 * @property {string} signer hexadecimal
 */

/** What stands before the 32 bytes of an Ed25519 key in DER. */
const ED25519 = Buffer.from("302a300506032b6570032100", "hex");

/** The head of every code, byte for byte. */
const HEAD = Buffer.from('{"alg":"EdDSA","typ":"guitai-day-seal"}').toString("base64url");
const CODE_MAX = 1000;

/** What looks like a compact JWS: three parts in base64url, the first of them a JSON object. */
const JWS = /(?<![\w.-])eyJ[\w-]*\.[\w-]+\.[\w-]+(?!\.?[\w-])/g;

/**
 * The seal in a file that was kept elsewhere.
 * @param {string} path
 */
export function sealFromFile(path) {
  return sealFromText(readFileSync(path, "utf8"), basename(path));
}

/**
 * The seal in a text that somebody brought. Whoever scans a slip reads the QR code and the slip's
 * barcode together, and may paste both: the one code in it is taken.
 * @param {string} text
 * @param {string} file
 */
export function sealFromText(text, file) {
  const [code, ...others] = new Set(text.match(JWS) ?? []);
  if (code === undefined) {
    throw new Error(
      `${file}: this is no seal code, or not the whole of it. Take the text of the QR code on the slip of 1105.`,
    );
  }
  if (others.length > 0) {
    throw new Error(`${file}: these are ${others.length + 1} codes. Bring one seal at a time.`);
  }
  return readSeal(code, file);
}

/**
 * The seal in a code; throws a `Finding` unless it is, claim by claim, what the program writes, and
 * signed by the key that it names.
 * @param {string} text
 * @param {string} file
 * @returns {Seal}
 */
export function readSeal(text, file) {
  const code = text.trim();
  const [header = "", payload = "", signature = "", rest] = code.split(".");
  const claims = parsed(payload);
  const isWhole = rest === undefined && header === HEAD && code.length <= CODE_MAX;
  if (!isWhole || !isSeal(claims) || !hasBytes(signature, 64)) {
    throw new Finding("is no seal, or not the whole of it", { file });
  }
  const { i, b, d, f, l, h, p, k } = claims;
  const der = Buffer.concat([ED25519, bytesOf(k)]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  if (!verify(null, Buffer.from(`${header}.${payload}`), key, bytesOf(signature))) {
    throw new Finding("was changed: its signature does not hold", { file });
  }
  const hex = (/** @type {unknown} */ claim) => bytesOf(claim).toString("hex");
  const previous = p === undefined ? undefined : hex(p);
  return {
    ...{ file, code, branch: b, date: d, first: f, last: l, previous },
    ...{ install: hex(i), hash: hex(h), signer: hex(k) },
  };
}

/**
 * Whether claims are a seal's, and no others: somebody compares what is printed of them.
 * @param {Record<string, any>} claims
 */
function isSeal({ v, i, b, d, t, f, l, h, s, m, o, p, k, ...others }) {
  return (
    Object.keys(others).length === 0 &&
    v === 1 &&
    hasBytes(i, 16) &&
    typeof b === "string" &&
    /^\d{4}$/.test(b) &&
    isDate(d) &&
    [t, f, l, s, m].every((claim) => Number.isSafeInteger(claim) && claim >= 0) &&
    Number.isSafeInteger(o) &&
    f > 0 &&
    f <= l + 1 &&
    [h, k].every((claim) => hasBytes(claim, 32)) &&
    (p === undefined || hasBytes(p, 32))
  );
}

/** @param {unknown} text */
function isDate(text) {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * Whether a text is so many bytes in base64url, in the one way to write them.
 * @param {unknown} text
 * @param {number} count
 */
function hasBytes(text, count) {
  const bytes = bytesOf(text);
  return bytes.length === count && bytes.toString("base64url") === text;
}

/** @param {unknown} text base64url */
function bytesOf(text) {
  return Buffer.from(typeof text === "string" ? text : "", "base64url");
}

/**
 * @param {string} payload
 * @returns {Record<string, any>}
 */
function parsed(payload) {
  try {
    const claims = JSON.parse(bytesOf(payload).toString("utf8"));
    return typeof claims === "object" && claims !== null ? claims : {};
  } catch {
    return {};
  }
}
