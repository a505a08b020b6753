// @ts-check

/** What a vault's file may look like: whatever else it holds, somebody else wrote it. */

/** scrypt's cost has bounds, so that no file can ask for hours or for more memory than there is. */
const COST_MAX = { n: 2 ** 20, r: 16, p: 4 };

/**
 * What is wrong with a file of the first programs, if anything: its key lies in it in clear.
 * @param {any} vault
 */
export function firstProblem({ wrapping, masterKey, ...rest }) {
  const isSound =
    isOwned(rest) &&
    hasNames(rest, ["version"]) &&
    rest.version === 1 &&
    wrapping?.method === "none" &&
    Object.keys(wrapping).length === 1 &&
    isHex(masterKey, 32);
  return isSound ? undefined : "is of a format that this verifier does not know";
}

/**
 * What is wrong with a file of slots, if anything. A demonstration has one slot that opens by itself; a
 * live branch a passphrase, perhaps the machine's key store after it, and never the first: whoever
 * could put it there could have written all the folder.
 * @param {any} vault
 */
export function secondProblem({ slots, ring, ...rest }) {
  const isSound =
    isOwned(rest) &&
    hasNames(rest, ["version"]) &&
    rest.version === 2 &&
    isSealed(ring) &&
    Array.isArray(slots);
  if (!isSound) return "is of a format that this verifier does not know";

  const methods = slots.slice(0, 3).map((slot) => slot?.method);
  const wanted = rest.kind === "live" ? ["passphrase", "key-store"] : ["none"];
  const isWanted = methods.length > 0 && methods.every((method, at) => method === wanted[at]);
  if (!isWanted) {
    return rest.kind === "live"
      ? "opens otherwise than by a passphrase, as no live branch does"
      : "opens otherwise than by itself, as no demonstration does";
  }
  return slots.every(isSlot) ? undefined : "has a slot that this program never wrote";
}

/** @param {any} slot */
function isSlot(slot) {
  const { method, ...rest } = slot;
  if (method === "none") return hasOnly(rest, ["secret"]) && isHex(rest.secret, 32);
  if (method === "key-store") return hasOnly(rest, ["sealed"]) && isHex(rest.sealed);

  const { n, r, p } = rest;
  const isPowerOfTwo = Number.isInteger(n) && Number.isInteger(Math.log2(n));
  return (
    hasOnly(rest, ["kdf", "n", "r", "p", "salt", "sealed"]) &&
    rest.kdf === "scrypt" &&
    isPowerOfTwo &&
    isWithin(n, 2, COST_MAX.n) &&
    isWithin(r, 1, COST_MAX.r) &&
    isWithin(p, 1, COST_MAX.p) &&
    isHex(rest.salt, 16) &&
    isSealed(rest.sealed)
  );
}

/** @param {any} rest what both versions have besides their keys */
function isOwned({ kind, installId, createdAt }) {
  const isKind = kind === "live" || kind === "demonstration";
  return isKind && isHex(installId, 16) && isWithin(createdAt, 0, Number.MAX_SAFE_INTEGER);
}

/**
 * @param {object} rest
 * @param {readonly string[]} more
 */
function hasNames(rest, more) {
  return hasOnly(rest, ["format", "kind", "installId", "createdAt", "checksum", ...more]);
}

/**
 * @param {object} value
 * @param {readonly string[]} names
 */
function hasOnly(value, names) {
  const own = Object.keys(value);
  return own.length === names.length && own.every((name) => names.includes(name));
}

/**
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 */
function isWithin(value, least, most) {
  return Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
}

/** @param {unknown} text nonce, ciphertext and tag */
function isSealed(text) {
  return isHex(text) && text.length >= 56 && text.length <= 2 * 65_536;
}

/**
 * Whether a text is bytes as hexadecimal digits, so many where that is given.
 * @param {unknown} text
 * @param {number} [bytes]
 * @returns {text is string}
 */
export function isHex(text, bytes) {
  if (typeof text !== "string" || !/^(?:[0-9a-f]{2})+$/.test(text)) return false;
  return bytes === undefined || text.length === 2 * bytes;
}
