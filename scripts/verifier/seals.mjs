// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Finding } from "./bytes.mjs";
import { readSeal } from "./seal-code.mjs";

/** @typedef {import("./seal-code.mjs").Seal} Seal */

/**
 * The seals that lie in a data folder, by their days. Throws a `Finding` for one under another name
 * than its day.
 * @param {string} folder
 * @returns {readonly Seal[]}
 */
export function sealsOf(folder) {
  const seals = join(folder, "ledger", "seals");
  const names = existsSync(seals) ? readdirSync(seals).filter((name) => /\.seal$/.test(name)) : [];
  return names.sort().map((name) => {
    const file = `seals/${name}`;
    const seal = readSeal(readFileSync(join(seals, name), "utf8"), file);
    if (name !== `${seal.date}.seal`) throw new Finding("is the seal of another day", { file });
    return seal;
  });
}

/**
 * The seals of a folder and the one that was brought, in its place.
 * @param {readonly Seal[]} found
 * @param {Seal | undefined} brought
 */
export function withBrought(found, brought) {
  if (!brought) return found;
  const others = found.filter(({ code }) => code !== brought.code);
  return [...others, brought].sort((left, right) => left.last - right.last);
}

/**
 * @typedef {object} Books
 * @property {string} installId
 * @property {number} frames
 * @property {string | undefined} signer of these books, where the key was used
 */

/**
 * Compares the seals with the chain as it stands. The brought one comes first: it was kept elsewhere,
 * so where it agrees, what does not agree with it lies in the folder. Throws a `Finding` that names
 * the first frame that may be wrong (the one after the last seal that agrees), or the first seal that
 * does not follow the one before.
 * @param {{ found: readonly Seal[], brought: Seal | undefined }} seals those of the folder by day
 * @param {Books} books
 * @param {ReadonlyMap<number, string>} hashes of the chain after the frames that seals name
 */
export function compareWithSeals({ found, brought }, books, hashes) {
  if (brought) {
    const before = found.filter(({ last }) => last < brought.last);
    const agreed = before.filter(({ last, hash }) => hashes.get(last) === hash).at(-1)?.last ?? 0;
    compareWithBooks(brought, books, { hashes, agreed });
  }
  let agreed = 0;
  for (const seal of found) {
    if (brought && seal.signer !== brought.signer) {
      const problem = `is signed by another key than ${brought.file}`;
      throw new Finding(problem, { file: seal.file });
    }
    compareWithBooks(seal, books, { hashes, agreed });
    agreed = Math.max(agreed, seal.last);
  }
  // A seal that was brought alone has nothing to follow: whoever carries seals away may take all.
  if (found.length > 0) compareInOrder(withBrought(found, brought));
}

/**
 * @param {Seal} seal
 * @param {Books} books
 * @param {{ hashes: ReadonlyMap<number, string>, agreed: number }} chain
 */
function compareWithBooks(
  { file, install, signer, last, hash },
  { installId, frames, signer: own },
  { hashes, agreed },
) {
  if (install !== installId) throw new Finding("is the seal of another branch's books", { file });
  if (own !== undefined && signer !== own) {
    throw new Finding("is not signed by the key of this folder's vault", { file });
  }
  if (last > frames) {
    const problem = `the books end at frame ${frames}, but ${last} were sealed: they were cut, or put back to an older state`;
    throw new Finding(problem, { file, frame: frames + 1 });
  }
  if (hashes.get(last) !== hash) {
    const problem = `the books differ from what was sealed, in frames ${agreed + 1} to ${last}`;
    throw new Finding(problem, { file, frame: agreed + 1 });
  }
}

/**
 * Every seal names the one before and begins where that ended; the first begins the books.
 * @param {readonly Seal[]} seals
 */
function compareInOrder(seals) {
  /** @type {Seal | undefined} */
  let before;
  for (const seal of seals) {
    const { file, first, previous } = seal;
    if (before && before.signer !== seal.signer) {
      throw new Finding(`is signed by another key than ${before.file}`, { file });
    }
    if (before && (seal.date <= before.date || seal.branch !== before.branch)) {
      throw new Finding(`is no later day of the same branch than ${before.file}`, { file });
    }
    const start = (before?.last ?? 0) + 1;
    if (first > start) {
      const problem = `begins at frame ${first}: the seal of frames ${start} to ${first - 1} is missing`;
      throw new Finding(problem, { file, frame: start });
    }
    if (before && first < start) {
      throw new Finding(`begins within what ${before.file} sealed`, { file, frame: first });
    }
    if (previous !== (before && sha256(before.code))) {
      const problem = before
        ? `does not name ${before.file} as the seal before it`
        : "names a seal before it, which is missing";
      throw new Finding(problem, { file });
    }
    before = seal;
  }
}

/**
 * The day that one frame of the journal sealed, where its content could be read.
 * @param {Buffer | string | undefined} content
 * @returns {{ date: string, code: string } | undefined}
 */
export function sealIn(content) {
  if (!content?.includes('"day.sealed"')) return undefined;

  /** @type {{ entries: readonly any[] }} */
  const { entries } = JSON.parse(String(content));
  const entry = entries.find((one) => one?.type === "day.sealed");
  const { seal, code } = entry ?? {};
  return typeof seal?.date === "string" && typeof code === "string"
    ? { date: seal.date, code }
    : undefined;
}

/** @param {string} text */
function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}
