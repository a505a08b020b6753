// @ts-check
import { checksum, Finding, firstWritten, whole } from "./bytes.mjs";

const BLOCK = 4096;

/**
 * What one slot of HEAD says was acknowledged.
 * @typedef {object} Slot
 * @property {number} offset
 * @property {number} counter
 * @property {number} sequence
 * @property {Buffer} hash
 * @property {number} segment
 * @property {number} end
 */

/**
 * Checks both slots; the newer one comes first.
 * @param {Buffer} bytes
 * @param {import("./vault.mjs").Owner} owner
 * @returns {[Slot, Slot]}
 */
export function checkHead(bytes, owner) {
  if (bytes.length !== 2 * BLOCK) {
    throw new Finding(`has ${bytes.length} bytes instead of ${2 * BLOCK}`, { file: "HEAD" });
  }
  const even = checkSlot(bytes, 0, owner);
  const odd = checkSlot(bytes, 1, owner);
  if (Math.abs(even.counter - odd.counter) !== 1) {
    throw new Finding("the two slots do not follow each other", { file: "HEAD", offset: 8 });
  }
  return even.counter > odd.counter ? [even, odd] : [odd, even];
}

/**
 * @param {Buffer} bytes
 * @param {number} index
 * @param {import("./vault.mjs").Owner} owner
 * @returns {Slot}
 */
function checkSlot(bytes, index, owner) {
  const offset = index * BLOCK;
  const slot = bytes.subarray(offset, offset + BLOCK);
  /** @param {string} problem */
  const finding = (problem, at = 0) => new Finding(problem, { file: "HEAD", offset: offset + at });

  if (slot.readUInt32LE(128) !== checksum(slot.subarray(0, 128))) {
    throw finding("slot is damaged, or was torn by a crash: open the workstation once to renew it");
  }
  const written = firstWritten(slot, 132);
  if (written >= 0) throw finding("bytes after a slot are not zero", written);
  if (slot.toString("latin1", 0, 8) !== "GTJHEAD1") throw finding("slot is none");
  if (![1, 2].includes(slot.readUInt16LE(88))) throw finding("slot is of a newer format", 88);
  if (slot.toString("hex", 72, 88) !== owner.installId) {
    throw finding("slot belongs to another installation", 72);
  }
  if (owner.keys && !owner.keys.isSealed(slot.subarray(0, 96), slot.subarray(96, 128))) {
    throw finding("slot was not sealed with the vault's key", 96);
  }
  const counter = whole(slot, 8);
  if (counter % 2 !== index) throw finding("slot stands in the other one's place", 8);

  return {
    offset,
    counter,
    sequence: whole(slot, 16),
    hash: slot.subarray(24, 56),
    segment: whole(slot, 56),
    end: whole(slot, 64),
  };
}
