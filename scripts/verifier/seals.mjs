// @ts-check
import { createHash, createPublicKey, verify } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
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

/**
 * The seal in a code; throws a `Finding` unless it is signed by the key that it names.
 * @param {string} text
 * @param {string} file
 * @returns {Seal}
 */
export function readSeal(text, file) {
  const code = text.trim();
  const [header = "", payload = "", signature = "", rest] = code.split(".");
  const claims = parsed(payload);
  const { i, b, d, f, l, h, p, k } = claims;
  const isWhole =
    rest === undefined &&
    parsed(header).alg === "EdDSA" &&
    claims.v === 1 &&
    [b, d].every((claim) => typeof claim === "string") &&
    [f, l].every((claim) => Number.isSafeInteger(claim)) &&
    [h, k].every((claim) => bytesOf(claim).length === 32) &&
    bytesOf(i).length === 16;
  if (!isWhole) throw new Finding("is no seal, or not the whole of it", { file });

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
 * The seals that lie in a data folder, oldest first, and the one that was brought, in its place.
 * @param {string} folder
 * @param {Seal | undefined} brought
 */
export function sealsOf(folder, brought) {
  const seals = join(folder, "ledger", "seals");
  const names = existsSync(seals) ? readdirSync(seals).filter((name) => /\.seal$/.test(name)) : [];
  const found = names.map((name) =>
    readSeal(readFileSync(join(seals, name), "utf8"), `seals/${name}`),
  );
  const all = brought ? [...found.filter(({ code }) => code !== brought.code), brought] : found;
  return all.sort((left, right) => left.last - right.last);
}

/**
 * Compares the seals with the chain as it stands. Throws a `Finding` that names the first frame that
 * may be wrong: the one after the last seal that agrees.
 * @param {readonly Seal[]} seals oldest first
 * @param {{ installId: string, frames: number }} summary
 * @param {ReadonlyMap<number, string>} hashes of the chain after the frames that seals name
 */
export function compareWithSeals(seals, { installId, frames }, hashes) {
  let agreed = 0;
  /** @type {Seal | undefined} */
  let before;
  for (const seal of seals) {
    const { file, last, install, signer, previous } = seal;
    const at = { file, frame: agreed + 1 };
    if (install !== installId) throw new Finding("is the seal of another branch's books", { file });
    if (before && before.signer !== signer) {
      throw new Finding(`is signed by another key than ${before.file}`, { file });
    }
    if (last > frames) {
      const problem = `the books end at frame ${frames}, but ${last} were sealed: they were cut, or put back to an older state`;
      throw new Finding(problem, { file, frame: frames + 1 });
    }
    if (hashes.get(last) !== seal.hash) {
      throw new Finding(
        `the books differ from what was sealed, in frames ${agreed + 1} to ${last}`,
        at,
      );
    }
    const isNext = before !== undefined && seal.first === before.last + 1;
    if (isNext && before && previous !== sha256(before.code)) {
      throw new Finding(`does not name ${before.file} as the seal before it`, { file });
    }
    agreed = last;
    before = seal;
  }
}

/** @param {string} text */
function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
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

/** @param {string} path */
export function sealFromFile(path) {
  return readSeal(readFileSync(path, "utf8"), basename(path));
}
