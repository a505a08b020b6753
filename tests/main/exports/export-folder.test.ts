import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { openExportFolder } from "#main/exports/export-folder.ts";
import { type DiskFailure, faultyDisk } from "#tests/support/journal-faulty-disk.ts";

const named = "freeze-register-20260318-7.csv.jwe";
const place = () => join(mkdtempSync(join(tmpdir(), "guitai-")), "data");

/** Parent folder, making, writing, flushing, naming, and the folder's name of it. */
const CHANGES = 6;
const failures = Array.from({ length: CHANGES }, (_, index) =>
  (["EIO", "half-written", "EIO-after"] as const).map((how) => [index + 1, how] as const),
).flat();

describe("a file that is to leave the branch", () => {
  test("lies beside the data folder, in which every byte belongs to the journal", () => {
    const folder = place();
    const { disk, calls } = faultyDisk();

    const path = openExportFolder(folder, disk).lay(named, "一\n");

    expect(path).toBe(join(`${folder}-exports`, named));
    expect(readFileSync(path, "utf8")).toBe("一\n");
    expect(calls()).toBe(CHANGES);
  });

  // Goal: whole or not at all, whichever call fails in whichever way.
  test.each(failures)("is not there where the disk fails at change %i (%s)", (change, how) => {
    const folder = place();
    const { disk, failAt } = faultyDisk();
    failAt(change, how satisfies DiskFailure);
    const exports = openExportFolder(folder, disk);

    expect(() => exports.lay(named, "一二三\n")).toThrowError(
      expect.objectContaining({ code: "export.file-failed" }),
    );
    expect(readdirSync(`${folder}-exports`)).toEqual([]);

    expect(readFileSync(exports.lay(named, "一二三\n"), "utf8")).toBe("一二三\n");
    expect(readdirSync(dirname(folder))).toEqual(["data-exports"]);
  });
});
