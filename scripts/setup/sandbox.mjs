// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { cannotGoOn } from "./telling.mjs";

const SET_USER_ID = 0o4000;

/**
 * Sees whether Chromium's sandbox can work for an ordinary user: by user namespaces, or by the
 * helper that belongs to root. Without either Electron ends with a page of English; this says it
 * in a sentence. The sandbox is never switched off for an ordinary user.
 * @param {string} executable
 */
export function requireSandbox(executable) {
  if (process.platform !== "linux" || process.getuid?.() === 0) return;

  const helper = join(dirname(executable), "chrome-sandbox");
  if (!existsSync(helper) || isRootsHelper(helper) || hasUserNamespaces()) return;
  throw cannotGoOn(
    "This system does not let ordinary users make the sandbox that Electron's windows run in. This helps:",
    `sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`,
  );
}

/** @param {string} helper */
function isRootsHelper(helper) {
  const { uid, mode } = statSync(helper);
  return uid === 0 && (mode & SET_USER_ID) !== 0;
}

function hasUserNamespaces() {
  const tried = spawnSync("unshare", ["--user", "--map-root-user", "true"]);
  return tried.error !== undefined || tried.status === 0; // Without `unshare` nothing is known.
}
