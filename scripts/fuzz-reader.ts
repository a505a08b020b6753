import { randomInt } from "node:crypto";
import { anvils } from "./fuzz-reader/anvils.ts";
import { hammer } from "./fuzz-reader/hammer.ts";
import { cannotGoOn, runScript, say } from "./setup/telling.mjs";

const BYTES = 10_000_000;
const columns = [
  "dialect",
  "hostile bytes",
  "rounds",
  "answers",
  "garbled",
  "heard behind",
  "MB/s",
];

/**
 * `npm run fuzz-reader -- --bytes 10000000 --seed N`: hostile bytes against every dialect of the
 * reader. A failure names its seed, which repeats it.
 */
async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const bytes = numberBehind(words, "--bytes") ?? BYTES;
  const seed = numberBehind(words, "--seed") ?? randomInt(2 ** 31);
  say(`Seed ${seed}, ${bytes} hostile bytes a dialect.`);
  say(row(columns));

  for (const anvil of anvils) {
    const before = performance.now();
    const blows = hammer(anvil, { bytes, seed });
    const seconds = (performance.now() - before) / 1_000;
    say(
      row([
        anvil.dialect.name,
        ...[blows.hostileBytes, blows.rounds, blows.answers, blows.garbled, blows.heardBehind],
        (blows.hostileBytes / 1e6 / seconds).toFixed(2),
      ]),
    );
  }
  say("No throw, no framer beyond its bound, and every right answer heard afterwards.");
  return 0;
}

function row(cells: readonly (string | number)[]): string {
  return cells.map((cell) => String(cell).padStart(14)).join("");
}

function numberBehind(words: readonly string[], option: string): number | undefined {
  const at = words.indexOf(option);
  if (at < 0) return undefined;
  const given = Number(words[at + 1]);
  if (!Number.isSafeInteger(given) || given < 1) {
    throw cannotGoOn(`${option} takes a whole number above nought.`);
  }
  return given;
}

void runScript(main);
