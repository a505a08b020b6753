import { type Clock, systemClock } from "#main/card-reader/clock.ts";
import {
  createSimulatedReader,
  type SimulatedReader,
} from "#main/card-reader/simulator/simulated-reader.ts";
import type { Machine } from "#main/machine.ts";
import { type DiskFailure, faultyDisk } from "#tests/support/journal-faulty-disk.ts";

/** Waits of a person at the counter; whatever is shorter is the reader's own affair. */
const PATIENCE_MS = 45_000;

/** A machine of a test's own: real, but for its time, its disk's health and its reader's cable. */
export interface OwnMachine {
  readonly machine: Machine;
  /** Lets time pass by the calendar and by the stopwatch. */
  readonly pass: (ms: number) => void;
  /** Lets every wait for a person run out now. */
  readonly giveUpWaiting: () => void;
  /** The `next`-th change of the disk from now on fails; 1 is the very next. */
  readonly failDisk: (next: number, how: DiskFailure) => void;
  /** The simulated reader that stands there now, once a demonstration is open. */
  readonly device: () => SimulatedReader;
}

/** How much quicker the reader's line is than a real one, which has a cable. */
const QUICKER = 20;

/** A machine on which time stands still for people, and whose reader is quick. */
export function ownMachine(): OwnMachine {
  const { disk, failAt } = faultyDisk();
  const waiting = new Set<() => void>();
  const startedAt = Date.now();
  let passedMs = 0;
  let device: SimulatedReader | undefined;

  const clock: Clock = {
    now: () => systemClock.now() + passedMs,
    after(delayMs, run) {
      if (delayMs < PATIENCE_MS) return systemClock.after(delayMs / QUICKER, run);
      waiting.add(run);
      return () => {
        waiting.delete(run);
      };
    },
  };
  return {
    machine: {
      disk,
      clock,
      wallClock: () => startedAt + passedMs,
      simulate(tray, dialect) {
        device = createSimulatedReader({ tray, clock, dialect });
        return device;
      },
    },
    pass: (ms) => {
      passedMs += ms;
    },
    giveUpWaiting() {
      for (const run of [...waiting]) {
        waiting.delete(run);
        run();
      }
    },
    failDisk: failAt,
    device() {
      if (!device) throw new Error("no demonstration is open on this machine");
      return device;
    },
  };
}
