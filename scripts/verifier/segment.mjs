// @ts-check
import { createHash } from "node:crypto";
import { checksum, Finding, firstWritten, whole } from "./bytes.mjs";

const BLOCK = 4096;
const FRAME_MAGIC = Buffer.from([0xf7, 0x47, 0x54, 0xff]);

/**
 * @typedef {object} Header
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
 * @property {Buffer} body
 * @property {Buffer} sealed what the frame's MAC was computed from
 * @property {Buffer} mac
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
  if (bytes.readUInt16LE(8) !== 1 || bytes.readUInt32LE(12) !== BLOCK) {
    throw finding("is of a format that this verifier does not know", 8);
  }
  if (whole(bytes, 16) !== number) throw finding("is another segment than its name says", 16);
  if (bytes[136] !== (owner.kind === "live" ? 1 : 2)) {
    throw finding("is of the other kind: live and demonstration are mixed", 136);
  }
  if (bytes.toString("hex", 152, 168) !== owner.installId) {
    throw finding("belongs to another installation", 152);
  }
  if (owner.isSealed && !owner.isSealed(bytes.subarray(0, 192), bytes.subarray(192, 224))) {
    throw finding("was not sealed with the vault's key", 192);
  }
  return {
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
 * Checks the frame at `offset`, which must continue the chain: a header of 64 bytes, the body, the
 * MAC (HMAC-SHA-256 of header, previous hash and body) and the chain hash (SHA-256 of previous
 * hash, header, body and MAC). The hash covers the MAC, so every byte is checked without the key;
 * that the MAC is the vault's is left to the caller.
 * @param {Buffer} bytes
 * @param {number} offset
 * @param {{ salt: Buffer, sequence: number, previousHash: Buffer }} expected
 * @returns {Frame | string} the frame, or what is wrong with it
 */
export function frameAt(bytes, offset, { salt, sequence, previousHash }) {
  const header = bytes.subarray(offset, offset + 64);
  if (header.length < 64 || !hasFrameMark(header, 0)) return "is not there";
  if (header.readUInt32LE(60) !== checksum(header.subarray(0, 60))) return "header is damaged";
  if (header[4] !== 2 || header[5] !== 1 || header.readUInt16LE(6) !== 0) {
    return "is of a type that this verifier does not know";
  }
  if (!header.subarray(40, 56).equals(salt)) return "belongs to another segment";
  if (whole(header, 16) !== sequence) return "is out of sequence";

  const bodyEnd = offset + 64 + header.readUInt32LE(8);
  const end = Math.ceil((bodyEnd + 64) / 8) * 8;
  if (end > bytes.length) return "is cut off";

  const body = bytes.subarray(offset + 64, bodyEnd);
  const mac = bytes.subarray(bodyEnd, bodyEnd + 32);
  const hash = bytes.subarray(bodyEnd + 32, bodyEnd + 64);
  const chained = Buffer.concat([previousHash, header, body, mac]);
  const sum = createHash("sha256").update(chained).digest();
  if (header.readUInt32LE(12) !== checksum(body)) return "body is damaged";
  if (!sum.equals(hash)) return "does not continue the chain";
  if (firstWritten(bytes, bodyEnd + 64, end) >= 0) return "is followed by bytes that are not zero";

  const [batchFirst, recordedAt] = [whole(header, 24), whole(header, 32)];
  const sealed = Buffer.concat([header, previousHash, body]);
  return { sequence, batchFirst, recordedAt, body, sealed, mac, hash, end };
}
