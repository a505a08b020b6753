// A teller's program in small, for real: runs the day on the machine's own disk and says each answer
// on standard output. `fault-writer.ts FOLDER [N]` kills itself at its N-th call of the disk;
// `fault-writer.ts FOLDER stay` opens the journal, says so, and stays until it is killed.
import { writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { type Disk, realDisk } from "#main/journal/disk.ts";
import { openOn, runDay } from "./faults/workload.ts";

/** How long a writer stays whom nobody kills, in ms. */
const STAY_MS = 60_000;

/** The machine's disk for a process that ends, as by the power button, at one of its calls. */
function mortalDisk(callsLeft: number): Disk {
  let left = callsLeft;
  const counted = Object.entries(realDisk).map(([name, call]) => [
    name,
    (...given: readonly unknown[]) => {
      if (left === 0) process.kill(process.pid, "SIGKILL");
      left -= 1;
      return Reflect.apply(call, realDisk, given);
    },
  ]);
  return Object.fromEntries(counted) as Disk; // The same calls, each counted.
}

async function main([folder = "", word]: readonly string[]): Promise<void> {
  if (word === "stay") {
    await openOn(realDisk, folder);
    writeSync(1, "open\n");
    await pause(STAY_MS);
    return;
  }
  const disk = word === undefined ? realDisk : mortalDisk(Number(word));
  let said = 0;
  const told = ({
    submitted,
    acknowledged,
  }: {
    submitted: readonly string[];
    acknowledged: number;
  }) => {
    const line = `${submitted.length} ${acknowledged}\n`;
    if (said !== submitted.length + acknowledged) writeSync(1, line);
    said = submitted.length + acknowledged;
  };
  const { failure, tookMore } = await runDay(disk, told, folder);
  if (tookMore) writeSync(1, "took more\n");
  if (failure !== undefined) {
    writeSync(1, `${failure instanceof Error ? failure.message : String(failure)}\n`);
    process.exitCode = 1;
  }
}

void main(process.argv.slice(2));
