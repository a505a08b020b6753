// @ts-check

/**
 * The passphrase of a live branch: of the environment, or asked for at the terminal without echo.
 * @returns {Promise<string>}
 */
export async function readPassphrase() {
  const given = process.env.GUITAI_PASSPHRASE;
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) {
    throw new Error(
      "There is no terminal to ask for the passphrase at. Put it into the environment as GUITAI_PASSPHRASE.",
    );
  }
  return asked("Passphrase: ");
}

/**
 * @param {string} question
 * @returns {Promise<string>}
 */
function asked(question) {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true).setEncoding("utf8").resume();

  /** @type {string[]} */
  const typed = [];
  return new Promise((resolve, reject) => {
    /** @param {() => void} next */
    function end(next) {
      stdin.removeListener("data", read).setRawMode(false).pause();
      stderr.write("\n");
      next();
    }
    /** @param {string} text */
    function read(text) {
      for (const character of text) {
        if (character === "\r" || character === "\n") return end(() => resolve(typed.join("")));
        if (character === "\u0003")
          return end(() => reject(new Error("The question for the passphrase was called off.")));
        if (character === "\u007f" || character === "\b") typed.pop();
        else typed.push(character);
      }
    }
    stdin.on("data", read);
  });
}
