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

/** The head of every code, byte for byte. */
const HEAD = Buffer.from('{"alg":"EdDSA","typ":"guitai-day-seal"}').toString("base64url");
const CODE_MAX = 1000;

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

/**
 * The seals that lie in a data folder, by their days. Throws a `Finding` for one under another name
 * than its day.
 * @param {string} folder
 * @returns {readonly Seal[]}
 */
export function sealsOf(folder) {
  const seals = join(folder, "ledger", "seals");
  const names = existsSync(seals) ? readdirSync(seals).filter((name) => /\.seal$/.test(name)) : [];
  return names.sort().map((name) => {
    const file = `seals/${name}`;
    const seal = readSeal(readFileSync(join(seals, name), "utf8"), file);
    if (name !== `${seal.date}.seal`) throw new Finding("is the seal of another day", { file });
    return seal;
  });
}

/**
 * The seals of a folder and the one that was brought, in its place.
 * @param {readonly Seal[]} found
 * @param {Seal | undefined} brought
 */
export function withBrought(found, brought) {
  if (!brought) return found;
  const others = found.filter(({ code }) => code !== brought.code);
  return [...others, brought].sort((left, right) => left.last - right.last);
}

/**
 * @typedef {object} Books
 * @property {string} installId
 * @property {number} frames
 * @property {string | undefined} signer of these books, where the key was used
 */

/**
 * Compares the seals with the chain as it stands. The brought one comes first: it was kept elsewhere,
 * so where it agrees, what does not agree with it lies in the folder. Throws a `Finding` that names
 * the first frame that may be wrong (the one after the last seal that agrees), or the first seal that
 * does not follow the one before.
 * @param {{ found: readonly Seal[], brought: Seal | undefined }} seals those of the folder by day
 * @param {Books} books
 * @param {ReadonlyMap<number, string>} hashes of the chain after the frames that seals name
 */
export function compareWithSeals({ found, brought }, books, hashes) {
  if (brought) {
    const before = found.filter(({ last }) => last < brought.last);
    const agreed = before.filter(({ last, hash }) => hashes.get(last) === hash).at(-1)?.last ?? 0;
    compareWithBooks(brought, books, { hashes, agreed });
  }
  let agreed = 0;
  for (const seal of found) {
    if (brought && seal.signer !== brought.signer) {
      const problem = `is signed by another key than ${brought.file}`;
      throw new Finding(problem, { file: seal.file });
    }
    compareWithBooks(seal, books, { hashes, agreed });
    agreed = Math.max(agreed, seal.last);
  }
  // A seal that was brought alone has nothing to follow: whoever carries seals away may take all.
  if (found.length > 0) compareInOrder(withBrought(found, brought));
}

/**
 * @param {Seal} seal
 * @param {Books} books
 * @param {{ hashes: ReadonlyMap<number, string>, agreed: number }} chain
 */
function compareWithBooks(
  { file, install, signer, last, hash },
  { installId, frames, signer: own },
  { hashes, agreed },
) {
  if (install !== installId) throw new Finding("is the seal of another branch's books", { file });
  if (own !== undefined && signer !== own) {
    throw new Finding("is not signed by the key of this folder's vault", { file });
  }
  if (last > frames) {
    const problem = `the books end at frame ${frames}, but ${last} were sealed: they were cut, or put back to an older state`;
    throw new Finding(problem, { file, frame: frames + 1 });
  }
  if (hashes.get(last) !== hash) {
    const problem = `the books differ from what was sealed, in frames ${agreed + 1} to ${last}`;
    throw new Finding(problem, { file, frame: agreed + 1 });
  }
}

/**
 * Every seal names the one before and begins where that ended; the first begins the books.
 * @param {readonly Seal[]} seals
 */
function compareInOrder(seals) {
  /** @type {Seal | undefined} */
  let before;
  for (const seal of seals) {
    const { file, first, previous } = seal;
    if (before && before.signer !== seal.signer) {
      throw new Finding(`is signed by another key than ${before.file}`, { file });
    }
    if (before && (seal.date <= before.date || seal.branch !== before.branch)) {
      throw new Finding(`is no later day of the same branch than ${before.file}`, { file });
    }
    const start = (before?.last ?? 0) + 1;
    if (first > start) {
      const problem = `begins at frame ${first}: the seal of frames ${start} to ${first - 1} is missing`;
      throw new Finding(problem, { file, frame: start });
    }
    if (before && first < start) {
      throw new Finding(`begins within what ${before.file} sealed`, { file, frame: first });
    }
    if (previous !== (before && sha256(before.code))) {
      const problem = before
        ? `does not name ${before.file} as the seal before it`
        : "names a seal before it, which is missing";
      throw new Finding(problem, { file });
    }
    before = seal;
  }
}

/**
 * The day that one frame of the journal sealed, where its content could be read.
 * @param {Buffer | string | undefined} content
 * @returns {{ date: string, code: string } | undefined}
 */
export function sealIn(content) {
  if (!content?.includes('"day.sealed"')) return undefined;

  /** @type {{ entries: readonly any[] }} */
  const { entries } = JSON.parse(String(content));
  const entry = entries.find((one) => one?.type === "day.sealed");
  const { seal, code } = entry ?? {};
  return typeof seal?.date === "string" && typeof code === "string"
    ? { date: seal.date, code }
    : undefined;
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
  return sealFromText(readFileSync(path, "utf8"), basename(path));
}

/** What looks like a compact JWS: three parts in base64url, the first of them a JSON object. */
const JWS = /(?<![\w.-])eyJ[\w-]*\.[\w-]+\.[\w-]+(?!\.?[\w-])/g;

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
