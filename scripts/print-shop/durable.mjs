// @ts-check
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { cannotGoOn } from "../setup/telling.mjs";

const CHUNK = Buffer.alloc(64 * 1024);

/**
 * Refuses a path that something lies at already: nothing of the shop's is ever written over.
 * @param {string} path
 */
export function mustBeFree(path) {
  if (existsSync(path)) throw cannotGoOn(`${path} is there already. Name a new file.`);
}

/**
 * A file that its owner alone can read and that appears whole or not at all: written beside its
 * place, made durable, and only then named. However the script ends before that, what was written is
 * wiped away; what a power cut leaves is wiped when the same file is begun again.
 * @param {string} path
 */
export function newFile(path) {
  mustBeFree(path);
  const temporary = `${path}.print-shop.part`;
  if (existsSync(temporary)) wipe(temporary);
  const file = plainly(path, () => openSync(temporary, "wx", 0o600));
  const giveUp = () => {
    closeSync(file);
    wipe(temporary);
  };
  process.once("exit", giveUp);
  return {
    /** @param {Uint8Array} bytes */
    add: (bytes) => plainly(path, () => writeWholly(file, bytes)),
    finish() {
      plainly(path, () => {
        fsyncSync(file);
        mustBeFree(path);
        renameSync(temporary, path);
        process.off("exit", giveUp);
        closeSync(file);
        flushFolder(path);
      });
    },
  };
}

/**
 * Writes a small file at once.
 * @param {string} path
 * @param {string} text
 */
export function writeNew(path, text) {
  const file = newFile(path);
  file.add(Buffer.from(text));
  file.finish();
}

/**
 * Overwrites a file and takes it away. What lay under it on a disk that moves its blocks, or in
 * a copy, is not reached by this.
 * @param {string} path
 */
export function wipe(path) {
  const file = openSync(path, "r+");
  const { size } = fstatSync(file);
  for (let offset = 0; offset < size; ) {
    offset += writeSync(file, CHUNK, 0, Math.min(CHUNK.length, size - offset), offset);
  }
  fsyncSync(file);
  closeSync(file);
  unlinkSync(path);
  flushFolder(path);
}

/**
 * @template T
 * @param {string} path
 * @param {() => T} work
 * @returns {T}
 */
function plainly(path, work) {
  try {
    return work();
  } catch (failure) {
    if (failure instanceof Error && failure.name === "CannotGoOn") throw failure;
    throw cannotGoOn(`${path} cannot be written: ${reasonOf(failure)}. The key is kept.`);
  }
}

/**
 * @param {number} file
 * @param {Uint8Array} bytes
 */
function writeWholly(file, bytes) {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(file, bytes, written);
  }
}

/** @param {string} path a file in the folder; Windows flushes none, and keeps its names itself */
function flushFolder(path) {
  if (process.platform === "win32") return;
  const folder = openSync(dirname(path), "r");
  fsyncSync(folder);
  closeSync(folder);
}

/**
 * What the machine says of a failure, in its own few words.
 * @param {unknown} failure
 */
export function reasonOf(failure) {
  return failure instanceof Error && "code" in failure ? String(failure.code) : String(failure);
}
