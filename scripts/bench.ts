import { writeFileSync } from "node:fs";
import { benchAnswer } from "./bench/answer.ts";
import { benchBatch } from "./bench/batch.ts";
import { benchFramer } from "./bench/framer.ts";
import { benchJournal } from "./bench/journal.ts";
import { benchLedger } from "./bench/ledger.ts";
import { benchReplay } from "./bench/replay.ts";
import { benchSearch } from "./bench/search.ts";
import { benchSnapshot } from "./bench/snapshot.ts";
import { benchSwipe } from "./bench/swipe.ts";
import { runScript, say } from "./setup/telling.mjs";

/**
 * `npm run bench`: every figure as a ratio within one run, as a table and as `bench.json`. With
 * `-- --whole` ledgers have a million entries and customers, which takes a quarter of an hour more.
 */
async function main(): Promise<number> {
  const isWhole = process.argv.includes("--whole");
  const figures = [
    ...(await benchJournal()),
    ...(await benchLedger(isWhole ? 1_000_000 : 50_000)),
    ...(await benchReplay()),
    ...(await benchSearch(isWhole ? 1_000_000 : 20_000)),
    ...(await benchSnapshot(isWhole ? 1_000_000 : 50_000)),
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
