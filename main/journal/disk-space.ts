import { join } from "node:path";
import { errnoOf } from "./damage.ts";
import type { Disk } from "./disk.ts";
import { createWhole, fillWithZeros } from "./mend.ts";

const MIB = 1024 * 1024;

/** Below this somebody should make room, in bytes. */
export const DISK_LOW_BYTES = 500 * MIB;
/** Below this no new business is begun: what was begun must still fit. */
export const DISK_FULL_BYTES = 100 * MIB;
/** Below this the reserve is given up. */
export const DISK_SPENT_BYTES = 20 * MIB;
/** What is kept for the start after a crash on a full disk: that start may need a new segment. */
export const RESERVE_BYTES = 8 * MIB;

const RESERVE_NAME = "reserve.bin";

/** What the teller is told of the disk, as often as the window asks. */
export type DiskNotice = {
  readonly code: "disk.low" | "disk.full" | "disk.reserve-given-up";
  readonly facts: { readonly megabytes: number };
};

/** Where a journal lies, as far as room for it goes. */
interface LedgerFolder {
  readonly disk: Disk;
  /** The folder of HEAD and the segments. */
  readonly folder: string;
}

/** Whether the disk has room for what the counter writes, as it was found at the last look. */
export interface DiskSpace {
  /** Asks the disk again. Gives the reserve up where little is left; lays it where there is plenty. */
  look(): void;
  /** Whether no new business may be begun. */
  isFull(): boolean;
  notices(): readonly DiskNotice[];
}

/** Asks the disk for the first time. The reserve is laid at a later look, so that no start waits. */
export function openDiskSpace(place: LedgerFolder): DiskSpace {
  let freeBytes = Number.POSITIVE_INFINITY;
  let hasGivenUp = false;

  function ask(): void {
    freeBytes = freeBytesOf(place);
    if (freeBytes < DISK_SPENT_BYTES && giveUpReserve(place)) hasGivenUp = true;
  }
  ask();

  return {
    look() {
      ask();
      if (freeBytes >= DISK_LOW_BYTES && layReserve(place)) hasGivenUp = false;
    },
    isFull: () => freeBytes < DISK_FULL_BYTES,
    notices() {
      if (freeBytes >= DISK_LOW_BYTES) return [];

      const facts = { megabytes: Math.floor(freeBytes / MIB) };
      const code = freeBytes < DISK_FULL_BYTES ? "disk.full" : "disk.low";
      return [
        { code, facts },
        ...(hasGivenUp ? [{ code: "disk.reserve-given-up", facts } as const] : []),
      ];
    },
  };
}

/** Whether a failure says that the disk, or this user's part of it, has no room left. */
export function isOutOfSpace(failure: unknown): boolean {
  return ["ENOSPC", "EDQUOT", "SHORT_WRITE"].includes(errnoOf(failure));
}

/** Gives the reserve's space back to the disk; false where there is none. */
export function giveUpReserve({ disk, folder }: LedgerFolder): boolean {
  try {
    disk.unlink(join(folder, RESERVE_NAME));
    disk.flushFolder(folder);
    return true;
  } catch {
    return false; // There is none, or the disk takes nothing any more: then nothing was given.
  }
}

/** A disk that does not say how much is left is not called full. */
function freeBytesOf({ disk, folder }: LedgerFolder): number {
  try {
    return disk.freeBytes(folder);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Whether the reserve is there now. Failing to lay it harms nothing: the next look tries again. */
function layReserve(place: LedgerFolder): boolean {
  const { disk, folder } = place;
  const path = join(folder, RESERVE_NAME);
  const temporary = `${path}.tmp`;
  try {
    const names = disk.list(folder);
    if (names.includes(RESERVE_NAME)) return true;
    if (names.includes(`${RESERVE_NAME}.tmp`)) disk.unlink(temporary);
    createWhole(place, { path, temporary }, (file) => {
      fillWithZeros(disk, file, { from: 0, to: RESERVE_BYTES });
    });
    return true;
  } catch {
    return false;
  }
}
