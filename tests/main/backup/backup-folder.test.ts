import { expect, test } from "vitest";
import { failedDisk } from "#main/backup/backup-folder.ts";

test.each(["ENOSPC", "EDQUOT", "SHORT_WRITE"])(
  "a disk or a quota that is full (%s) wants room, and says how much",
  (errno) => {
    expect(failedDisk(errno, 4096)).toEqual({ code: "backup.disk-full", bytes: 4096 });
  },
);

test("any other failure of a disk is told by the system's own word", () => {
  expect(failedDisk("EROFS", 4096)).toEqual({ code: "backup.disk-failed", errno: "EROFS" });
});
