import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  damagedFiles,
  hashOf,
  parseHashList,
  registryElectronFiles,
} from "../../../scripts/setup/hash-list.mjs";

// SHA-256 of "abc" and of nothing: the examples of FIPS 180-4.
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

describe("the list of the runtime's files", () => {
  test("names a file and its hash per line, in the format of sha256sum", () => {
    expect(parseHashList(`${ABC}  electron\n${EMPTY}  locales/zh-CN.pak\n`)).toEqual([
      { file: "electron", sha256: ABC },
      { file: "locales/zh-CN.pak", sha256: EMPTY },
    ]);
  });

  test("is refused with a line that is none", () => {
    expect(() => parseHashList(`${ABC.slice(1)}  electron\n`)).toThrow("a line that is none");
    expect(() => parseHashList(`${ABC}\n`)).toThrow("a line that is none");
  });

  test("is refused when it points out of the runtime's folder", () => {
    expect(() => parseHashList(`${ABC}  ../electron\n`)).toThrow("out of its folder");
    expect(() => parseHashList(`${ABC}  /bin/sh\n`)).toThrow("out of its folder");
  });

  test("holds the 70 files of Electron 25.1.1, with the hash of its executable", () => {
    const files = registryElectronFiles();

    expect(files).toHaveLength(70);
    expect(files.find(({ file }) => file === "electron")?.sha256).toBe(
      "86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b",
    );
  });
});

describe("checking a runtime before its start", () => {
  const list = [
    { file: "electron", sha256: ABC },
    { file: "version", sha256: EMPTY },
  ];
  let folder = "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "guitai-hash-list-"));
    writeFileSync(join(folder, "electron"), "abc");
    writeFileSync(join(folder, "version"), "");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("finds nothing wrong with the genuine files", () => {
    expect(damagedFiles(folder, list)).toEqual([]);
  });

  test("names a file in which a single bit has flipped", () => {
    writeFileSync(join(folder, "electron"), "abb");

    expect(damagedFiles(folder, list)).toEqual(["electron"]);
  });

  test("names a file that is missing", () => {
    rmSync(join(folder, "version"));

    expect(damagedFiles(folder, list)).toEqual(["version"]);
  });

  test("reads a file of more than one piece to its end", () => {
    writeFileSync(join(folder, "electron"), Buffer.alloc(1_000_000, "a"));

    expect(hashOf(join(folder, "electron"), "sha256", "hex")).toBe(
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    );
  });
});
