import { type Disk, realDisk } from "#main/journal/disk.ts";

/** What goes wrong, once, at one call that changes the disk. */
export type DiskFailure =
  /** The call fails and nothing happens. */
  | "EIO"
  /** A write puts down half of its bytes and says so; any other call fails. */
  | "half-written"
  /** The call happens, and fails all the same. */
  | "EIO-after";

/** The real disk, with one failure at a chosen changing call; it works again after. */
export function faultyDisk() {
  let calls = 0;
  let at = 0;
  let failure: DiskFailure = "EIO";

  function change<T>(act: () => T): T {
    calls += 1;
    if (calls !== at) return act();
    if (failure === "EIO-after") act();
    throw Object.assign(new Error("injected"), { code: "EIO" });
  }
  const disk: Disk = {
    ...realDisk,
    open: (path, access) =>
      access === "create" ? change(() => realDisk.open(path, access)) : realDisk.open(path, access),
    write: (file, bytes, offset) => {
      if (calls + 1 === at && failure === "half-written") {
        calls += 1;
        return realDisk.write(file, bytes.subarray(0, bytes.length >> 1), offset);
      }
      return change(() => realDisk.write(file, bytes, offset));
    },
    flush: (file) => change(() => realDisk.flush(file)),
    flushFolder: (path) => change(() => realDisk.flushFolder(path)),
    rename: (from, to) => change(() => realDisk.rename(from, to)),
    unlink: (path) => change(() => realDisk.unlink(path)),
  };
  return {
    disk,
    /** Lets the `next`-th changing call from now on fail; 1 is the very next. */
    failAt: (next: number, how: DiskFailure) => {
      at = calls + next;
      failure = how;
    },
    calls: () => calls,
    hasFailed: () => at > 0 && calls >= at,
  };
}

/** The real disk that notes every changing call, for tests of their order. */
export function watchedDisk() {
  const seen: string[] = [];
  const names = new Map<number, string>();
  const disk: Disk = {
    ...realDisk,
    open: (path, access) => {
      const file = realDisk.open(path, access);
      names.set(file, path.split("/").at(-1) ?? path);
      return file;
    },
    write: (file, bytes, offset) => {
      seen.push(`write ${names.get(file)}`);
      return realDisk.write(file, bytes, offset);
    },
    flush: (file) => {
      seen.push(`flush ${names.get(file)}`);
      realDisk.flush(file);
    },
    flushFolder: (path) => {
      seen.push(`flush folder ${path.split("/").at(-1)}`);
      realDisk.flushFolder(path);
    },
    unlink: (path) => {
      seen.push(`unlink ${path.split("/").at(-1)}`);
      realDisk.unlink(path);
    },
    rename: (from, to) => {
      seen.push(`rename to ${to.split("/").at(-1)}`);
      realDisk.rename(from, to);
    },
  };
  return { disk, seen };
}
