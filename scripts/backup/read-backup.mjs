// @ts-check
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { MANIFEST, MANIFEST_MAX, readManifest } from "./manifest.mjs";
import { refused } from "./refused.mjs";
import { archiveBytes, BLOCK, END, padding, readHeader, tarHeader } from "./tar.mjs";

/** @typedef {import("./manifest.mjs").Manifest} Manifest */

/**
 * Where the files of a backup go while it is read. A name is always one that a data folder has.
 * @typedef {object} Sink
 * @property {(name: string, size: number) => void} begin
 * @property {(bytes: Buffer) => void} add
 * @property {() => void} end called when the file was found to be what the manifest says
 */

const CHUNK = 1024 * 1024;

/**
 * Reads a backup from its first byte to its last. There is exactly one archive for a manifest, so
 * every byte that is another one is found: in a header, in a file, in the zeros between them, or
 * behind the end. Its length is checked before a sink hears of anything.
 * @param {string} path
 * @param {{ sink: Sink, expected?: string | undefined }} options `expected` is the manifest's
 *   SHA-256 as the receipt has it
 * @returns {{ manifest: Manifest, sha256: string }}
 */
export function readBackup(path, { sink, expected }) {
  const file = openSync(path, "r");
  try {
    const status = fstatSync(file);
    if (!status.isFile()) throw refused("backup.not-one", `${path} is no file.`);
    const cursor = cursorOver(file, status.size);
    const { manifest, sha256, seconds } = readHead(cursor);
    if (expected !== undefined && expected.toLowerCase() !== sha256) {
      throw refused("backup.other-manifest", `This is another backup: its manifest is ${sha256}.`);
    }
    mustBeAsLong(status.size, [manifestSize(cursor), ...manifest.files.map(({ size }) => size)]);

    for (const listed of manifest.files) readFile(cursor, { ...listed, seconds }, sink);
    mustBeZeros(cursor.take(END.length), "its end");
    return { manifest, sha256 };
  } finally {
    closeSync(file);
  }
}

/** @typedef {ReturnType<typeof cursorOver>} Cursor */

/**
 * @param {number} file
 * @param {number} size
 */
function cursorOver(file, size) {
  let offset = 0;
  return {
    at: () => offset,
    /**
     * The next bytes, all of them.
     * @param {number} count
     */
    take(count) {
      if (count > size - offset) {
        throw refused("backup.cut-off", `The backup ends at ${size} in the middle of a file.`);
      }
      const bytes = Buffer.alloc(count);
      for (let done = 0; done < count; ) {
        const read = readSync(file, bytes, done, count - done, offset + done);
        if (read === 0) throw refused("backup.cut-off", "The backup became shorter meanwhile.");
        done += read;
      }
      offset += count;
      return bytes;
    },
  };
}

/** @param {Cursor} cursor */
function readHead(cursor) {
  const header = cursor.take(BLOCK);
  const found = readHeader(header);
  if (found?.name !== MANIFEST || !(found.size <= MANIFEST_MAX)) {
    throw refused("backup.not-one", `The file does not begin with a ${MANIFEST}.`);
  }
  const bytes = cursor.take(found.size);
  const manifest = readManifest(bytes);
  const seconds = Math.floor(manifest.madeAt / 1000);
  if (!header.equals(tarHeader({ name: MANIFEST, size: bytes.length, seconds }))) {
    throw refused("backup.damaged", `The header of ${MANIFEST} was changed.`);
  }
  mustBeZeros(cursor.take(padding(bytes.length)), MANIFEST);
  return { manifest, seconds, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/**
 * Reads one file, which must be the one that the manifest names here.
 * @param {Cursor} cursor
 * @param {import("./manifest.mjs").ListedFile & { seconds: number }} listed
 * @param {Sink} sink
 */
function readFile(cursor, { name, size, sha256, seconds }, sink) {
  const header = cursor.take(BLOCK);
  if (!header.equals(tarHeader({ name, size, seconds }))) throw otherMember(header, name);

  const hash = createHash("sha256");
  sink.begin(name, size);
  for (let left = size; left > 0; ) {
    const bytes = cursor.take(Math.min(left, CHUNK));
    hash.update(bytes);
    sink.add(bytes);
    left -= bytes.length;
  }
  if (hash.digest("hex") !== sha256) {
    throw refused("backup.damaged", `${name} is not what the manifest says.`);
  }
  sink.end();
  mustBeZeros(cursor.take(padding(size)), name);
}

/**
 * @param {Buffer} header
 * @param {string} wanted
 */
function otherMember(header, wanted) {
  const found = readHeader(header);
  if (!found) return refused("backup.damaged", `The header of ${wanted} is damaged.`);
  const what = found.type === "0" ? "" : ` (of type ${JSON.stringify(found.type)})`;
  return refused(
    "backup.foreign-member",
    `In the place of ${wanted} stands ${JSON.stringify(found.name)}${what}.`,
  );
}

/** @param {Cursor} cursor right behind the manifest */
function manifestSize(cursor) {
  return cursor.at() - BLOCK;
}

/**
 * @param {number} size
 * @param {readonly number[]} sizes
 */
function mustBeAsLong(size, sizes) {
  const wanted = archiveBytes(sizes);
  if (size < wanted) {
    throw refused("backup.cut-off", `The backup has ${size} bytes instead of ${wanted}.`);
  }
  if (size > wanted) {
    throw refused("backup.too-long", `The backup has ${size} bytes instead of ${wanted}.`);
  }
}

/**
 * @param {Buffer} bytes
 * @param {string} where
 */
function mustBeZeros(bytes, where) {
  if (bytes.every((byte) => byte === 0)) return;
  throw refused("backup.damaged", `Behind ${where} stands more than zeros.`);
}
