// @ts-check
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cacheFolder, projectFolder } from "./places.mjs";
import { runProgram } from "./program.mjs";
import { cannotGoOn, say } from "./telling.mjs";

const DOWNLOAD_LIMIT_MS = 60_000;

/** @typedef {{ executable: string, version: string }} Runtime */

/**
 * The Electron that somebody named in GUITAI_ELECTRON: the executable, or the folder it is in.
 * @returns {Runtime | undefined}
 */
export function namedElectron(environment = process.env) {
  const named = environment.GUITAI_ELECTRON;
  if (!named) return undefined;
  if (!existsSync(named)) {
    throw cannotGoOn(
      `GUITAI_ELECTRON names ${named}, and nothing is there.`,
      "unset GUITAI_ELECTRON",
    );
  }
  const executable = statSync(named).isDirectory() ? join(named, "electron") : named;
  return { executable, version: versionBeside(executable) };
}

/**
 * The Electron that the npm package `electron` has fetched, if it has.
 * @returns {Runtime | undefined}
 */
export function packagedElectron(project = projectFolder) {
  const folder = join(project, "node_modules", "electron");
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return undefined;
  const executable = join(folder, "dist", readFileSync(pathFile, "utf8"));
  return existsSync(executable) ? { executable, version: officialVersion(project) } : undefined;
}

/**
 * Downloads the official Electron, once and for a minute at most. A network that did not let it
 * through is remembered, so that the next start does not ask again.
 * @returns {Promise<Runtime | undefined>}
 */
export async function downloadedElectron() {
  const version = officialVersion(projectFolder);
  const refusedNote = join(cacheFolder(), `electron-${version}-not-reachable.txt`);
  if (existsSync(refusedNote)) return undefined;

  say(`Electron ${version}: trying the official download (at most one minute).`);
  const install = createRequire(import.meta.url).resolve("electron/install.js");
  const ended = await runProgram({
    program: process.execPath,
    args: [install],
    timeoutMs: DOWNLOAD_LIMIT_MS,
  });
  const runtime = ended.code === 0 ? packagedElectron() : undefined;
  if (!runtime) {
    mkdirSync(dirname(refusedNote), { recursive: true });
    writeFileSync(refusedNote, `${ended.output}\nRemove this file to try the download again.\n`);
    say(`  not reachable from here; to try again later: rm ${refusedNote}`);
  }
  return runtime;
}

/** @param {string} project */
function officialVersion(project) {
  const description = join(project, "node_modules", "electron", "package.json");
  return String(JSON.parse(readFileSync(description, "utf8")).version);
}

/** @param {string} executable */
function versionBeside(executable) {
  const file = join(dirname(executable), "version");
  return existsSync(file) ? readFileSync(file, "utf8").trim().replace(/^v/, "") : "unknown";
}
