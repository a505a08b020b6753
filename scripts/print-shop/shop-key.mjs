// @ts-check
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from "jose";
import { cannotGoOn } from "../setup/telling.mjs";
import { mustBePlain, reasonOf, wipe, writeNew } from "./durable.mjs";

/** @typedef {{ privateKey: import("jose").CryptoKey, thumbprint: string }} OpenKey */

/**
 * Makes the key pair of one batch: a private file for its owner alone, and a public one for the bank.
 * @param {string} folder
 */
export async function makeKeyPair(folder) {
  const pair = await generateKeyPair("ECDH-ES", { crv: "P-256", extractable: true });
  const jwk = await exportJWK(pair.privateKey);
  const { kty, crv, x, y } = jwk;
  const thumbprint = await calculateJwkThumbprint(jwk);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stem = join(folder, `shop-key-${thumbprint.slice(0, 8)}`);
  const files = { private: `${stem}.private.json`, public: `${stem}.public.json` };
  writeNew(files.private, `${JSON.stringify({ ...jwk, kid: thumbprint })}\n`);
  writeNew(files.public, `${JSON.stringify({ kty, crv, x, y })}\n`);
  return { ...files, thumbprint };
}

/**
 * Reads a private key that was not used yet.
 * @param {string} path
 * @returns {Promise<OpenKey>}
 */
export async function openKey(path) {
  if (existsSync(usedPath(path))) {
    if (existsSync(path)) wipe(path); // The last opening was interrupted right before this.
    throw cannotGoOn(`${path} was used and is gone: a key opens one file, once.`);
  }
  const jwk = parsed(textOf(path), path);
  try {
    const key = await importJWK(jwk, "ECDH-ES");
    if (key instanceof Uint8Array || key.type !== "private") throw new Error("not a private key");
    return { privateKey: key, thumbprint: await calculateJwkThumbprint(jwk) };
  } catch {
    throw cannotGoOn(`${path} is no private key of a shop, or it is damaged.`);
  }
}

/**
 * Ends a key: first a note that it was used, then its bytes are overwritten and its file is gone,
 * whatever becomes of the note.
 * @param {string} path
 * @param {{ add: (bytes: Uint8Array) => void, finish: () => void }} note begun at `usedPath`
 * @param {string} words
 */
export function destroyKey(path, note, words) {
  try {
    try {
      note.add(Buffer.from(`${words}\n`));
      note.finish();
    } finally {
      wipe(path);
    }
  } catch (failure) {
    throw cannotGoOn(
      `The file was opened, but its key could not be ended as it must be: ${reasonOf(failure)}. See to it that ${path} is gone.`,
    );
  }
}

/**
 * Where the note lies that a key was used.
 * @param {string} path
 */
export function usedPath(path) {
  return `${path}.used`;
}

/** @param {string} path */
function textOf(path) {
  try {
    mustBePlain(path); // It could not be ended afterwards.
    return readFileSync(path, "utf8");
  } catch (failure) {
    if (failure instanceof Error && failure.name === "CannotGoOn") throw failure;
    throw cannotGoOn(`The key ${path} cannot be read: ${reasonOf(failure)}.`);
  }
}

/**
 * @param {string} text
 * @param {string} path
 * @returns {import("jose").JWK}
 */
function parsed(text, path) {
  try {
    return JSON.parse(text);
  } catch {
    throw cannotGoOn(`${path} is no private key of a shop, or it is damaged.`);
  }
}
