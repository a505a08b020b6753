// @ts-check
import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./places.mjs";

const CHUNK_BYTES = 1 << 20;

/**
 * One line of a hash list: a file of the runtime and the SHA-256 it must have.
 * @typedef {{ readonly file: string, readonly sha256: string }} ListedFile
 */

/**
 * Reads a list in the format of `sha256sum`. A line that is not one, or a file that points out of
 * the folder, is our bug and stops the set-up.
 * @param {string} text
 * @returns {readonly ListedFile[]}
 */
export function parseHashList(text) {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, sha256, file] = /^([0-9a-f]{64}) [ *]([^\s\\]+)$/.exec(line) ?? [];
      if (!sha256 || !file) throw new Error(`The hash list has a line that is none: ${line}`);
      if (file.startsWith("/") || file.split("/").includes("..")) {
        throw new Error(`The hash list points out of its folder: ${file}`);
      }
      return { file, sha256 };
    });
}

/** The 70 files of Electron 25.1.1 for Linux x64, as its publisher released them. */
export function registryElectronFiles() {
  const list = join(projectFolder, "resources", "electron-25.1.1-linux-x64.sha256");
  return parseHashList(readFileSync(list, "utf8"));
}

/**
 * The files of the list that are missing from `folder` or are not what the list says.
 * @param {string} folder
 * @param {readonly ListedFile[]} list
 */
export function damagedFiles(folder, list) {
  return list
    .filter(({ file, sha256 }) => hashOf(join(folder, file), "sha256", "hex") !== sha256)
    .map(({ file }) => file);
}

/**
 * The hash of a file, read piece by piece: the runtime is 236 MB and is checked at every start.
 * Nothing for a file that is not there.
 * @param {string} path
 * @param {"sha256" | "sha512"} algorithm
 * @param {"hex" | "base64"} encoding
 */
export function hashOf(path, algorithm, encoding) {
  let file;
  try {
    file = openSync(path, "r");
  } catch {
    return undefined;
  }
  try {
    const hash = createHash(algorithm);
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, read));
    }
    return hash.digest(encoding);
  } finally {
    closeSync(file);
  }
}
