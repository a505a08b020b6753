// @ts-check
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packagedElectron } from "./setup/electron-official.mjs";
import { supportWarning } from "./setup/electron-runtime.mjs";
import { projectFolder } from "./setup/places.mjs";
import { prepare } from "./setup/prepare.mjs";
import { packageCommand, runProgram } from "./setup/program.mjs";
import { runScript, say } from "./setup/telling.mjs";

// Packs the program for this platform. An Electron that gets no security fixes is packed into a
// folder to try out, never into an installer.
await runScript(async () => {
  const electron = await prepare();
  const copy = mkdtempSync(join(tmpdir(), "guitai-electron-"));
  try {
    const official = packagedElectron();
    const folder = official ? join(projectFolder, "node_modules/electron/dist") : copy;
    if (!official) copyRuntime(dirname(electron.executable), copy);
    const forTrial = supportWarning(electron.version) !== undefined;
    say(forTrial ? "Packing 打包: a folder to try out, no installer." : "Packing 打包.");
    const { code } = await runProgram({
      ...packageCommand("electron-builder", [
        ...(forTrial ? ["--dir"] : ["-c.electronFuses.grantFileProtocolExtraPrivileges=false"]),
        `-c.electronDist=${folder}`,
        `-c.electronVersion=${electron.version}`,
        "--publish=never",
      ]),
      shown: true,
    });
    if (code === 0) say(`The packed program is in ${join(projectFolder, "dist")}`);
    return code;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

/**
 * The runtime without our small application in it: that one would be loaded before the program.
 * @param {string} runtime
 * @param {string} copy
 */
function copyRuntime(runtime, copy) {
  const ours = join(runtime, "resources");
  cpSync(runtime, copy, { recursive: true, filter: (path) => path !== ours });
}
