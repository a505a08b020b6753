// @ts-check
import { provideBuild } from "./build.mjs";
import { hasDisplay } from "./display.mjs";
import { findElectron, supportWarning } from "./electron-runtime.mjs";
import { providePackages } from "./packages.mjs";
import { requireSandbox } from "./sandbox.mjs";
import { provideSystemLibraries } from "./system-libraries.mjs";
import { cannotGoOn, say } from "./telling.mjs";

/**
 * Makes everything ready that the workstation needs to start: packages, an Electron, the system's
 * libraries, a build. What is there already is used as it is, without the network.
 */
export async function prepare() {
  requireNode(process.versions.node);
  await providePackages();

  const electron = await findElectron();
  await provideSystemLibraries({
    executable: electron.executable,
    needsXvfb: !hasDisplay(),
  });
  requireSandbox(electron.executable);
  await provideBuild();

  say(`Ready 就绪: Electron ${electron.version}.`);
  const warning = supportWarning(electron.version);
  if (warning) say(warning);
  return electron;
}

/**
 * Refuses a Node that cannot run the tools.
 * @param {string} version
 */
export function requireNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 11)) return;
  throw cannotGoOn(
    `Guitai needs Node 20.11 or newer; this is ${version}. Get one from:`,
    "https://nodejs.org",
  );
}
