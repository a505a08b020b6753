// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { projectFolder } from "./places.mjs";
import { packageCommand, runProgram } from "./program.mjs";
import { cannotGoOn, say } from "./telling.mjs";

const SOURCES = ["core", "main", "preload", "renderer", "resources"];
const SETTINGS = ["electron.vite.config.ts", "package.json", "package-lock.json"];
const BUILD_LIMIT_MS = 300_000;

/** Builds the program into `out`, unless the build there was made from these very sources. */
export async function provideBuild(project = projectFolder) {
  const sources = fingerprint(project);
  const note = join(project, "out", "built-from.txt");
  if (existsSync(note) && readFileSync(note, "utf8") === sources) return;

  say("Build 构建: electron-vite build.");
  const ended = await runProgram({
    ...packageCommand("electron-vite", ["build"]),
    cwd: project,
    timeoutMs: BUILD_LIMIT_MS,
  });
  if (ended.code !== 0) {
    throw cannotGoOn(`The program could not be built.\n${ended.output.trim()}`, "npm run build");
  }
  writeFileSync(note, sources);
}

/**
 * A short name for the content of everything that the build reads. By content and not by date:
 * git sets dates as it likes.
 */
export function fingerprint(project = projectFolder) {
  const hash = createHash("sha256");
  for (const file of [...SETTINGS, ...SOURCES.flatMap((folder) => filesIn(project, folder))]) {
    const path = join(project, file);
    if (!existsSync(path)) continue;
    hash.update(`${file}\0`).update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} project @param {string} folder */
function filesIn(project, folder) {
  if (!existsSync(join(project, folder))) return [];
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(project, join(entry.parentPath, entry.name)))
    .sort();
}
