// @ts-check
import { refused } from "./refused.mjs";

/**
 * @typedef {object} ListedFile
 * @property {string} name
 * @property {number} size
 * @property {string} sha256 hexadecimal
 */

/**
 * What a backup says of itself: whose, when, up to where in the journal, and its files in order.
 * @typedef {object} Manifest
 * @property {string} installId
 * @property {"live" | "demonstration"} kind
 * @property {string} [branch] known only to a program with the keys
 * @property {number} madeAt milliseconds since 1970
 * @property {string} program
 * @property {{ sequence: number, hash: string, segment: number, end: number }} journal
 * @property {readonly string[]} clearSegments segments that an older program left in clear
 * @property {readonly ListedFile[]} files
 */

export const MANIFEST = "manifest.json";

/** The longest manifest that is read: room for fifty thousand files. */
export const MANIFEST_MAX = 8 * 1024 * 1024;

const HASH = /^[0-9a-f]{64}$/;
const SEAL = /^ledger\/seals\/\d{4}-\d\d-\d\d\.seal$/;
const SIZE_MAX = 8 ** 11 - 1;

/**
 * The text of a manifest. For the same facts it is always the same bytes.
 * @param {Manifest} manifest
 */
export function manifestText({ installId, kind, branch, madeAt, program, ...rest }) {
  const { sequence, hash, segment, end } = rest.journal;
  const content = {
    format: "guitai.backup",
    version: 1,
    installId,
    kind,
    branch,
    madeAt,
    program,
    journal: { sequence, hash, segment, end },
    clearSegments: rest.clearSegments,
    files: rest.files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/**
 * Reads a manifest, believing none of it: every name is one of those that a data folder has, each
 * once and in its order, and no byte of the text is another than these facts make.
 * @param {Buffer} bytes
 * @returns {Manifest}
 */
export function readManifest(bytes) {
  const found = parsed(bytes);
  if (found?.format !== "guitai.backup") {
    throw refused("backup.not-one", `${MANIFEST} is not that of a backup.`);
  }
  if (found.version !== 1) {
    throw refused("backup.newer", "A newer program made this backup. Restore it with that one.");
  }
  if (!isManifest(found) || manifestText(found) !== bytes.toString("utf8")) {
    throw refused("backup.damaged", `${MANIFEST} was changed after the backup was made.`);
  }
  return found;
}

/**
 * @param {any} found
 * @returns {found is Manifest}
 */
function isManifest(found) {
  const { installId, kind, branch, madeAt, program, journal, clearSegments, files } = found;
  const isHead =
    isText(installId, /^[0-9a-f]{32}$/) &&
    (kind === "live" || kind === "demonstration") &&
    (branch === undefined || isText(branch, /^\d{4}$/)) &&
    isWhole(madeAt) &&
    isText(program, /^[\w.+-]{1,40}$/) &&
    isWhole(journal?.sequence) &&
    isText(journal.hash, HASH) &&
    isWhole(journal.segment) &&
    journal.segment >= 1 &&
    isWhole(journal.end);
  if (!isHead || !Array.isArray(files) || !files.every(isListed)) return false;

  const names = files.map(({ name }) => name);
  const segments = names.slice(2, 2 + journal.segment);
  const seals = names.slice(2 + journal.segment);
  return (
    names[0] === "vault.json" &&
    names[1] === "ledger/HEAD" &&
    segments.length === journal.segment &&
    segments.every((name, index) => name === segmentName(index + 1)) &&
    seals.every((name, index) => SEAL.test(name) && name > (seals[index - 1] ?? "")) &&
    Array.isArray(clearSegments) &&
    clearSegments.every((name, index) => `ledger/${name}` === segmentName(index + 1)) &&
    clearSegments.length <= journal.segment
  );
}

/** @param {number} number */
export function segmentName(number) {
  return `ledger/seg-${String(number).padStart(8, "0")}.wal`;
}

/** @param {any} file */
function isListed(file) {
  return (
    typeof file?.name === "string" &&
    isWhole(file.size) &&
    file.size <= SIZE_MAX &&
    isText(file.sha256, HASH)
  );
}

/** @param {unknown} value */
function isWhole(value) {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/**
 * @param {unknown} value
 * @param {RegExp} form
 */
function isText(value, form) {
  return typeof value === "string" && form.test(value);
}

/**
 * @param {Buffer} bytes
 * @returns {any}
 */
function parsed(bytes) {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
