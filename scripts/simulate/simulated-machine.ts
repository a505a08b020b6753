import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Clock, systemClock } from "#main/card-reader/clock.ts";
import {
  createSimulatedReader,
  type SimulatedReader,
} from "#main/card-reader/simulator/simulated-reader.ts";
import type { Machine } from "#main/machine.ts";
import { emptyDisk, type Fate, type SimulatedDisk, tamper } from "../faults/simulated-disk.ts";

/** Waits of a person at the counter; whatever is shorter is the reader's own affair. */
const PATIENCE_MS = 45_000;

/** How much quicker the reader's line is than a real one. */
const QUICKER = 20;

/** Everything that the simulated workstation stands on, and the hands that harm it. */
export interface SimulatedMachine {
  readonly disk: SimulatedDisk;
  /** The machine as the next process finds it; its disk does what `fate` says. */
  readonly boot: (fate: Fate) => Machine;
  /** Moves the calendar's clock alone, forward or back. */
  readonly setClock: (byMs: number) => void;
  /** Lets time pass. Nothing else does, so that every run of a seed sees the same times. */
  readonly pass: (ms: number) => void;
  readonly device: () => SimulatedReader | undefined;
  /** Lays the disk out in the real folder, where the verifier and the vault look. */
  readonly layOut: () => void;
}

/** A machine whose disk holds what lies in `folder`, and whose clock begins at `startsAt`. */
export function simulatedMachine(folder: string, startsAt: number): SimulatedMachine {
  const disk = diskFrom(folder);
  let nowMs = startsAt;
  let stopwatchMs = 0;
  let device: SimulatedReader | undefined;
  const clock: Clock = {
    now: () => stopwatchMs,
    after: (delayMs, run) =>
      delayMs < PATIENCE_MS ? systemClock.after(delayMs / QUICKER, run) : () => {},
  };
  return {
    disk,
    boot: (fate) => ({
      disk: disk.start(fate),
      clock,
      wallClock: () => nowMs,
      simulate(tray, dialect) {
        device = createSimulatedReader({ tray, clock, dialect });
        return device;
      },
    }),
    setClock: (byMs) => {
      nowMs += byMs;
    },
    pass: (ms) => {
      nowMs += ms;
      stopwatchMs += ms;
    },
    device: () => device,
    layOut: () => layOut(disk, folder),
  };
}

/** Every file below a real folder, durable on a simulated disk. */
function diskFrom(folder: string): SimulatedDisk {
  const disk = emptyDisk(dirname(folder));
  const machine = disk.start();
  const take = (path: string): void => {
    machine.makeFolder(path);
    machine.flushFolder(dirname(path));
    for (const name of readdirSync(path)) {
      const below = join(path, name);
      if (statSync(below).isDirectory()) take(below);
      else tamper(disk, below, () => readFileSync(below));
    }
  };
  take(folder);
  return disk;
}

/** Makes the real folder hold exactly what programs see on the simulated disk. */
function layOut({ state }: SimulatedDisk, folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    const isGone = !state.live.files.has(path) && !state.live.folders.has(path);
    if (isGone) rmSync(path, { recursive: true, force: true });
  }
  for (const path of state.live.folders) {
    if (path.startsWith(folder)) mkdirSync(path, { recursive: true });
  }
  for (const [path, { cache }] of state.live.files) {
    if (path.startsWith(folder)) writeFileSync(path, cache);
  }
}
