// @ts-check
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { postBody } from "./balances.mjs";
import { Finding, firstWritten } from "./bytes.mjs";
import { checkHead } from "./head.mjs";
import { checkNames } from "./names.mjs";
import { checkHeader, frameAt, hasFrameMark } from "./segment.mjs";
import { checkVault } from "./vault.mjs";

/** @typedef {import("./segment.mjs").Header} Header */
/** @typedef {import("./head.mjs").Slot} Slot */

/**
 * @typedef {object} Summary
 * @property {"live" | "demonstration"} kind
 * @property {string} installId hexadecimal
 * @property {number} frames
 * @property {number} opened frames whose content was read: lies in clear, or was opened with the key
 * @property {number} segments
 * @property {number | undefined} firstAt milliseconds since 1970
 * @property {number | undefined} lastAt
 * @property {string} chainHead hexadecimal
 * @property {ReadonlyMap<string, number>} balances signed fen by account, of the opened frames
 * @property {readonly string[]} notes
 * @property {string | undefined} signer of seals and evidence, known with the key alone; hexadecimal
 */

/**
 * @typedef {object} Segment
 * @property {number} number
 * @property {string} file
 * @property {Buffer} bytes
 * @property {Header} header
 */

const BLOCK = 4096;

const IN_CLEAR =
  "vault.json holds its key in clear, as the first programs wrote it: whoever reads it can write " +
  "such a folder anew";

/**
 * One frame that is as it was written.
 * @typedef {object} Seen
 * @property {number} sequence
 * @property {Buffer} hash of the chain after it
 * @property {string} file
 * @property {number} offset
 * @property {Buffer | string | undefined} content what it says, where that could be read
 */

/**
 * Checks every byte of a data folder. Throws a `Finding` at the first one that is not as written.
 * With the key it also checks who wrote them, and opens contents that are sealed.
 * @param {string} folder
 * @param {{ withKey: boolean, passphrase?: string, onFrame?: (frame: Seen) => void }} options
 * @returns {Summary}
 */
export function verifyFolder(folder, { withKey, passphrase, onFrame = () => {} }) {
  const ledger = join(folder, "ledger");
  const { names, notes } = checkNames(folder, ledger);
  const { open, version, ...whose } = checkVault(readFileSync(join(folder, "vault.json")));
  /** @type {import("./vault.mjs").Owner} */
  const owner = { ...whose, keys: withKey ? open(passphrase) : undefined };
  const slots = checkHead(readFileSync(join(ledger, "HEAD")), owner);

  /** @type {1 | 2} */
  let format = 1;
  const segments = names.map((file, index) => {
    const number = index + 1;
    if (file !== `seg-${String(number).padStart(8, "0")}.wal`) {
      throw new Finding(`segment ${number} is missing before it`, { file });
    }
    const bytes = readFileSync(join(ledger, file));
    const header = checkHeader(bytes, { file, number }, owner);
    if (header.format < format) {
      throw new Finding("is in clear after contents that are sealed", { file, offset: 8 });
    }
    format = header.format;
    return { number, file, bytes, header };
  });
  if (format > version) {
    throw new Finding("has no keys for the sealed contents of the ledger", { file: "vault.json" });
  }
  const walked = walk(segments, slots, { owner, onFrame });
  const { kind, installId, keys } = owner;
  const all = [...notes, ...(version === 1 ? [IN_CLEAR] : []), ...walked.notes];
  return { kind, installId, signer: keys?.signer, ...walked, notes: all };
}

/**
 * Whether the keys of a folder open only with a passphrase.
 * @param {string} folder
 */
export function needsPassphrase(folder) {
  return checkVault(readFileSync(join(folder, "vault.json"))).needsPassphrase;
}

/**
 * Follows the chain from the first frame to the last and compares it with HEAD.
 * @param {readonly Segment[]} segments
 * @param {readonly [Slot, Slot]} slots
 * @param {{ owner: import("./vault.mjs").Owner, onFrame: (frame: Seen) => void }} options
 * @returns {Omit<Summary, "kind" | "installId" | "signer">}
 */
