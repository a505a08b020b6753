import { type Disk, realDisk } from "#main/journal/disk.ts";

/**
 * The real disk with so much room as a test says: a file takes room where it grows, gives it back
 * where it is removed, and what no longer fits is written short or fails, as on a full disk.
 */
export function smallDisk(room: number) {
  let free = room;
  const disk: Disk = {
    ...realDisk,
    open(path, access) {
      if (access === "create" && free <= 0) throw full();
      return realDisk.open(path, access);
    },
    write(file, bytes, offset) {
      const size = realDisk.size(file);
      const grown = Math.max(0, offset + bytes.length - size);
      const taken = Math.min(grown, Math.max(0, free));
      const fits = bytes.length - (grown - taken);
      if (fits === 0) throw full();
      free -= taken;
      return realDisk.write(file, bytes.subarray(0, fits), offset);
    },
    unlink(path) {
      const file = realDisk.open(path, "read");
      const size = realDisk.size(file);
      realDisk.close(file);
      realDisk.unlink(path);
      free += size;
    },
    freeBytes: () => free,
  };
  return {
    disk,
    /** Somebody else fills the disk up to this, or makes room. */
    leave(bytes: number): void {
      free = bytes;
    },
  };
}

function full(): Error {
  return Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
}
