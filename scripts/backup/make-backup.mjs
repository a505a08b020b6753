// @ts-check
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { verifyFolder } from "../verifier/folder.mjs";
import { checkHead } from "../verifier/head.mjs";
import { checkVault } from "../verifier/vault.mjs";
import { MANIFEST, manifestText, segmentName } from "./manifest.mjs";
import { refused } from "./refused.mjs";
import { checkBackup } from "./restore-backup.mjs";
import { END, padding, tarHeader } from "./tar.mjs";
import { takeWriterLock } from "./writer-lock.mjs";

/** @typedef {import("./manifest.mjs").Manifest} Manifest */

const CHUNK = Buffer.alloc(1024 * 1024);

/**
 * Makes a backup of a folder that no program has open, as it stands. No key is needed; what the
 * verifier does not trust is not backed up, for nobody could restore it.
 * @param {{ folder: string, file?: string | undefined, program: string, now: number }} options
 * @returns {Promise<{ file: string, manifest: Manifest, sha256: string }>}
 */
export async function makeBackup({ folder, file, program, now }) {
  const release = await takeWriterLock(join(folder, "ledger"));
  try {
    const head = headOf(folder, program, now);
    const target = resolve(file ?? usualFile(folder, head));
    if (file === undefined) mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    if (existsSync(target)) throw refused("backup.taken", `${target} is there already.`);
    if (!existsSync(dirname(target))) {
      throw refused(
        "backup.no-place",
        `${dirname(target)} is not there. Make that folder, or connect its disk.`,
      );
    }
    const files = namesOf(folder, head.journal.segment).map((name) => listed(folder, name));
    const written = write(folder, target, { ...head, files });
    return { file: target, ...written };
  } finally {
    release();
  }
}

/**
 * @param {string} folder
 * @param {string} program
 * @param {number} now
 * @returns {Omit<Manifest, "files">}
 */
function headOf(folder, program, now) {
  const { frames } = verifyFolder(folder, { withKey: false });
  const { kind, installId } = checkVault(readFileSync(join(folder, "vault.json")));
  const [head] = checkHead(readFileSync(join(folder, "ledger", "HEAD")), {
    kind,
    installId,
    keys: undefined,
  });
  if (head.sequence !== frames) {
    throw refused(
      "backup.open-first",
      "A crash has left a command that was never acknowledged. Open the workstation once.",
    );
  }
  const segments = readdirSync(join(folder, "ledger")).filter((name) => /^seg-/.test(name));
  const clearSegments = segments
    .filter((name) => /\.wal$/.test(name) && formatOf(join(folder, "ledger", name)) === 1)
    .sort();
  const { sequence, hash, segment, end } = head;
  const journal = { sequence, hash: hash.toString("hex"), segment, end };
  return { installId, kind, madeAt: now, program, journal, clearSegments };
}

/**
 * @param {string} folder
 * @param {number} segments
 */
function namesOf(folder, segments) {
  const seals = join(folder, "ledger", "seals");
  const sealNames = existsSync(seals) ? readdirSync(seals) : [];
  return [
    "vault.json",
    "ledger/HEAD",
    ...Array.from({ length: segments }, (_, index) => segmentName(index + 1)),
    ...sealNames
      .filter((name) => /\.seal$/.test(name))
      .sort()
      .map((name) => `ledger/seals/${name}`),
  ];
}

/**
 * @param {string} folder
 * @param {Omit<Manifest, "files">} head
 */
function usualFile(folder, { installId, madeAt, journal }) {
  const place = resolve(folder);
  const date = new Date(madeAt).toISOString().slice(0, 10);
  const name = `guitai-${installId.slice(0, 8)}-${date}-${journal.sequence}.tar`;
  return join(dirname(place), `${basename(place)}-backup`, name);
}

/**
 * @param {string} folder
 * @param {string} name
 */
function listed(folder, name) {
  const path = join(folder, name);
  const hash = createHash("sha256");
  for (const chunk of chunksOf(path)) hash.update(chunk);
  return { name, size: statSync(path).size, sha256: hash.digest("hex") };
}

/**
 * Writes the archive aside, reads it back, and names it.
 * @param {string} folder
 * @param {string} target
 * @param {Manifest} manifest
 */
function write(folder, target, manifest) {
  const part = `${target}.part`;
  rmSync(part, { force: true });
  try {
    writePart(folder, part, manifest);
    const checked = checkBackup({ file: part });
    renameSync(part, target);
    if (process.platform !== "win32") flush(openSync(dirname(target), "r"));
    return checked;
  } catch (failure) {
    rmSync(part, { force: true });
    throw failure;
  }
}

/**
 * @param {string} folder
 * @param {string} part
 * @param {Manifest} manifest
 */
function writePart(folder, part, manifest) {
  const seconds = Math.floor(manifest.madeAt / 1000);
  const text = Buffer.from(manifestText(manifest), "utf8");
  const file = openSync(part, "wx", 0o600);
  try {
    add(file, tarHeader({ name: MANIFEST, size: text.length, seconds }));
    add(file, text);
    add(file, Buffer.alloc(padding(text.length)));
    for (const { name, size } of manifest.files) {
      add(file, tarHeader({ name, size, seconds }));
      for (const chunk of chunksOf(join(folder, name))) add(file, chunk);
      add(file, Buffer.alloc(padding(size)));
    }
    add(file, END);
  } catch (failure) {
    closeSync(file);
    throw failure;
  }
  flush(file);
}

/**
 * @param {number} file
 * @param {Buffer} bytes
 */
function add(file, bytes) {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** @param {number} file */
function flush(file) {
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * A file piece by piece; each is good until the next is taken.
 * @param {string} path
 */
function* chunksOf(path) {
  const file = openSync(path, "r");
  try {
    for (;;) {
      const count = readSync(file, CHUNK, 0, CHUNK.length, null);
      if (count === 0) return;
      yield CHUNK.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

/** @param {string} path */
function formatOf(path) {
  const header = Buffer.alloc(10);
  const file = openSync(path, "r");
  try {
    readSync(file, header, 0, header.length, 0);
    return header.readUInt16LE(8);
  } finally {
    closeSync(file);
  }
}