function walk(segments, slots, { owner, onFrame }) {
  /** @type {Map<string, number>} */
  const balances = new Map();
  /** @type {string[]} */
  const notes = [];
  /** @type {Set<Slot>} */
  const confirmed = new Set();
  /** @type {{ firstAt: number | undefined, lastAt: number | undefined }} */
  const times = { firstAt: undefined, lastAt: undefined };
  const [head] = slots;
  let sequence = 0;
  let opened = 0;
  let batchFirst = 0;
  /** @type {Buffer} */
  let hash = Buffer.alloc(32);

  for (const [index, segment] of segments.entries()) {
    const { file, bytes, header } = segment;
    if (header.firstSequence !== sequence + 1 || !header.previousHash.equals(hash)) {
      throw new Finding("does not continue the segment before it", { file, frame: sequence + 1 });
    }
    const successor = segments[index + 1]?.header;
    let end = BLOCK;
    batchFirst = 0;
    for (;;) {
      for (const slot of slots) {
        const isHere = slot.segment === segment.number && slot.end === end;
        if (isHere && slot.sequence === sequence && slot.hash.equals(hash)) confirmed.add(slot);
      }
      const at = end === successor?.previousEnd ? undefined : nextOffset(bytes, end);
      if (at === undefined) break;

      const place = { file, frame: sequence + 1, offset: at };
      const frame = frameAt(bytes, at, { header, sequence: sequence + 1, previousHash: hash });
      if (typeof frame === "string") throw new Finding(unreadable(frame, sequence, head), place);

      const content = owner.keys ? frame.reveal(owner.keys) : frame.clear;
      if (owner.keys && !content) throw new Finding("was not sealed with the vault's key", place);
      const isInBatch = at === end && frame.batchFirst === batchFirst;
      const problem =
        batchProblem(frame, { at, isInBatch, head }) ??
        (content && postBody(content, frame.sequence, balances));
      if (problem) throw new Finding(problem, place);
      opened += content ? 1 : 0;
      onFrame({ sequence: frame.sequence, hash: frame.hash, file, offset: at, content });
      times.firstAt ??= frame.recordedAt;
      times.lastAt = frame.recordedAt;
      ({ sequence, batchFirst, hash, end } = frame);
    }
    notes.push(...checkRest(segment, { end, frame: sequence + 1, successor }));
  }

  for (const slot of slots) {
    if (confirmed.has(slot)) continue;
    const frame = Math.min(slot.sequence, sequence + 1);
    throw new Finding("the journal is not what HEAD acknowledged", {
      file: "HEAD",
      offset: slot.offset,
      frame,
    });
  }
  if (sequence > head.sequence) {
    notes.push(`frames ${head.sequence + 1} to ${sequence} were written but never acknowledged`);
  }
  const chainHead = hash.toString("hex");
  const counts = { frames: sequence, opened, segments: segments.length };
  return { ...counts, ...times, chainHead, balances, notes };
}

/**
 * What is wrong with the batch that a frame says it belongs to.
 * @param {import("./segment.mjs").Frame} frame
 * @param {{ at: number, isInBatch: boolean, head: Slot }} found
 */
function batchProblem({ sequence, batchFirst }, { at, isInBatch, head }) {
  const startsBatch = at % BLOCK === 0 && batchFirst === sequence;
  if (!isInBatch && !startsBatch) return "belongs to another batch";

  const isTooFar = sequence > head.sequence && batchFirst !== head.sequence + 1;
  return isTooFar ? "HEAD is more than one batch behind" : undefined;
}

/**
 * Where the next frame begins, if anything follows.
 * @param {Buffer} bytes
 * @param {number} end
 */
function nextOffset(bytes, end) {
  if (end % BLOCK !== 0 && hasFrameMark(bytes, end)) return end;

  const block = Math.ceil(end / BLOCK) * BLOCK;
  if (firstWritten(bytes, end, Math.min(block, bytes.length)) >= 0) return end;
  return firstWritten(bytes, block) >= 0 ? block : undefined;
}

/**
 * @param {string} problem
 * @param {number} sequence
 * @param {Slot} head
 */
function unreadable(problem, sequence, head) {
  return sequence < head.sequence
    ? `acknowledged frame ${problem}`
    : `bytes that were never acknowledged (frame ${problem}): a crash left them, or somebody ` +
        "wrote them; open the workstation once to have them set aside";
}

/**
 * Checks what lies after a segment's last frame.
 * @param {Segment} segment
 * @param {{ end: number, frame: number, successor: Header | undefined }} found
 * @returns {readonly string[]} notes
 */
function checkRest({ file, bytes, header }, { end, frame, successor }) {
  const isShort = bytes.length < header.capacity;
  if (bytes.length > header.capacity || (isShort && !successor)) {
    throw new Finding(`has ${bytes.length} bytes instead of ${header.capacity}`, { file });
  }
  const notes = isShort ? [`${file} lost unused space and was continued in a new segment`] : [];
  if (!successor) return notes;

  if (successor.previousEnd !== end) {
    throw new Finding("the chain does not reach the end that its successor names", {
      file,
      frame,
      offset: end,
    });
  }
  const torn = bytes.subarray(end);
  const isBlank = firstWritten(torn, 0) < 0;
  const seal = isBlank ? Buffer.alloc(32) : createHash("sha256").update(torn).digest();
  if (!seal.equals(successor.previousTornSha)) {
    throw new Finding("what was set aside after the last frame changed", { file, offset: end });
  }
  return isBlank
    ? notes
    : [...notes, `${file} holds the set-aside bytes of a crash from ${end} on`];
}
