// @ts-check
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The project: the folder that holds package.json, and the folder that Electron is given. */
export const projectFolder = resolve(import.meta.dirname, "../..");

/** Where things fetched once are kept, outside the project: a second start costs nothing. */
export function cacheFolder(environment = process.env, platform = process.platform) {
  if (environment.GUITAI_CACHE) return resolve(environment.GUITAI_CACHE);
  if (environment.XDG_CACHE_HOME) return join(environment.XDG_CACHE_HOME, "guitai");
  if (platform === "darwin") return join(homedir(), "Library", "Caches", "guitai");
  if (platform === "win32" && environment.LOCALAPPDATA) {
    return join(environment.LOCALAPPDATA, "guitai", "Cache");
  }
  return join(homedir(), ".cache", "guitai");
}
