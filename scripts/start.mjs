// @ts-check
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { hasDisplay, withDisplay } from "./setup/display.mjs";
import { projectFolder } from "./setup/places.mjs";
import { prepare } from "./setup/prepare.mjs";
import { runProgram } from "./setup/program.mjs";
import { cannotGoOn, runScript, say } from "./setup/telling.mjs";

const USAGE = `Guitai 柜台: a teller workstation for bank branches.

  npm start                   opens the workstation with demonstration data 演示
  npm start -- --live DIR     opens it on the books in the folder DIR
  npm start -- --demonstration DIR   keeps the demonstration in the folder DIR

  --language zh-CN|en         the language to begin with
  --reader PATH               the serial port of the card reader
  --window-size 1280x800      the size of the teller's window
  --password-card-grid 8x10x3x2   columns, rows, digits of a cell and cells of a challenge, for the
                              password cards of a new demonstration

On a machine without a display it runs the tour and says where the pictures are.`;

await runScript(async () => {
  const words = process.argv.slice(2);
  if (words.includes("--help") || words.includes("-h")) {
    say(USAGE);
    return 0;
  }
  const typedIn = process.env.INIT_CWD ?? process.cwd();
  const wordsForProgram = withFolder(
    "--demonstration",
    withFolder("--live", words, typedIn),
    typedIn,
  );
  if (!hasDisplay() && words.includes("--live")) {
    throw cannotGoOn(
      "There is no display here, so the workstation cannot be shown. The tour works without one:",
      "npm start",
    );
  }
  say("Guitai 柜台: getting ready.");
  const electron = await prepare();

  if (!hasDisplay()) return showTour();
  say("Opening the workstation 打开柜台.");
  const { code } = await runProgram({
    program: electron.executable,
    args: [...electron.args, electron.appFolder, ...wordsForProgram],
    shown: true,
  });
  return code;
});

/**
 * The words with the folder after `name` made absolute: npm moved us out of the folder that the
 * user typed in.
 * @param {"--live" | "--demonstration"} name
 * @param {readonly string[]} words
 * @param {string} typedIn
 */
function withFolder(name, words, typedIn) {
  const at = words.indexOf(name);
  if (at === -1) return words;
  const folder = words[at + 1];
  if (!folder || folder.startsWith("-")) {
    throw cannotGoOn(`${name} needs a folder after it.`, `npm start -- ${name} DIR`);
  }
  return [...words.slice(0, at + 1), resolve(typedIn, folder), ...words.slice(at + 2)];
}

async function showTour() {
  const tour = join("scripts", "tour.ts");
  if (!existsSync(join(projectFolder, tour))) {
    throw cannotGoOn("There is no display here, and this version has no tour to take pictures of.");
  }
  const pictures = join(projectFolder, "tour");
  say("No display here 无显示器: running the tour on a screen in memory.");
  const { code } = await withDisplay(() =>
    runProgram({
      program: process.execPath,
      args: ["--import", "tsx", tour, "--out", pictures],
      shown: true,
    }),
  );
  if (code === 0) say(`The pictures of the tour 演示截图 are in ${pictures}`);
  return code;
}
