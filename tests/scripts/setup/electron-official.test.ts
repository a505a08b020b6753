import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { namedElectron, packagedElectron } from "../../../scripts/setup/electron-official.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guitai-official-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("an Electron that somebody named", () => {
  test("may be named by its folder, and tells its version", () => {
    writeFileSync(join(folder, "electron"), "");
    writeFileSync(join(folder, "version"), "v45.4.1\n");

    expect(namedElectron({ GUITAI_ELECTRON: folder })).toEqual({
      executable: join(folder, "electron"),
      version: "45.4.1",
    });
  });

  test("stops the start where nothing is: another one would surprise", () => {
    expect(() => namedElectron({ GUITAI_ELECTRON: join(folder, "absent") })).toThrow(
      "nothing is there",
    );
  });

  test("is not looked for where none is named", () => {
    expect(namedElectron({})).toBeUndefined();
  });
});

describe("the Electron of the npm package", () => {
  beforeEach(() => {
    mkdirSync(join(folder, "node_modules/electron/dist"), { recursive: true });
    writeFileSync(join(folder, "node_modules/electron/package.json"), '{"version":"45.4.1"}');
  });

  test("is used where the package has fetched it", () => {
    const executable = join(folder, "node_modules/electron/dist/electron");
    writeFileSync(join(folder, "node_modules/electron/path.txt"), "electron");
    writeFileSync(executable, "");

    expect(packagedElectron(folder)).toEqual({ executable, version: "45.4.1" });
  });

  test("is not there where the package came without it", () => {
    expect(packagedElectron(folder)).toBeUndefined();
  });
});
