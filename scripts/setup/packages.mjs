// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./places.mjs";
import { npmCommand, npmReason, runProgram } from "./program.mjs";
import { watchProgress } from "./progress.mjs";
import { cannotGoOn, say } from "./telling.mjs";

const INSTALL_LIMIT_MS = 900_000;

/**
 * A lock file, as far as it matters here: packages by the folder they belong in.
 * @typedef {{ readonly version?: string, readonly optional?: boolean, readonly link?: boolean }} Locked
 * @typedef {{ readonly packages: Readonly<Record<string, Locked>> }} Lock
 */

/**
 * Installs the npm packages, where the lock file names one that is not there.
 * `npm install`, not `npm ci`: the lock file may lack the optional packages of other platforms,
 * which `npm ci` refuses. `--no-save` leaves the lock file as it is.
 */
export async function providePackages(project = projectFolder) {
  const lock = readLock(join(project, "package-lock.json"));
  const missing = missingPackages(lock, installedLock(project));
  if (missing.length === 0) return;

  say(`npm packages 依赖包: installing ${missing.length} packages.`);
  // npm makes all folders first and fills them one by one: a folder counts with its description.
  const descriptions = missing.map((folder) => join(project, folder, "package.json"));
  await watchProgress({
    label: "npm install",
    total: descriptions.length,
    measure: () => descriptions.filter((file) => existsSync(file)).length,
    work: () => install(project),
  });
}

/** @param {string} project */
async function install(project) {
  const ended = await runProgram({
    ...npmCommand(["install", "--no-save", "--include=dev", "--no-audit", "--no-fund"]),
    cwd: project,
    timeoutMs: INSTALL_LIMIT_MS,
  });
  if (ended.code === 0) return;
  const reason = ended.timedOut ? "it took more than 15 minutes" : npmReason(ended.output);
  throw cannotGoOn(`The npm packages could not be installed: ${reason}.`, "npm install");
}

/**
 * The packages of the lock file that are not installed in the version it names. Optional ones may
 * be missing: they belong to other platforms.
 * @param {Lock} lock
 * @param {Lock} installed
 */
export function missingPackages(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([folder, { optional, link }]) => folder !== "" && !optional && !link)
    .filter(([folder, { version }]) => installed.packages[folder]?.version !== version)
    .map(([folder]) => folder);
}

/** What npm says it has installed; nothing, where somebody removed the folder. */
function installedLock(/** @type {string} */ project) {
  const file = join(project, "node_modules", ".package-lock.json");
  return existsSync(file) ? readLock(file) : { packages: {} };
}

/** @param {string} file @returns {Lock} */
function readLock(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
