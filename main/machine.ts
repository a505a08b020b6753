import { type Clock, systemClock } from "#main/card-reader/clock.ts";
import type { SimulatedDialect } from "#main/card-reader/simulator/make.ts";
import {
  createSimulatedReader,
  type SimulatedReader,
} from "#main/card-reader/simulator/simulated-reader.ts";
import type { Tray } from "#main/card-reader/simulator/tray.ts";
import { type Disk, realDisk } from "#main/journal/disk.ts";

/** What the program stands on: a disk, clocks, and in a demonstration a device of its own. */
export interface Machine {
  readonly disk: Disk;
  /** Milliseconds since 1970 by the machine's calendar, which somebody may set. */
  readonly wallClock: () => number;
  /** Stopwatch and alarm, which nobody can set: for devices and for how long evidence serves. */
  readonly clock: Clock;
  /** A simulated reader of some language over the presenter's tray. */
  readonly simulate: (tray: Tray, dialect: SimulatedDialect) => SimulatedReader;
}

/** The machine that the program runs on. */
export const realMachine: Machine = {
  disk: realDisk,
  wallClock: Date.now,
  clock: systemClock,
  simulate: (tray, dialect) => createSimulatedReader({ tray, dialect }),
};
