// @ts-check
import { createHash } from "node:crypto";
import { checksum, Finding, firstWritten, whole } from "./bytes.mjs";
import { opened } from "./vault.mjs";

const BLOCK = 4096;
const FRAME_MAGIC = Buffer.from([0xf7, 0x47, 0x54, 0xff]);

/**
 * @typedef {object} Header
 * @property {1 | 2} format
 * @property {number} bodyKeyId number of the key that contents are sealed with; 0 in format 1
 * @property {number} firstSequence
 * @property {number} previousEnd
 * @property {Buffer} previousHash
 * @property {Buffer} previousTornSha
 * @property {Buffer} salt
 * @property {number} capacity
 */

/**
 * @typedef {object} Frame
 * @property {number} sequence
 * @property {number} batchFirst
 * @property {number} recordedAt
 * @property {Buffer | undefined} clear the content, where it lies in clear
 * @property {(keys: import("./vault.mjs").Keys) => Buffer | undefined} reveal the content, where
 *   the frame was written with these keys at this place
 * @property {Buffer} hash
 * @property {number} end
 */

/**
 * Checks the first block of a segment.
 * @param {Buffer} bytes
 * @param {{ file: string, number: number }} name
 * @param {import("./vault.mjs").Owner} owner
 * @returns {Header}
 */
export function checkHeader(bytes, { file, number }, owner) {
  /** @param {string} problem */
  const finding = (problem, offset = 0) => new Finding(problem, { file, offset });
  if (bytes.length < BLOCK) throw finding("is shorter than its first block");

  if (bytes.readUInt32LE(224) !== checksum(bytes.subarray(0, 224))) {
    throw finding("the first block is damaged");
  }
  const written = firstWritten(bytes, 228, BLOCK);
  if (written >= 0) throw finding("bytes after the header are not zero", written);
  if (bytes.toString("latin1", 0, 8) !== "GTJSEG01") throw finding("is no segment");
  const format = bytes.readUInt16LE(8);
  if ((format !== 1 && format !== 2) || bytes.readUInt32LE(12) !== BLOCK) {
    throw finding("is of a format that this verifier does not know", 8);
  }
  if (whole(bytes, 16) !== number) throw finding("is another segment than its name says", 16);
  if (bytes[136] !== (owner.kind === "live" ? 1 : 2)) {
    throw finding("is of the other kind: live and demonstration are mixed", 136);
  }
  if (bytes.toString("hex", 152, 168) !== owner.installId) {
    throw finding("belongs to another installation", 152);
  }
  if (owner.keys && !owner.keys.isSealed(bytes.subarray(0, 192), bytes.subarray(192, 224))) {
    throw finding("was not sealed with the vault's key", 192);
  }
  const bodyKeyId = bytes.readUInt32LE(144);
  if (format === 2 && owner.keys && !owner.keys.bodyKeys.has(bodyKeyId)) {
    throw finding(`holds contents under key ${bodyKeyId}, which the vault does not have`, 144);
  }
  return {
    format,
    bodyKeyId,
    firstSequence: whole(bytes, 24),
    previousEnd: whole(bytes, 32),
    salt: bytes.subarray(48, 64),
    previousHash: bytes.subarray(64, 96),
    previousTornSha: bytes.subarray(96, 128),
    capacity: whole(bytes, 128),
  };
}

/**
 * Whether a frame may begin here at all.
 * @param {Buffer} bytes
 * @param {number} offset
 */
export function hasFrameMark(bytes, offset) {
  return bytes.subarray(offset, offset + 4).equals(FRAME_MAGIC);
}

/**
 * Checks the frame at `offset`, which must continue the chain. A header of 64 bytes, the body, in
 * format 1 a MAC of 32 bytes, and the chain hash: SHA-256 of the previous hash and all of these. So
 * every byte is checked without the key; whether the vault's key made the frame, `reveal` says:
 *
 * - format 1: the body in clear, the MAC is HMAC-SHA-256 of header, previous hash and body;
 * - format 2: the body is nonce, AES-256-GCM ciphertext and tag, bound to the header without its
 *   two checksums and to the previous hash.
 * @param {Buffer} bytes
 * @param {number} offset
 * @param {{ header: Header, sequence: number, previousHash: Buffer }} expected
 * @returns {Frame | string} the frame, or what is wrong with it
 */
export function frameAt(bytes, offset, { header: { format, salt, bodyKeyId }, ...expected }) {
  const { sequence, previousHash } = expected;
  const header = bytes.subarray(offset, offset + 64);
  if (header.length < 64 || !hasFrameMark(header, 0)) return "is not there";
  if (header.readUInt32LE(60) !== checksum(header.subarray(0, 60))) return "header is damaged";
  // Version, type and flags: 2, 1, 0 in clear; 3, 1, 1 sealed.
  if (header.toString("hex", 4, 8) !== (format === 1 ? "02010000" : "03010100")) {
    return "is of a type that this verifier does not know";
  }
  if (!header.subarray(40, 56).equals(salt)) return "belongs to another segment";
  if (whole(header, 16) !== sequence) return "is out of sequence";

  const bodyEnd = offset + 64 + header.readUInt32LE(8);
  const hashStart = format === 1 ? bodyEnd + 32 : bodyEnd;
  const end = Math.ceil((hashStart + 32) / 8) * 8;
  if (end > bytes.length) return "is cut off";

  const body = bytes.subarray(offset + 64, bodyEnd);
  const mac = bytes.subarray(bodyEnd, hashStart);
  const hash = bytes.subarray(hashStart, hashStart + 32);
  const sum = createHash("sha256").update(previousHash).update(header).update(body).update(mac);
  if (header.readUInt32LE(12) !== checksum(body)) return "body is damaged";
  if (!sum.digest().equals(hash)) return "does not continue the chain";
  if (firstWritten(bytes, hashStart + 32, end) >= 0) {
    return "is followed by bytes that are not zero";
  }

  /** @type {Frame["reveal"]} */
  const reveal = ({ isSealed, bodyKeys }) => {
    if (format === 1) {
      return isSealed(Buffer.concat([header, previousHash, body]), mac) ? body : undefined;
    }
    const key = bodyKeys.get(bodyKeyId);
    const place = Buffer.concat([header.subarray(0, 12), header.subarray(16, 56), previousHash]);
    return key && opened(body, key, place);
  };
  const [batchFirst, recordedAt] = [whole(header, 24), whole(header, 32)];
  const clear = format === 1 ? body : undefined;
  return { sequence, batchFirst, recordedAt, clear, reveal, hash, end };
}
