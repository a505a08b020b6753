// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { withDisplay } from "../setup/display.mjs";
import { projectFolder } from "../setup/places.mjs";
import { packageCommand, runProgram } from "../setup/program.mjs";
import { say } from "../setup/telling.mjs";
import { failedTests, tallyStage } from "./tally.mjs";

/**
 * One check of `npm test`. A stage of tests names the report that vitest writes, and whether its tests
 * open windows.
 * @typedef {{
 *   readonly name: string,
 *   readonly package: string,
 *   readonly args: readonly string[],
 *   readonly report?: string,
 *   readonly windows?: boolean,
 * }} Stage
 */

/** @type {readonly Stage[]} */
export const STAGES = [
  { name: "Format and lint (Biome)", package: "@biomejs/biome", args: ["check", "."] },
  { name: "Types (tsc)", package: "typescript", args: ["-b"] },
  { name: "Unused code (knip)", package: "knip", args: [] },
  {
    name: "Unit and integration tests",
    package: "vitest",
    args: ["run", "--config", "vitest.config.ts"],
    report: "unit.json",
  },
  {
    name: "Journeys in the real Electron",
    package: "vitest",
    args: ["run", "--config", "vitest.journeys.config.ts"],
    report: "journeys.json",
    windows: true,
  },
];

/**
 * Runs one stage, shows what it prints, and counts it.
 * @param {Stage} stage
 * @param {number} timeoutMs
 */
export async function runStage(stage, timeoutMs) {
  say(`\n== ${stage.name}`);
  const startedAt = Date.now();
  const report = stage.report ? reportFile(stage.report) : undefined;
  const words = report
    ? ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
    : [];
  const run = () =>
    runProgram({
      ...packageCommand(stage.package, [...stage.args, ...words]),
      shown: true,
      timeoutMs,
    });
  const ended = await (stage.windows ? withDisplay(run) : run());
  if (ended.timedOut) say(`${stage.name}: stopped, because the time for all checks is over.`);

  const written =
    report && existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined;
  return {
    name: stage.name,
    seconds: Math.round((Date.now() - startedAt) / 1000),
    tally: tallyStage({ code: ended.code, report: written }),
    failed: failedTests(written),
  };
}

/**
 * Where vitest writes its report of this run. The one of the last run is removed: it must never be
 * counted for a run that crashed.
 * @param {string} name
 */
function reportFile(name) {
  const folder = join(projectFolder, "node_modules", ".cache", "guitai-checks");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  rmSync(file, { force: true });
  return file;
}
