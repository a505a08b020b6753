// @ts-check

/**
 * Why a backup is not made, not taken for one, or not restored.
 * @typedef {"backup.not-one" | "backup.newer" | "backup.cut-off" | "backup.damaged"
 *   | "backup.foreign-member" | "backup.too-long" | "backup.other-manifest" | "backup.mixed"
 *   | "backup.folder-in-use" | "backup.open-first" | "backup.taken" | "backup.no-place"
 *   | "restore.no-place" | "restore.folder-taken" | "restore.left-over"
 *   | "restore.not-as-it-was"} RefusalCode
 */

const TAKE_ANOTHER = "Take another backup, or another copy of this one.";

/**
 * The way out, of refusals whose sentence does not hold it already.
 * @type {Partial<Record<RefusalCode, string>>}
 */
const WAYS_OUT = {
  "backup.not-one": "Name a file that the workstation or npm run backup has made.",
  "backup.cut-off": `It was not copied whole. ${TAKE_ANOTHER}`,
  "backup.damaged": TAKE_ANOTHER,
  "backup.foreign-member": TAKE_ANOTHER,
  "backup.too-long": TAKE_ANOTHER,
  "backup.mixed": TAKE_ANOTHER,
  "backup.other-manifest": "Compare the number with the receipt, or take the backup that it is of.",
  "backup.taken": "Name a file that is not there yet.",
  "restore.not-as-it-was": TAKE_ANOTHER,
};

/**
 * A plain refusal: a stable code for the code that catches it, and sentences for people.
 * @param {RefusalCode} code
 * @param {string} sentence
 */
export function refused(code, sentence) {
  const wayOut = WAYS_OUT[code];
  const words = wayOut === undefined ? sentence : `${sentence} ${wayOut}`;
  return Object.assign(new Error(words), { name: "Refused", code });
}
