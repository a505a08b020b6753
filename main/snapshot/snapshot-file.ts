import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { known } from "#core/kernel/assert.ts";
import { BLOCK_BYTES, readWhole, writeWhole } from "#main/journal/bytes.ts";
import { errnoOf } from "#main/journal/damage.ts";
import type { Disk } from "#main/journal/disk.ts";
import type { JournalKeys, JournalKind } from "#main/journal/owner.ts";
import type { TrustedPoint } from "#main/journal/walk.ts";
import { migrations } from "#main/ledger/migrate.ts";
import { PROJECTION } from "#main/ledger/projection.ts";

const MAGIC = Buffer.from("GTJSNAP1", "latin1");
const FORMAT_VERSION = 1;
const CIPHER = "aes-256-gcm";
const TAG_BYTES = 16;
const KIND_CODES = { live: 1, demonstration: 2 } as const;
/** The ledger itself stops at 1 GiB. */
const IMAGE_BYTES_MAX = 1024 * 1024 * 1024;
/** An image is sealed, written and read in pieces of this size. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** The keys of an install, with those of its snapshots by their numbers. A `Vault` is one. */
export type SnapshotKeys = JournalKeys & {
  readonly snapshotKeys: ReadonlyMap<number, Uint8Array>;
};

/** Whose snapshots. */
export interface SnapshotOwner {
  readonly kind: JournalKind;
  readonly keys: SnapshotKeys;
}

/** The ledger as it was after one frame: a copy made of the journal, and never more than that. */
export interface Snapshot {
  /** The frame, and the chain's hash there. */
  readonly point: TrustedPoint;
  /** The ledger's whole database. */
  readonly image: Uint8Array;
}

/** Why a file is no snapshot of this install for this program. */
export type SnapshotFlaw =
  /** It could not be read. */
  | "unreadable"
  /** Not our file, or not as long as it says. */
  | "shape"
  /** Of a newer format. */
  | "newer"
  /** Of a program that posts otherwise, or has other tables. */
  | "projection"
  /** Of another install or another kind of books. */
  | "foreign"
  /** Sealed with a key that the vault does not have. */
  | "key"
  /** Not as it was sealed. */
  | "seal"
  /** Whole, but the journal has another history. */
  | "off-chain"
  /** Whole, but no ledger of this program. */
  | "image";

/** What a file turned out to be. */
export type SnapshotReading =
  | { readonly status: "snapshot"; readonly snapshot: Snapshot }
  | { readonly status: "none"; readonly flaw: SnapshotFlaw };

/**
 * A snapshot as the pieces of its file: a header block, the image sealed by AES-256-GCM with the
 * newest key of its purpose, and the tag. The whole block is bound to the image as associated data.
 *
 * | offset | size | field (little-endian) |
 * |---|---|---|
 * | 0 | 8 | magic |
 * | 8 | 2, 2, 4 | format version, oldest reader, block size |
 * | 16 | 4, 4 | projection, number of the ledger's last migration |
 * | 24 | 4, 4 | id of the key, kind (1 live, 2 demonstration) |
 * | 32 | 8, 8 | sequence, bytes of the image |
 * | 48 | 32 | chain hash after the frame of that sequence |
 * | 80 | 16 | install id |
 * | 96 | 12 | nonce, random; the rest of the block is zero |
 */
