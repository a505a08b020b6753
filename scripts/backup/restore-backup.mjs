// @ts-check
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { verifyFolder } from "../verifier/folder.mjs";
import { checkHead } from "../verifier/head.mjs";
import { checkVault } from "../verifier/vault.mjs";
import { readBackup } from "./read-backup.mjs";
import { refused } from "./refused.mjs";

/** @typedef {import("./manifest.mjs").Manifest} Manifest */
/** @typedef {{ manifest: Manifest, sha256: string }} Restored */

/**
 * Lays the folder of a backup down: written aside, checked against the manifest while it is written
 * and as a journal afterwards, and only then named. Whatever fails takes away what was written; a
 * folder with anything in it is never touched.
 * @param {{ file: string, folder: string, expected?: string | undefined }} options
 * @returns {Restored}
 */
export function restoreBackup({ file, folder, expected }) {
  const place = resolve(folder);
  const part = `${place}.part`;
  mustBeFree(place);
  makePart(part);
  const { sink, giveUp } = folderSink(part);
  try {
    const restored = readBackup(file, { sink, expected });
    flushAll(part);
    mustBeAsItWas(part, restored.manifest);
    if (existsSync(place)) rmdirSync(place); // Empty, or this fails.
    renameSync(part, place);
    flushFolder(dirname(place));
    return restored;
  } catch (failure) {
    giveUp();
    rmSync(part, { recursive: true, force: true });
    throw failure;
  }
}

/**
 * Reads a backup to its end without laying anything down. What only a journal's own checks find,
 * restoring finds.
 * @param {{ file: string, expected?: string | undefined }} options
 * @returns {Restored}
 */
export function checkBackup({ file, expected }) {
  /** @type {Map<string, Buffer>} */
  const small = new Map();
  let name = "";
  const checked = readBackup(file, {
    sink: {
      begin: (next) => {
        name = next;
      },
      add(bytes) {
        const isSmall = name === "vault.json" || name === "ledger/HEAD";
        if (isSmall) small.set(name, Buffer.concat([small.get(name) ?? Buffer.alloc(0), bytes]));
      },
      end: () => {},
    },
    expected,
  });
  const owner = checkVault(small.get("vault.json") ?? Buffer.alloc(0));
  mustBeOf(owner, checked.manifest);
  const [head] = checkHead(small.get("ledger/HEAD") ?? Buffer.alloc(0), {
    ...owner,
    keys: undefined,
  });
  const { sequence, hash, segment, end } = checked.manifest.journal;
  const isThere =
    head.sequence === sequence &&
    head.hash.toString("hex") === hash &&
    head.segment === segment &&
    head.end === end;
  if (!isThere) throw mixed("HEAD acknowledges another place in the journal");
  return checked;
}

/** @param {string} place */
function mustBeFree(place) {
  const status = lstatSync(place, { throwIfNoEntry: false });
  const isFree = !status || (status.isDirectory() && readdirSync(place).length === 0);
  if (!isFree) {
    throw refused("restore.folder-taken", `${place} is there and not empty. Name another folder.`);
  }
  if (!existsSync(dirname(place))) {
    throw refused(
      "restore.no-place",
      `${dirname(place)} is not there. Make that folder, or name another.`,
    );
  }
}

/** @param {string} part */
function makePart(part) {
  if (lstatSync(part, { throwIfNoEntry: false })) {
    throw refused(
      "restore.left-over",
      `${part} is there: what an interrupted restore has left. Remove it and begin again.`,
    );
  }
  mkdirSync(part, { mode: 0o700 });
}

/**
 * Lays files down in a folder, each flushed before the next. Never over another file or through a
 * link: the folder was made for this, and every name is made with `wx`.
 * @param {string} part
 */
function folderSink(part) {
  /** @type {number | undefined} */
  let file;
  function close() {
    if (file !== undefined) closeSync(file);
    file = undefined;
  }
  /** @type {import("./read-backup.mjs").Sink} */
  const sink = {
    begin(name) {
      mkdirSync(dirname(join(part, name)), { recursive: true, mode: 0o700 });
      file = openSync(join(part, name), "wx", 0o600);
    },
    add(bytes) {
      for (let done = 0; file !== undefined && done < bytes.length; ) {
        done += writeSync(file, bytes, done);
      }
    },
    end() {
      if (file !== undefined) fsyncSync(file);
      close();
    },
  };
  return { sink, giveUp: close };
}

/** @param {string} part */
function flushAll(part) {
  const folders = ["ledger/seals", "ledger", "."].map((name) => join(part, name));
  for (const folder of folders) if (existsSync(folder)) flushFolder(folder);
}

/**
 * The folder as a whole is a journal that ends where the manifest says.
 * @param {string} part
 * @param {Manifest} manifest
 */
function mustBeAsItWas(part, manifest) {
  mustBeOf(checkVault(readFileSync(join(part, "vault.json"))), manifest);
  const { frames, chainHead } = verifyFolder(part, { withKey: false });
  const { sequence, hash } = manifest.journal;
  if (frames !== sequence || chainHead !== hash) {
    throw refused(
      "restore.not-as-it-was",
      `The journal ends at ${frames} (${chainHead}) instead of ${sequence} (${hash}).`,
    );
  }
}

/**
 * @param {{ kind: string, installId: string }} owner
 * @param {Manifest} manifest
 */
function mustBeOf(owner, manifest) {
  const isSame = owner.kind === manifest.kind && owner.installId === manifest.installId;
  if (!isSame) throw mixed("vault.json belongs to another installation");
}

/** @param {string} how */
function mixed(how) {
  return refused("backup.mixed", `The backup was put together of several: ${how}.`);
}

/** @param {string} path Windows flushes no folder, and keeps its names itself */
function flushFolder(path) {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}
