import { type Disk, realDisk } from "#main/journal/disk.ts";
import type { DiskFailure } from "#tests/support/journal-faulty-disk.ts";

/** How a disk ends: by a failure after which it works again, or with its machine. */
export type DiskEnd = DiskFailure | "dies";

/** The real disk, which ends at a chosen call of those that change it. */
export function dyingDisk() {
  let left = Number.POSITIVE_INFINITY;
  let how: DiskEnd = "dies";

  function change<T>(act: () => T, half: () => T = act): T {
    left -= 1;
    if (left > 0 || (left < 0 && how !== "dies")) return act();
    if (how === "half-written") return half();
    if (how === "EIO-after") act();
    throw Object.assign(new Error("injected"), { code: "EIO" });
  }

  const disk: Disk = {
    ...realDisk,
    open: (path, access) =>
      access === "create" ? change(() => realDisk.open(path, access)) : realDisk.open(path, access),
    write: (file, bytes, offset) =>
      change(
        () => realDisk.write(file, bytes, offset),
        () => realDisk.write(file, bytes.subarray(0, bytes.length >> 1), offset),
      ),
    flush: (file) => change(() => realDisk.flush(file)),
    flushFolder: (path) => change(() => realDisk.flushFolder(path)),
    rename: (from, to) => change(() => realDisk.rename(from, to)),
    unlink: (path) => change(() => realDisk.unlink(path)),
    makeFolder: (path) => change(() => realDisk.makeFolder(path)),
  };
  return {
    disk,
    /** Ends the disk at the `next`-th change from now on; 1 is the very next. */
    endAt(next: number, end: DiskEnd): void {
      left = next;
      how = end;
    },
    hasEnded: () => left <= 0,
  };
}
