import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ReaderSettings } from "#core/contract/reader-view.ts";
import {
  openSettingsFile,
  ordinarySettings,
  readerFolder,
} from "#main/card-reader/settings-file.ts";
import { realDisk } from "#main/journal/disk.ts";
import { faultyDisk } from "#tests/support/journal-faulty-disk.ts";

const changed: ReaderSettings = {
  dialect: "teller",
  port: { by: "usb", vendorId: "067b", productId: "2303", serialNumber: "A1" },
  baudRate: 19200,
  sound: false,
};

function newFolder(): string {
  return join(mkdtempSync(join(tmpdir(), "guitai-reader-")), "data-reader");
}

function folderWith(text: string): string {
  const folder = newFolder();
  mkdirSync(folder);
  writeFileSync(join(folder, "settings.json"), text);
  return folder;
}

describe("the reader's settings", () => {
  test("lie beside the data folder, in which only the journal is", () => {
    expect(readerFolder("/srv/branch/data")).toBe("/srv/branch/data-reader");
  });

  test("are the ordinary ones where nobody has set a reader up", () => {
    const file = openSettingsFile(newFolder(), realDisk);

    expect(file.read()).toEqual({
      dialect: "msr605",
      port: { by: "none" },
      baudRate: 9600,
      sound: true,
    });
    expect(file.isBroken()).toBe(false);
  });

  test("serve at once and at the next start", () => {
    const folder = newFolder();
    const file = openSettingsFile(folder, realDisk);
    file.save(ordinarySettings);
    file.save(changed);

    expect(file.read()).toEqual(changed);
    expect(openSettingsFile(folder, realDisk).read()).toEqual(changed);
    expect(readdirSync(folder)).toEqual(["settings.json"]);
  });

  test.each([
    ["half a file", '{"dialect":"msr6'],
    ["a language that nobody knows", JSON.stringify({ ...changed, dialect: "latin" })],
    ["a speed that no reader has", JSON.stringify({ ...changed, baudRate: 1 })],
    ["something besides", JSON.stringify({ ...changed, password: "1234" })],
    ["nothing at all", ""],
    ["more than settings can be", " ".repeat(70_000)],
  ])("that make no sense are the ordinary ones, and somebody is told: %s", (_what, text) => {
    const file = openSettingsFile(folderWith(text), realDisk);

    expect(file.read()).toEqual(ordinarySettings);
    expect(file.isBroken()).toBe(true);
  });

  test("that made no sense are mended by saving", () => {
    const folder = folderWith("{");
    const file = openSettingsFile(folder, realDisk);
    file.save(changed);

    expect(file.isBroken()).toBe(false);
    expect(openSettingsFile(folder, realDisk).isBroken()).toBe(false);
  });

  test("are saved over what a crash has left of an earlier saving", () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, "settings.json.part"), "half of it");

    openSettingsFile(folder, realDisk).save(changed);

    expect(openSettingsFile(folder, realDisk).read()).toEqual(changed);
  });

  // Goal: whichever call of the disk fails, the file is the old one or the new one, whole.
  // Method: fail each call of a saving in turn, until one saving needs fewer.
  test.each(["EIO", "half-written", "EIO-after"] as const)(
    "are the old ones or the new ones, whichever call of the disk fails: %s",
    (how) => {
      let failures = 0;
      for (let call = 1; call <= 20; call += 1) {
        const folder = folderWith(JSON.stringify(ordinarySettings));
        const { disk, failAt } = faultyDisk();
        const file = openSettingsFile(folder, disk);
        failAt(call, how);
        const error = savingFails(() => file.save(changed));
        const text = readFileSync(join(folder, "settings.json"), "utf8");
        const kept = openSettingsFile(folder, realDisk);

        expect(kept.isBroken()).toBe(false);
        expect([ordinarySettings, changed]).toContainEqual(JSON.parse(text));
        if (error) {
          failures += 1;
          expect(error).toMatchObject({ code: "reader.settings-failed" });
          expect(file.read()).toEqual(ordinarySettings);
        }
      }
      expect(failures).toBeGreaterThan(0);
    },
  );
});

function savingFails(save: () => void): unknown {
  try {
    save();
    return undefined;
  } catch (failure) {
    return failure;
  }
}
