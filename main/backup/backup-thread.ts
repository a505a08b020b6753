import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Fault } from "#core/kernel/fault.ts";
import type { BackupOrder, BackupWord } from "./backup-worker.ts";
import type { BackupPlan } from "./plan.ts";
import type { BackupOutcome } from "./write-backup.ts";

/** A word that reaches the thread whatever it is at: nobody wants the backup any more. */
export interface CallOff {
  /** 1 once it was said; shared with the thread. */
  readonly said: Int32Array;
  readonly now: () => void;
}

/** A word that was not said yet. */
export function callOff(): CallOff {
  const said = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  return { said, now: () => Atomics.store(said, 0, 1) };
}

/**
 * Makes a backup in a thread of its own, so that the counter never waits for it. Throws
 * `backup.failed` where the thread itself came to grief.
 */
export function backUp(
  plan: BackupPlan,
  asked: {
    readonly calledOff: CallOff;
    readonly onProgress: (done: number, total: number) => void;
  },
): Promise<BackupOutcome> {
  const { file, execArgv } = workerFile();
  const order: BackupOrder = { plan, calledOff: asked.calledOff.said };

  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(new Fault("backup.failed", {}, { cause }));
    const worker = new Worker(file, { workerData: order, execArgv, name: "backup" });
    worker.on("message", (said: BackupWord) => {
      if (said.word === "progress") asked.onProgress(said.done, said.total);
      else resolve(said.outcome);
    });
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`the thread ended with ${code}`)));
  });
}

/** Beside the built program lies the built thread; beside the source, its source and a loader. */
function workerFile(): { readonly file: string; readonly execArgv: string[] } {
  const built = join(import.meta.dirname, "backup-worker.js");
  if (existsSync(built)) return { file: built, execArgv: [] };
  return {
    file: join(import.meta.dirname, "backup-worker.ts"),
    execArgv: ["--require", "tsx/cjs"],
  };
}
