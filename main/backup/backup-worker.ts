import { parentPort, workerData } from "node:worker_threads";
import { known } from "#core/kernel/assert.ts";
import { realDisk } from "#main/journal/disk.ts";
import type { BackupPlan } from "./plan.ts";
import { type BackupOutcome, writeBackup } from "./write-backup.ts";

/** What the thread of a backup is told; `calledOff` turns 1 once nobody wants it any more. */
export interface BackupOrder {
  readonly plan: BackupPlan;
  readonly calledOff: Int32Array;
}

/** What it says: how far it is, a hundredth at a time, and at last how it ended. */
export type BackupWord =
  | { readonly word: "progress"; readonly done: number; readonly total: number }
  | { readonly word: "ended"; readonly outcome: BackupOutcome };

/** The whole of the thread: hashing and copying, beside the counter and its windows. */
function begin(): void {
  const port = known(parentPort ?? undefined, "a backup is written by a thread of its own");
  const { plan, calledOff } = workerData as BackupOrder; // Structured clone keeps what `backUp` put in.
  const say = (word: BackupWord) => port.postMessage(word);
  let told = -1;

  const outcome = writeBackup(plan, {
    disk: realDisk,
    isCalledOff: () => Atomics.load(calledOff, 0) === 1,
    onProgress(done, total) {
      const percent = Math.floor((100 * done) / Math.max(total, 1));
      if (percent === told) return;
      told = percent;
      say({ word: "progress", done: Math.min(done, total), total });
    },
  });
  say({ word: "ended", outcome });
}

begin();
