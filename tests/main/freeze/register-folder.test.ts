import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { instant } from "#core/calendar/instant.ts";
import { openRegisterFolder } from "#main/freeze/register-folder.ts";
import { type DiskFailure, faultyDisk } from "#tests/support/journal-faulty-disk.ts";

const named = {
  sequence: 7,
  at: instant(Date.UTC(2026, 2, 18, 2, 15, 30)),
  extension: "csv",
} as const;
const place = () => join(mkdtempSync(join(tmpdir(), "guitai-")), "data");

/** Parent folder, making, writing, flushing, naming, and the folder's name of it. */
const CHANGES = 6;
const failures = Array.from({ length: CHANGES }, (_, index) =>
  (["EIO", "half-written", "EIO-after"] as const).map((how) => [index + 1, how] as const),
).flat();

describe("an export of a register", () => {
  test("is named after its moment and its look, and lies beside the data folder", () => {
    const folder = place();
    const { disk, calls } = faultyDisk();

    const path = openRegisterFolder(folder, disk).lay(named, ["一\n"]);

    expect(path).toBe(join(`${folder}-registers`, "freeze-register-20260318101530-7.csv"));
    expect(readFileSync(path, "utf8")).toBe("一\n");
    expect(calls()).toBe(CHANGES);
  });

  test("has its lines one behind the other, whatever their length in bytes", () => {
    const { disk } = faultyDisk();
    const lines = ["\uFEFF一二\r\n", "a\r\n", "三\r\n"];

    const path = openRegisterFolder(place(), disk).lay(named, lines);

    expect(readFileSync(path, "utf8")).toBe(lines.join(""));
  });

  // Goal: whole or not at all, whichever call fails in whichever way.
  test.each(failures)("is not there where the disk fails at change %i (%s)", (change, how) => {
    const folder = place();
    const { disk, failAt } = faultyDisk();
    failAt(change, how satisfies DiskFailure);
    const registers = openRegisterFolder(folder, disk);

    expect(() => registers.lay(named, ["一二三\n"])).toThrowError(
      expect.objectContaining({ code: "register.file-failed" }),
    );
    expect(readdirSync(`${folder}-registers`)).toEqual([]);

    expect(readFileSync(registers.lay(named, ["一二三\n"]), "utf8")).toBe("一二三\n");
    expect(readdirSync(dirname(folder))).toEqual(["data-registers"]);
  });
});
