import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { z } from "zod";
import { cannotGoOn } from "../setup/telling.mjs";
import type { RowResult } from "./row.ts";

const Result = z.object({
  row: z.number(),
  injection: z.string(),
  cases: z.number(),
  survived: z.number(),
  stopped: z.number(),
  failures: z.array(z.object({ index: z.number(), why: z.string() })),
  skipped: z.string().optional(),
});

/** One row to be run in a process of its own. */
export interface Errand {
  readonly row: number;
  /** The folder of the source to run: this project, or a copy of it with a defence removed. */
  readonly source: string;
  readonly words: readonly string[];
}

/** Does something with each of them, as many at a time as there are cores. */
export async function inTurns<One>(
  all: readonly One[],
  act: (one: One) => Promise<void>,
): Promise<void> {
  const queue = [...all];
  const worker = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
}

/** Runs one row in a process of its own. */
export function runErrand({ row, source, words }: Errand): Promise<RowResult> {
  const script = ["--import", "tsx", "scripts/faults.ts", "--json", "--row", String(row)];
  const child = spawn(process.execPath, [...script, ...words], {
    cwd: source,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      const line = said.trim().split("\n").at(-1) ?? "";
      if (line.startsWith("{"))
        resolve(Result.parse(JSON.parse(line)) as RowResult); // Our own row.
      else reject(cannotGoOn(`Row ${row} ended with ${code} and no result.`));
    });
  });
}
