import { writeFileSync } from "node:fs";
import { benchAnswer } from "./bench/answer.ts";
import { benchBatch } from "./bench/batch.ts";
import { benchFramer } from "./bench/framer.ts";
import { benchJournal } from "./bench/journal.ts";
import { benchSwipe } from "./bench/swipe.ts";
import { runScript, say } from "./setup/telling.mjs";

/** `npm run bench`: every figure as a ratio within one run, as a table and as `bench.json`. */
async function main(): Promise<number> {
  const figures = [
    ...(await benchJournal()),
    ...(await benchFramer()),
    ...(await benchBatch()),
    ...(await benchAnswer()),
    ...(await benchSwipe()),
  ];
  for (const { name, value, unit, target, holds } of figures) {
    say(
      `${holds ? "holds " : "missed"}  ${String(value).padStart(9)} ${unit}  ${target.padEnd(7)} ${name}`,
    );
  }
  writeFileSync("bench.json", `${JSON.stringify(figures, null, 2)}\n`);
  return 0;
}

void runScript(main);
