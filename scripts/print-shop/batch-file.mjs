// @ts-check
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { compactDecrypt } from "jose";
import { cannotGoOn } from "../setup/telling.mjs";
import { reasonOf } from "./durable.mjs";

/** The longest line that is read, in bytes: a part of a batch is 128 KiB before it is encrypted. */
const LONGEST_LINE = 1024 * 1024;

/**
 * What the protected header says of a part, and of the batch it belongs to.
 * @typedef {{ batch: string, first: string, last: string, making: string, part: number, parts: number }} Place
 */

/**
 * Decrypts the file of a batch part by part, and sees to it that it is whole: every part there, once,
 * in order, of one making. Ends with the SHA-256 of the file.
 * @param {string} path
 * @param {import("./shop-key.mjs").OpenKey} key
 * @returns {AsyncGenerator<{ place: Place, rows: Uint8Array }, string, void>}
 */
export async function* partsIn(path, key) {
  const hash = createHash("sha256");
  /** @type {Place | undefined} */
  let first;
  let number = 0;
  for await (const line of linesOf(path, hash)) {
    number += 1;
    const { place, rows } = await decrypted(line, number, key);
    first ??= place;
    const isNext = place.part === number && sameBatch(place, first);
    if (!isNext) throw damaged(`part ${number} does not belong there`);
    yield { place, rows };
    rows.fill(0);
  }
  if (!first || number !== first.parts) throw damaged("it ends early");
  return hash.digest("hex");
}

/**
 * @param {Place} one
 * @param {Place} other
 */
function sameBatch(one, other) {
  return (
    one.batch === other.batch &&
    one.first === other.first &&
    one.last === other.last &&
    one.making === other.making &&
    one.parts === other.parts
  );
}

/**
 * @param {string} line
 * @param {number} number
 * @param {import("./shop-key.mjs").OpenKey} key
 * @returns {Promise<{ place: Place, rows: Uint8Array }>}
 */
async function decrypted(line, number, key) {
  const kid = kidOf(line);
  if (kid !== undefined && kid !== key.thumbprint) {
    throw cannotGoOn(
      `This file was made for another key, ${kid.slice(0, 8)}…, and this one is ${key.thumbprint.slice(0, 8)}…`,
    );
  }
  if (!isPlainlySpelt(line)) throw damaged(`part ${number} is misspelt`);
  try {
    const opened = await compactDecrypt(line, key.privateKey, {
      keyManagementAlgorithms: ["ECDH-ES"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    return { place: placeIn(opened.protectedHeader), rows: opened.plaintext };
  } catch {
    throw damaged(`part ${number} cannot be decrypted`);
  }
}

/**
 * A decoder looks past the last few bits of a text in base64url; a damaged file shall not.
 * @param {string} line
 */
function isPlainlySpelt(line) {
  return line
    .split(".")
    .every((text) => Buffer.from(text, "base64url").toString("base64url") === text);
}

/**
 * Which key a line says it is for; that is believed only to word a refusal.
 * @param {string} line
 * @returns {string | undefined}
 */
function kidOf(line) {
  try {
    const [header = ""] = line.split(".", 1);
    const { kid } = JSON.parse(Buffer.from(header, "base64url").toString("utf8"));
    return typeof kid === "string" ? kid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {import("jose").CompactJWEHeaderParameters} header
 * @returns {Place}
 */
function placeIn(header) {
  const place = /** @type {Partial<Place> | undefined} */ (header.guitai);
  const isWhole =
    typeof place?.batch === "string" &&
    typeof place.making === "string" &&
    /^\d{12}$/.test(place.first ?? "") &&
    /^\d{12}$/.test(place.last ?? "") &&
    Number.isInteger(place.part) &&
    Number.isInteger(place.parts);
  if (!isWhole) throw new Error("no place");
  return /** @type {Place} */ (place);
}

/**
 * The lines of a file, to its very last byte: what the hash counts and nobody decrypts is refused.
 * @param {string} path
 * @param {import("node:crypto").Hash} hash
 * @returns {AsyncGenerator<string, void, void>}
 */
async function* linesOf(path, hash) {
  let left = "";
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk);
      const [next = "", ...lines] = (left + chunk.toString("latin1")).split("\n").reverse();
      left = next;
      if (left.length > LONGEST_LINE) throw damaged("it has no lines");
      yield* lines.reverse();
    }
    if (left !== "") throw damaged("its last line has no end");
  } catch (failure) {
    if (failure instanceof Error && failure.name === "CannotGoOn") throw failure;
    throw cannotGoOn(`${path} cannot be read: ${reasonOf(failure)}.`);
  }
}

/** @param {string} what */
function damaged(what) {
  return cannotGoOn(`The file is damaged or was changed: ${what}.`);
}
