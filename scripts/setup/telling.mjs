// @ts-check

/**
 * Says one line to whoever started the script.
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * The set-up cannot go on: one plain sentence, and the command that helps where there is one.
 * @param {string} sentence
 * @param {string} [command]
 */
export function cannotGoOn(sentence, command) {
  const stop = new Error(command ? `${sentence}\n  ${command}` : sentence);
  stop.name = "CannotGoOn";
  return stop;
}

/**
 * The words for a failure: the plain sentence alone where we wrote one, else the whole trace,
 * which is then our bug and needs it.
 * @param {unknown} failure
 */
export function wordsFor(failure) {
  if (!(failure instanceof Error)) return String(failure);
  return failure.name === "CannotGoOn" ? failure.message : String(failure.stack);
}

/**
 * Runs a script to its end. A failure is worded for people and makes the exit code 1. A signal
 * ends it by way of `exit`, so that what it started (Xvfb, Electron) ends with it.
 * @param {() => Promise<number | undefined>} script answers its exit code, or nothing for 0
 */
export async function runScript(script) {
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
  process.once("SIGHUP", () => process.exit(129)); // The terminal was closed, or the line to it.
  process.once("SIGBREAK", () => process.exit(149)); // Ctrl+Break; Windows alone has it.
  try {
    process.exitCode = (await script()) ?? 0;
  } catch (failure) {
    process.stderr.write(`\n${wordsFor(failure)}\n`);
    process.exitCode = 1;
  }
}
