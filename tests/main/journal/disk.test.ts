import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Disk, readFile, realDisk, renamePatiently } from "#main/journal/disk.ts";
import { emptyFolder } from "#tests/support/journal-folder.ts";

describe("reading a file", () => {
  test("gives all of it, or as much as was asked for", () => {
    const path = join(emptyFolder(), "file");
    writeFileSync(path, "0123456789");

    expect(readFile(realDisk, path).toString()).toBe("0123456789");
    expect(readFile(realDisk, path, 4).toString()).toBe("0123");
  });

  test("that another program cuts short meanwhile is an error, never a shorter file", () => {
    const path = join(emptyFolder(), "file");
    writeFileSync(path, "0123456789");
    const disk: Disk = {
      ...realDisk,
      size(file) {
        const size = realDisk.size(file);
        truncateSync(path, 4);
        return size;
      },
    };

    expect(() => readFile(disk, path)).toThrow(expect.objectContaining({ code: "SHORT_READ" }));
  });
});

describe("giving a file its name on Windows", () => {
  test("takes the place of the file that had it", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "new"), "new");
    writeFileSync(join(folder, "name"), "old");

    renamePatiently(join(folder, "new"), join(folder, "name"));

    expect(readdirSync(folder)).toEqual(["name"]);
    expect(readFileSync(join(folder, "name"), "utf8")).toBe("new");
  });

  // A path that ends in a dot is what every Unix answers EBUSY for, as Windows does for a held file.
  test("asks again while somebody holds the file, and gives up in the end", () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "held"));

    const rename = () => renamePatiently(`${folder}/held/.`, join(folder, "name"), 50);

    expect(rename).toThrow(expect.objectContaining({ code: "EBUSY" }));
    expect(readdirSync(folder)).toEqual(["held"]);
  });

  test("does not wait for a file that is not there", () => {
    const folder = emptyFolder();

    const rename = () => renamePatiently(join(folder, "none"), join(folder, "name"));

    expect(rename).toThrow(expect.objectContaining({ code: "ENOENT" }));
  });
});
