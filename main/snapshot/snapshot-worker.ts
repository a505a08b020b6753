import { parentPort, workerData } from "node:worker_threads";
import { realDisk } from "#main/journal/disk.ts";
import { makeSnapshot } from "./make-snapshot.ts";
import type { SnapshotOrder } from "./snapshot-thread.ts";

/**
 * The thread that makes one snapshot and ends: another part of this program started it, and what it
 * is handed was never outside the process. A failure is thrown, which is how the other thread hears.
 */
async function work({ folder, kind, keys, until }: SnapshotOrder): Promise<void> {
  parentPort?.postMessage(await makeSnapshot({ disk: realDisk, folder, kind, keys }, until));
}

void work(workerData as SnapshotOrder); // Structured clone keeps what `startSnapshot` has put in.
