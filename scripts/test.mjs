// @ts-check
import { runStage, STAGES } from "./checks/stages.mjs";
import { lastLine, stageTable } from "./checks/tally.mjs";
import { prepare } from "./setup/prepare.mjs";
import { runScript, say, wordsFor } from "./setup/telling.mjs";

/** All checks together end within this time, whatever happens: a CI job has 25 minutes. */
const LIMIT_MS = 24 * 60_000;

// Everything that must hold before a change goes in. The last line counts it.
await runScript(async () => {
  const endsAt = Date.now() + LIMIT_MS;
  const stages = [];
  try {
    say("Guitai 柜台: getting ready for the tests.");
    await prepare();
    for (const stage of STAGES) {
      stages.push(await runStage(stage, Math.max(1000, endsAt - Date.now())));
    }
  } catch (failure) {
    say(`\n${wordsFor(failure)}`);
    stages.push({ name: "Set-up", seconds: 0, tally: { passed: 0, failed: 1, skipped: 0 } });
  }
  say(`\n${stageTable(stages).join("\n")}\n`);
  say(lastLine(stages.map(({ tally }) => tally)));
  return stages.every(({ tally }) => tally.failed === 0) ? 0 : 1;
});
