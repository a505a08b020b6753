import type { Row } from "./row.ts";
import {
  crashedAgain,
  headTornThenMending,
  killed,
  powerLost,
  tailTornThenMending,
  torn,
  unflushedThenMending,
} from "./rows/crashes.ts";
import { evidenceChanged, flipped, handled, rolledBack, truncated, zeroed } from "./rows/damage.ts";
import {
  failedCall,
  failedFlush,
  failedRecovery,
  fullDisk,
  lostRename,
  restartedAfterFailedFlush,
  startedOnFullDisk,
} from "./rows/failing-disk.ts";
import {
  clockBack,
  edited,
  headSlotAndFrameDamaged,
  headTornAndFrameDamaged,
  lastDamaged,
} from "./rows/forgeries.ts";
import { fullMount } from "./rows/full-mount.ts";
import { reallyKilled, secondProcess, traced } from "./rows/real.ts";
import { interruptedSnapshot } from "./rows/snapshots.ts";
import { upgradeInterrupted } from "./rows/upgrade.ts";

/** The whole matrix, in the order of its numbers. */
export const matrix: readonly Row[] = [
  killed,
  powerLost,
  torn,
  crashedAgain,
  flipped,
  truncated,
  zeroed,
  handled,
  failedFlush,
  fullDisk,
  edited,
  restartedAfterFailedFlush,
  interruptedSnapshot,
  lastDamaged,
  headTornAndFrameDamaged,
  failedCall,
  failedRecovery,
  lostRename,
  rolledBack,
  clockBack,
  reallyKilled,
  traced,
  secondProcess,
  upgradeInterrupted,
  startedOnFullDisk,
  headSlotAndFrameDamaged,
  headTornThenMending,
  evidenceChanged,
  fullMount,
  tailTornThenMending,
  unflushedThenMending,
];
