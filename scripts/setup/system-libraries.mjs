// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { runProgram } from "./program.mjs";
import { showProgress } from "./progress.mjs";
import { cannotGoOn, say } from "./telling.mjs";

/**
 * What Electron needs of the system. Debian 13 and Ubuntu 24.04 renamed two of the packages; the
 * newer name is taken where it is known.
 */
const LIBRARIES = [
  ["libgtk-3-0t64", "libgtk-3-0"],
  ["libnss3"],
  ["libatk-bridge2.0-0t64", "libatk-bridge2.0-0"],
  ["libgbm1"],
  ["libasound2t64", "libasound2"],
  ["libcups2t64", "libcups2"],
];
const SCREEN = [["xvfb"]];
const CHINESE_FONT = [["fonts-noto-cjk"]];
const INSTALL_LIMIT_MS = 900_000;

/**
 * What this machine lacks.
 * @typedef {{ readonly libraries: readonly string[], readonly xvfb: boolean, readonly font: boolean }} Lack
 */

/**
 * The Debian packages that end a lack, each under the first of its names that is known.
 * @param {Lack} lack
 * @param {(name: string) => boolean} isKnown
 */
export function packagesFor(lack, isKnown) {
  const wanted = [
    ...(lack.libraries.length > 0 ? LIBRARIES : []),
    ...(lack.xvfb ? SCREEN : []),
    ...(lack.font ? CHINESE_FONT : []),
  ];
  return wanted.map((names) => String(names.find(isKnown) ?? names.at(-1)));
}

/**
 * The one line to type where we may not install ourselves.
 * @param {readonly string[]} packages
 */
export function aptLine(packages) {
  return `sudo apt-get update && sudo apt-get install -y ${packages.join(" ")}`;
}

/**
 * The shared libraries that `ldd` could not find.
 * @param {string} lddOutput
 */
export function missingLibraries(lddOutput) {
  const missing = lddOutput.matchAll(/^\s*(\S+) => not found/gm);
  return [...new Set([...missing].map(([, library]) => String(library)))];
}

/**
 * Sees to it that Electron can start and draw Chinese. Installs as root on Debian and Ubuntu, else
 * says what to type. A missing font alone stops nobody.
 * @param {{ executable: string, needsXvfb: boolean }} need
 */
export async function provideSystemLibraries({ executable, needsXvfb }) {
  if (process.platform !== "linux") return;

  const lack = lackOf(executable, needsXvfb);
  if (lack.libraries.length === 0 && !lack.xvfb && !lack.font) return;

  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await install(lack);
    const still = lackOf(executable, needsXvfb);
    if (still.libraries.length === 0 && !still.xvfb) return;
    throw wordsForLack(still);
  }
  if (lack.libraries.length > 0 || lack.xvfb) throw wordsForLack(lack);
  say("Note 注意: no Chinese font was found, so Chinese text shows as boxes. This helps:");
  say(`  ${installLine(lack)}`);
}

/** @param {string} executable @param {boolean} needsXvfb @returns {Lack} */
function lackOf(executable, needsXvfb) {
  const ldd = spawnSync("ldd", [executable], { encoding: "utf8" });
  const fonts = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return {
    libraries: missingLibraries(ldd.stdout ?? ""),
    xvfb: needsXvfb && spawnSync("Xvfb", ["-help"]).error !== undefined,
    font: (fonts.stdout ?? "").trim() === "",
  };
}

/** @param {Lack} lack */
async function install(lack) {
  say("System packages 系统软件包: reading the lists of apt.");
  await apt("apt lists", ["update"]);
  const packages = packagesFor(lack, isKnownToApt);
  say(`System packages: installing ${packages.join(" ")}.`);
  await apt("apt install", ["install", "-y", "--no-install-recommends", ...packages]);
}

/**
 * Runs apt-get with a bar: it reports its percent on a channel of its own.
 * @param {string} label
 * @param {readonly string[]} words
 */
async function apt(label, words) {
  const progress = showProgress({ label, total: 200 });
  const ended = await runProgram({
    program: "apt-get",
    args: ["-o", "APT::Status-Fd=1", "-q", ...words],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" },
    timeoutMs: INSTALL_LIMIT_MS,
    onOutput: (text) => {
      const done = aptProgress(text);
      if (done !== undefined) progress.advance(done);
    },
  });
  if (ended.code === 0) {
    progress.finish();
  } else {
    progress.abandon();
    const reason = ended.output
      .split("\n")
      .filter((line) => line.startsWith("E:"))
      .join("\n");
    throw cannotGoOn(
      `apt-get ${words[0]} did not work. ${reason || ended.output.trim().slice(-500)}`,
      `apt-get ${words.join(" ")}`,
    );
  }
}

/**
 * How far apt is, of 200: downloading is the first hundred, installing the second.
 * @param {string} text
 */
export function aptProgress(text) {
  const [last] = [...text.matchAll(/^(dl|pm)status:[^:]*:([\d.]+):/gm)].slice(-1);
  if (!last) return undefined;
  return Number(last[2]) + (last[1] === "pm" ? 100 : 0);
}

/** @param {string} name */
function isKnownToApt(name) {
  return spawnSync("apt-cache", ["show", "--no-all-versions", name]).status === 0;
}

/** @param {Lack} lack */
function wordsForLack(lack) {
  const things = [...lack.libraries, ...(lack.xvfb ? ["Xvfb (a screen in memory)"] : [])];
  return cannotGoOn(
    `Electron cannot start here, because this system lacks ${things.join(", ")}. This helps:`,
    installLine(lack),
  );
}

/** @param {Lack} lack */
function installLine(lack) {
  if (isDebian()) return aptLine(packagesFor(lack, isKnownToApt));
  const names = packagesFor(lack, () => false).join(" ");
  return `install what your system calls these Debian packages: ${names}`;
}

function isDebian() {
  const file = "/etc/os-release";
  return existsSync(file) && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync(file, "utf8"));
}
