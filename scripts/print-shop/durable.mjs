// @ts-check
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { cannotGoOn, wordsFor } from "../setup/telling.mjs";

const CHUNK = Buffer.alloc(64 * 1024);

/**
 * Refuses a path that something lies at already: nothing of the shop's is ever written over.
 * @param {string} path
 */
export function mustBeFree(path) {
  if (isThere(path)) throw cannotGoOn(`${path} is there already. Name a new file.`);
}

/**
 * Refuses two names of one file, however they are spelt: what is written under one of them must
 * not end what lies under the other.
 * @param {readonly string[]} paths
 */
export function mustBeApart(paths) {
  const places = paths.flatMap((path) => [placeOf(path), placeOf(temporaryOf(path))]);
  const twice = places.findIndex((place, index) => places.indexOf(place) < index);
  if (twice >= 0) {
    throw cannotGoOn(`${paths[twice >> 1]} is named twice. Name another file for each.`);
  }
}

/**
 * Where a file lies or would lie. Disks differ in whether they tell capitals apart; nobody needs two
 * files here whose names do not differ otherwise.
 * @param {string} path
 */
function placeOf(path) {
  const whole = resolve(path);
  const folder = dirname(whole);
  const place = join(existsSync(folder) ? realpathSync(folder) : folder, basename(whole));
  return place.normalize("NFC").toLowerCase();
}

/** @param {string} path */
function temporaryOf(path) {
  return `${path}.print-shop.part`;
}

/**
 * A file that its owner alone can read and that appears whole or not at all: written beside its
 * place, made durable, and only then named. However the script ends before `finish` has returned,
 * what was written is wiped away; what a power cut leaves is wiped when the file is begun again.
 * @param {string} path
 */
export function newFile(path) {
  mustBeFree(path);
  const temporary = temporaryOf(path);
  if (isThere(temporary)) plainly(temporary, () => wipe(temporary));
  const file = plainly(path, () => openSync(temporary, "wx", 0o600));
  let place = temporary;
  const giveUp = () => {
    overwrite(file);
    closeSync(file);
    unlinkSync(place);
    flushFolder(place);
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
        place = path;
        flushFolder(path);
        process.off("exit", giveUp);
        closeSync(file);
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
  mustBePlain(path);
  // No link is followed that comes between the look and the opening; Windows has no such word.
  const file = openSync(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    mustBePlain(path, fstatSync(file));
    overwrite(file);
  } finally {
    closeSync(file);
  }
  unlinkSync(path);
  flushFolder(path);
}

/**
 * Refuses what is not one plain file under one name: to overwrite it would end something else.
 * @param {string} path
 */
export function mustBePlain(path, status = lstatSync(path)) {
  const isPlain = status.isFile() && status.nlink === 1;
  if (!isPlain) {
    throw cannotGoOn(`${path} is not a plain file under one name. Nothing was done to it.`);
  }
}

/** @param {number} file */
function overwrite(file) {
  const { size } = fstatSync(file);
  for (let offset = 0; offset < size; ) {
    offset += writeSync(file, CHUNK, 0, Math.min(CHUNK.length, size - offset), offset);
  }
  fsyncSync(file);
}

/**
 * Whether a name is taken, if only by a link that leads nowhere.
 * @param {string} path
 */
function isThere(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
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
    throw cannotGoOn(`${path} cannot be written: ${reasonOf(failure)}.`);
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
  return failure instanceof Error && "code" in failure ? String(failure.code) : wordsFor(failure);
}
