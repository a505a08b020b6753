import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { builtFigures } from "./bench/built.ts";
import type { Figure } from "./bench/figure.ts";
import { benchSwipe } from "./bench/swipe.ts";
import { runScript, say } from "./setup/telling.mjs";

/**
 * `npm run bench`: every figure as a ratio within one run, as a table and as `bench.json`. With
 * `-- --whole` ledgers have a million entries and customers, which takes a quarter of an hour more.
 */
async function main(): Promise<number> {
  const isWhole = process.argv.includes("--whole");
  const { figuresWithoutWindow } = await builtFigures();
  const figures = await figuresWithoutWindow(isWhole);
  tell(figures); // Before the window is opened, which may fail on a machine of its own.
  const drawn = await benchSwipe();
  tell(drawn);
  say(
    `Load average of the machine: ${loadavg()
      .map((load) => load.toFixed(2))
      .join(" ")}`,
  );
  writeFileSync("bench.json", `${JSON.stringify([...figures, ...drawn], null, 2)}\n`);
  return 0;
}

function tell(figures: readonly Figure[]): void {
  for (const { name, value, unit, target, holds } of figures) {
    say(
      `${holds ? "holds " : "missed"}  ${String(value).padStart(9)} ${unit}  ${target.padEnd(7)} ${name}`,
    );
  }
}

void runScript(main);
