// @ts-check
import { Finding, printable } from "./bytes.mjs";

/**
 * Runs a command to its end, whatever that is: `--help` prints the usage, a failure is one sentence
 * with the way out, and makes the exit code 1.
 * @param {{ usage: string, verdict?: string }} said the verdict stands before what is no finding
 * @param {(words: readonly string[]) => Promise<number>} command answers the exit code
 */
export async function runCommand({ usage, verdict = "" }, command) {
  const words = process.argv.slice(2);
  if (words.includes("--help") || words.includes("-h")) {
    process.stdout.write(usage);
    return;
  }
  try {
    process.exitCode = await command(words);
  } catch (failure) {
    const before = failure instanceof Finding ? "Not to be trusted: " : verdict;
    process.stderr.write(`${printable(before + wordsFor(failure))}\n`);
    if (codeOf(failure).startsWith("ERR_PARSE_ARGS_")) process.stderr.write(`\n${usage}`);
    process.exitCode = 1;
  }
}

/**
 * A failure as whoever typed the command can do something about it.
 * @param {unknown} failure
 */
export function wordsFor(failure) {
  if (!(failure instanceof Error)) return String(failure);

  const path = "path" in failure ? String(failure.path) : "What was named";
  switch (codeOf(failure)) {
    case "ENOENT":
      return `${path} is not there. Check how it is written, and that its disk is connected.`;
    case "ENOTDIR":
      return `${path} leads through something that is no folder. Check how it is written.`;
    case "EISDIR":
      return `${path} is a folder. Name a file.`;
    case "EEXIST":
      return `${path} is there already. Name another.`;
    case "EACCES":
    case "EPERM":
      return `${path} is not yours to read or to write. Run the command as the user whose it is.`;
    case "ENOSPC":
    case "EDQUOT":
      return "The disk is full. Make room on it, or name a place on another one.";
    case "EROFS":
      return `${path} lies on a disk that takes no writing. Name a place on another one.`;
    case "EIO":
      return `The disk could not be read or written (${failure.message}). Take another copy.`;
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return `${failure.message.split(". ")[0]?.replace(/\.$/, "")}.`;
    default:
      return failure.message;
  }
}

/** @param {unknown} failure */
function codeOf(failure) {
  return failure instanceof Error && "code" in failure ? String(failure.code) : "";
}
