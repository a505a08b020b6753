import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Disk } from "#main/journal/disk.ts";
import { type Journal, openJournal } from "#main/journal/journal.ts";
import {
  DEATH,
  type DiskCall,
  emptyDisk,
  type Fate,
  type SimulatedDisk,
} from "./simulated-disk.ts";

/** Small segments, so that a short day already fills several: some damage shows only then. */
export const SEGMENT_BYTES = 16 * 1024;

/** Keys of an install that exists only here. */
export const keys = {
  installId: "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
  journalMac: new Uint8Array(32).fill(7),
  bodyKeys: new Map([[1, new Uint8Array(32).fill(11)]]),
  bodyKeyId: 1,
};

/** What was handed to a journal, in order, and how much of it was answered. */
export interface History {
  readonly submitted: readonly string[];
  readonly acknowledged: number;
}

/** Commands and batches of all sizes: below a block, over several, and larger than a segment. */
export const day: readonly (readonly string[])[] = [
  ["first"],
  ["second", "third"],
  ["fourth".padEnd(5_000, "4")],
  ["fifth"],
  ["sixth", "seventh".padEnd(3_000, "7"), "eighth"],
  ["ninth".padEnd(3_900, "9")],
  ["tenth", "eleventh"],
  ["twelfth".padEnd(14_000, "2")],
  ["thirteenth"],
  ["fourteenth", "fifteenth"],
].map((batch) => batch.map((memo) => JSON.stringify({ memo })));

/** The clock of the day: it stands, and once goes back. */
export const recordedAtOf = (batch: number): number =>
  Date.UTC(2026, 2, 18, 2) + (batch === 5 ? -3_600_000 : batch * 1000);

let place: string | undefined;

/**
 * The data folder of simulated disks. It exists for real as well, empty, because the lock of the one
 * writer is the kernel's and wants a real folder.
 */
export function dataFolder(): string {
  if (place === undefined) {
    const made = mkdtempSync(join(tmpdir(), "guitai-faults-"));
    mkdirSync(join(made, "ledger"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    place = made;
  }
  return place;
}

/** The path of a file of the simulated journal. */
export const ledgerPath = (name: string): string => join(dataFolder(), "ledger", name);

/** Opens the journal on some disk. */
export function openOn(disk: Disk, folder = dataFolder()): Promise<Journal> {
  return openJournal({ folder, kind: "demonstration", keys, disk, segmentBytes: SEGMENT_BYTES });
}

/** How a day ended, before its end or at it. */
export interface DayEnd {
  readonly history: History;
  /** What was thrown; undefined where everything went well. */
  readonly failure: unknown;
  /** The journal took a command after it had failed: it may do anything but that. */
  readonly tookMore: boolean;
}

/** Runs the day on a disk, up to the first failure. `tell` hears of every step. */
export async function runDay(
  disk: Disk,
  tell: (history: History) => void = () => {},
  folder = dataFolder(),
): Promise<DayEnd> {
  const submitted: string[] = [];
  let acknowledged = 0;
  let journal: Journal | undefined;
  const history = (): History => ({ submitted: [...submitted], acknowledged });

  tell(history());
  try {
    journal = await openOn(disk, folder);
    for (const [index, batch] of day.entries()) {
      submitted.push(...batch);
      tell(history());
      journal.append(batch, recordedAtOf(index));
      acknowledged = submitted.length;
      tell(history());
    }
    journal.close();
    return { history: history(), failure: undefined, tookMore: false };
  } catch (failure) {
    const tookMore = journal !== undefined && takesMore(journal);
    leave(journal);
    return { history: history(), failure, tookMore };
  }
}

function takesMore(journal: Journal): boolean {
  try {
    journal.append(["{}"], 0);
    return true;
  } catch {
    return false;
  }
}

/** Gives the lock back for a process that is dead; the disk hears nothing of it any more. */
export function leave(journal: Journal | undefined): void {
  try {
    journal?.close();
  } catch {
    // Its disk failed or is dead; the lock is free all the same.
  }
}

/** Whether a failure is the simulated end of the process, whatever the journal made of it. */
export function isDeath(failure: unknown): boolean {
  return failure instanceof Error && (failure.message === DEATH || isDeath(failure.cause));
}

/** One call of a run, with the disk and the history as they were just before it. */
export interface Moment {
  readonly call: DiskCall;
  readonly before: SimulatedDisk;
  readonly history: History;
}

/** The day on an empty disk, call by call; the last moment is after its end. */
export async function filmDay(): Promise<{
  readonly moments: readonly Moment[];
  readonly end: SimulatedDisk;
  readonly history: History;
}> {
  const disk = emptyDisk(dataFolder());
  const moments: Moment[] = [];
  let history: History = { submitted: [], acknowledged: 0 };
  const fate: Fate = (call) => {
    moments.push({ call, before: disk.copy(), history });
    return { mishap: "none" };
  };
  const ended = await runDay(disk.start(fate), (now) => {
    history = now;
  });
  if (ended.failure !== undefined) throw ended.failure;
  return { moments, end: disk, history };
}
