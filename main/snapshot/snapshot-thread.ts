import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Fault } from "#core/kernel/fault.ts";
import type { JournalPoint } from "#main/journal/read-frames.ts";
import type { MadeSnapshot } from "./make-snapshot.ts";
import type { SnapshotKeys, SnapshotOwner } from "./snapshot-file.ts";

/** What a thread is told: whose snapshot, where, and up to which frame. */
export interface SnapshotOrder extends SnapshotOwner {
  /** The folder with HEAD and the segments. */
  readonly folder: string;
  readonly until: JournalPoint;
}

/** A snapshot that is being made beside the counter. */
export interface Making {
  /** Resolves with the snapshot; rejects where there will be none. */
  readonly made: Promise<MadeSnapshot>;
  /** Ends it at once. What it has written so far is no snapshot yet, and is cleared by the next. */
  readonly stop: () => Promise<void>;
}

/** Starts a snapshot. The keys are copied, bytes by bytes, and never in a command line or file. */
export type StartSnapshot = (order: SnapshotOrder) => Making;

/** Makes a snapshot in a thread of its own, so that the counter never waits for it. */
export const startSnapshot: StartSnapshot = (order) => startSnapshotIn(workerFile(), order);

/** The code of a thread: a file, and how Node is to load it. */
interface WorkerFile {
  readonly file: string;
  readonly execArgv: string[];
}

/** The same by the code of that file, such as a build's. */
export function startSnapshotIn({ file, execArgv }: WorkerFile, order: SnapshotOrder): Making {
  const { folder, kind, keys, until } = order;
  const { sequence, hash, segment, end } = until;
  const told: SnapshotOrder = {
    folder,
    kind,
    keys: copied(keys),
    until: { sequence, hash: Uint8Array.from(hash), segment, end },
  };
  const worker = new Worker(file, { workerData: told, execArgv, name: "snapshot" });
  const made = new Promise<MadeSnapshot>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Fault("snapshot.failed", { exit: code })));
  });
  made.catch(() => undefined); // Whoever stops it may not wait for it any more.
  return {
    made,
    async stop() {
      await worker.terminate();
    },
  };
}

/** Only the keys that a snapshot needs, each in memory of its own and not among others in a pool. */
function copied({ installId, journalMac, bodyKeys, bodyKeyId, snapshotKeys }: SnapshotKeys) {
  const all = (keys: ReadonlyMap<number, Uint8Array>) =>
    new Map([...keys].map(([id, key]) => [id, Uint8Array.from(key)]));
  return {
    installId,
    journalMac: Uint8Array.from(journalMac),
    bodyKeys: all(bodyKeys),
    bodyKeyId,
    snapshotKeys: all(snapshotKeys),
  };
}

/** Beside the built program lies the built thread; beside the source, its source and a loader. */
function workerFile(): WorkerFile {
  const built = join(import.meta.dirname, "snapshot-worker.js");
  if (existsSync(built)) return { file: built, execArgv: [] };
  return {
    file: join(import.meta.dirname, "snapshot-worker.ts"),
    execArgv: ["--require", "tsx/cjs"],
  };
}
