import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { withDisplay } from "./setup/display.mjs";
import { cannotGoOn, runScript, say } from "./setup/telling.mjs";
import { signOn } from "./tour/acts.ts";
import { openAlbum } from "./tour/album.ts";
import { playCardStory } from "./tour/card-story.ts";
import { type Counter, openCounter } from "./tour/counter.ts";
import { playDayStory } from "./tour/day-story.ts";
import { leave } from "./tour/evening.ts";
import { playFreezeStory } from "./tour/freeze-story.ts";
import { lookAround } from "./tour/look-around.ts";
import { playLossStory } from "./tour/loss-story.ts";
import { playNeighboursStory } from "./tour/neighbours-story.ts";
import { playReaderStory } from "./tour/reader-story.ts";
import { playRiskStory } from "./tour/risk-story.ts";

/**
 * `npm run tour -- --out DIR`: a day at the counter in the real Electron, operated by its keys. A
 * picture a step, each slip as PDF, and the journal verified at the end by the separate verifier.
 */
async function main(): Promise<number> {
  const album = openAlbum(resolve(outFolder(process.argv.slice(2))));
  const folder = join(mkdtempSync(join(tmpdir(), "guitai-tour-")), "demonstration");
  say(`The tour 演示: pictures go to ${album.folder}`);

  let seal = "";
  await withDisplay(async () => {
    const counter = await openCounter(["--demonstration", folder, "--language", "zh-CN"]);
    try {
      await signOn(counter, "1001", { album });
      const { rows } = await counter.ask("journal.list", { page: 0 });
      const printNewSlips = slipPrinter(counter, rows[0]?.sequence ?? 0);
      await playLossStory(counter, album, printNewSlips);
      await playCardStory(counter, album, printNewSlips);
      await playReaderStory(counter, album, folder);
      await playNeighboursStory(counter, album, printNewSlips);
      await lookAround(counter, album);
      await leave(counter);
      await signOn(counter, "2001");
      await playRiskStory(counter, album);
      await leave(counter);
      await signOn(counter, "1002"); // Who carries out orders of the state; 1001 never sees one.
      await playFreezeStory(counter, album, printNewSlips);
      seal = await playDayStory(counter, album);
      collectSlips(`${folder}-slips`, album.folder);
    } finally {
      await counter.close();
    }
  });
  return verify(folder, seal);
}

/** Prints what was posted since, while it is valid: a case's application is void once it has ended. */
function slipPrinter(counter: Counter, since: number): () => Promise<void> {
  let latest = since;
  return async () => {
    const { rows } = await counter.ask("slip.list", { text: "", page: 0 });
    for (const { number } of rows.filter(({ sequence }) => sequence > latest)) {
      await counter.ask("slip.print", { slip: number, to: "pdf", language: "zh-CN" });
    }
    latest = Math.max(latest, ...rows.map(({ sequence }) => sequence));
  };
}

/** Lays the printed slips beside the pictures. */
function collectSlips(printed: string, out: string): void {
  const files = readdirSync(printed);
  for (const file of files) copyFileSync(join(printed, file), join(out, file));
  say(`  ${files.length} slips as PDF`);
}

/** The separate verifier over the folder, with the seal off the slip of the day's end. */
function verify(folder: string, seal: string): number {
  const words = [join("scripts", "verify.mjs"), folder, "--key", "--code", seal];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  say(stdout.trim() || stderr.trim());
  return status ?? 1;
}

function outFolder(words: readonly string[]): string {
  const at = words.indexOf("--out");
  if (at === -1) return "tour";
  const folder = words[at + 1];
  if (!folder || folder.startsWith("-")) {
    throw cannotGoOn("--out needs a folder for the pictures.", "npm run tour -- --out DIR");
  }
  return folder;
}

void runScript(main);
