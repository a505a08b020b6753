// @ts-check
import { Finding } from "../verifier/bytes.mjs";

/**
 * Why a backup is not made, not taken for one, or not restored.
 * @typedef {"backup.not-one" | "backup.newer" | "backup.cut-off" | "backup.damaged"
 *   | "backup.foreign-member" | "backup.too-long" | "backup.other-manifest" | "backup.mixed"
 *   | "backup.folder-in-use" | "backup.open-first" | "backup.taken" | "restore.folder-taken"
 *   | "restore.left-over" | "restore.not-as-it-was"} RefusalCode
 */

/**
 * A plain refusal: a stable code for scripts, and a sentence for people.
 * @param {RefusalCode} code
 * @param {string} sentence
 */
export function refused(code, sentence) {
  return Object.assign(new Error(sentence), { name: "Refused", code });
}

/**
 * Runs a command to its end: a refusal is one line and makes the exit code 1.
 * @param {() => Promise<number>} command answers the exit code
 */
export async function runCommand(command) {
  try {
    process.exitCode = await command();
  } catch (failure) {
    process.stderr.write(`${wordsFor(failure)}\n`);
    process.exitCode = 1;
  }
}

/** @param {unknown} failure */
function wordsFor(failure) {
  if (!(failure instanceof Error)) return String(failure);
  if (failure.name === "Refused" && "code" in failure) return `${failure.code}: ${failure.message}`;
  if (failure instanceof Finding) return `Not to be trusted: ${failure.message}`;
  return failure.message;
}