export function* sealSnapshot(
  { point, image }: Snapshot,
  { kind, keys }: SnapshotOwner,
): Generator<Uint8Array, void, undefined> {
  const nonce = randomBytes(12);
  const header = Buffer.alloc(BLOCK_BYTES);
  MAGIC.copy(header, 0);
  header.writeUInt16LE(FORMAT_VERSION, 8);
  header.writeUInt16LE(FORMAT_VERSION, 10);
  header.writeUInt32LE(BLOCK_BYTES, 12);
  header.writeUInt32LE(PROJECTION, 16);
  header.writeUInt32LE(migrations.length, 20);
  header.writeUInt32LE(keys.bodyKeyId, 24);
  header.writeUInt32LE(KIND_CODES[kind], 28);
  writeWhole(header, point.sequence, 32);
  writeWhole(header, image.length, 40);
  header.set(point.hash, 48);
  Buffer.from(keys.installId, "hex").copy(header, 80, 0, 16);
  nonce.copy(header, 96);
  yield header;

  const key = known(keys.snapshotKeys.get(keys.bodyKeyId), "the newest key seals snapshots too");
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(header);
  for (let at = 0; at < image.length; at += PIECE_BYTES) {
    yield cipher.update(image.subarray(at, at + PIECE_BYTES));
  }
  cipher.final(); // Counter mode leaves nothing over.
  yield cipher.getAuthTag();
}

/**
 * Reads a file that may be a snapshot. Whatever is not exactly as this program sealed it for these
 * books is none; that is never a failure, for the journal has everything.
 */
export function readSnapshot(disk: Disk, path: string, owner: SnapshotOwner): SnapshotReading {
  try {
    const file = disk.open(path, "read");
    try {
      return readOpened(disk, file, owner);
    } finally {
      disk.close(file);
    }
  } catch (failure) {
    if (errnoOf(failure) === "unknown") throw failure;
    return none("unreadable");
  }
}

function readOpened(disk: Disk, file: number, owner: SnapshotOwner): SnapshotReading {
  const { keys } = owner;
  const size = disk.size(file);
  if (size < BLOCK_BYTES + TAG_BYTES) return none("shape");
  const header = readPiece(disk, file, { at: 0, length: BLOCK_BYTES });
  const flaw = flawOf(header, size, owner);
  if (flaw) return none(flaw);

  const key = keys.snapshotKeys.get(header.readUInt32LE(24));
  if (!key) return none("key");
  const nonce = header.subarray(96, 108);
  const opener = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  opener.setAAD(header);
  const image = new Uint8Array(size - BLOCK_BYTES - TAG_BYTES);
  for (let at = 0; at < image.length; at += PIECE_BYTES) {
    const length = Math.min(PIECE_BYTES, image.length - at);
    image.set(opener.update(readPiece(disk, file, { at: BLOCK_BYTES + at, length })), at);
  }
  opener.setAuthTag(readPiece(disk, file, { at: size - TAG_BYTES, length: TAG_BYTES }));
  try {
    opener.final();
  } catch {
    return none("seal"); // The only thing that `final` has to say here: the tag is another one.
  }
  const point = { sequence: readWhole(header, 32), hash: Buffer.from(header.subarray(48, 80)) };
  return { status: "snapshot", snapshot: { point, image } };
}

/** What the header alone says against it. */
function flawOf(
  header: Buffer,
  size: number,
  { kind, keys }: SnapshotOwner,
): SnapshotFlaw | undefined {
  if (!header.subarray(0, 8).equals(MAGIC)) return "shape";
  if (header.readUInt16LE(10) > FORMAT_VERSION) return "newer";
  const bytes = readWhole(header, 40);
  if (bytes > IMAGE_BYTES_MAX || size !== BLOCK_BYTES + bytes + TAG_BYTES) return "shape";

  const isOurs =
    header.readUInt32LE(28) === KIND_CODES[kind] &&
    header.subarray(80, 96).equals(Buffer.from(keys.installId, "hex"));
  if (!isOurs) return "foreign";
  const isOfThisProgram =
    header.readUInt32LE(16) === PROJECTION && header.readUInt32LE(20) === migrations.length;
  return isOfThisProgram ? undefined : "projection";
}

function none(flaw: SnapshotFlaw): SnapshotReading {
  return { status: "none", flaw };
}

function readPiece(
  disk: Disk,
  file: number,
  { at, length }: { readonly at: number; readonly length: number },
): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let offset = 0; offset < length; ) {
    const count = disk.read(file, bytes.subarray(offset), at + offset);
    if (count === 0) throw Object.assign(new Error("file shrank"), { code: "SHORT_READ" });
    offset += count;
  }
  return bytes;
}
