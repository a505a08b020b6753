// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { withDisplay } from "./setup/display.mjs";
import { projectFolder } from "./setup/places.mjs";
import { prepare } from "./setup/prepare.mjs";
import { runProgram } from "./setup/program.mjs";
import { cannotGoOn, runScript } from "./setup/telling.mjs";

// Runs one script of the project with everything ready and a display:
// `node scripts/prepared.mjs scripts/tour.ts --out DIR`.
await runScript(async () => {
  const [script, ...words] = process.argv.slice(2);
  if (!script || !existsSync(join(projectFolder, script))) {
    throw cannotGoOn(`This version has no ${script ?? "script to run"}.`);
  }
  await prepare();
  const { code } = await withDisplay(() =>
    runProgram({
      program: process.execPath,
      args: ["--import", "tsx", script, ...words],
      shown: true,
    }),
  );
  return code;
});
