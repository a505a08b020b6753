import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openTestVault, TRIAL_PASSPHRASE } from "#tests/support/books.ts";
import { unpackFormat1 } from "#tests/support/journal-fixture.ts";
import { emptyFolder, openTestJournal } from "#tests/support/journal-folder.ts";
import { verifyFolder } from "../../../scripts/verifier/folder.mjs";

type File = Record<string, unknown> & { readonly slots: readonly Record<string, unknown>[] };

const NONE = { method: "none", secret: "00".repeat(32) };
const KEY_STORE = { method: "key-store", sealed: "00" };

/** An empty journal of one kind, with the vault's file as it was written. */
async function folderOf(kind: "live" | "demonstration") {
  const folder = emptyFolder();
  const keys = await openTestVault(folder, kind);
  (await openTestJournal(folder, { kind, keys })).close();
  const { checksum: _checksum, ...file } = JSON.parse(
    readFileSync(join(folder, "vault.json"), "utf8"),
  );
  return { folder, file: file as File }; // Just written by the program itself.
}

/** Writes a file with its checksum made to fit, as anybody can. */
function lay(folder: string, file: object): void {
  const open = `${JSON.stringify(file, undefined, 2).slice(0, -2)},\n`;
  const sum = createHash("sha256").update(open, "latin1").digest("hex");
  writeFileSync(join(folder, "vault.json"), `${open}  "checksum": "sha256:${sum}"\n}\n`);
}

const checked = (folder: string) => verifyFolder(folder, { withKey: false });
const opened = (folder: string) =>
  verifyFolder(folder, { withKey: true, passphrase: TRIAL_PASSPHRASE });

describe("the vault's file of a live branch, to the verifier", () => {
  test("may have the machine's key store after the passphrase, and opens by the passphrase", async () => {
    const { folder, file } = await folderOf("live");
    lay(folder, { ...file, slots: [...file.slots, KEY_STORE] });

    expect(opened(folder).kind).toBe("live");
    expect(() => verifyFolder(folder, { withKey: true })).toThrow("need a passphrase");
  });

  test.each([
    ["opens by itself", () => [NONE]],
    ["opens by itself, with a passphrase for show", (own: object) => [NONE, own]],
    ["has a passphrase and opens by itself", (own: object) => [own, NONE]],
    ["opens by a key store alone", () => [KEY_STORE]],
    ["begins with a key store", (own: object) => [KEY_STORE, own]],
    ["has two passphrases", (own: object) => [own, own]],
    ["has three slots", (own: object) => [own, KEY_STORE, KEY_STORE]],
    ["has no slot", () => []],
  ])("that %s is not to be trusted", async (_what, slots) => {
    const { folder, file } = await folderOf("live");
    const [own = {}] = file.slots;
    lay(folder, { ...file, slots: slots(own) });

    expect(() => opened(folder)).toThrow("opens otherwise than by a passphrase");
    expect(() => checked(folder)).toThrow("opens otherwise than by a passphrase");
  });

  test.each([
    { n: 2 ** 21 },
    { n: 2 ** 27 },
    { n: 1 },
    { n: 1000 },
    { n: "16384" },
    { r: 0 },
    { r: 17 },
    { p: 0 },
    { p: 5 },
    { p: 2 ** 24 },
    { kdf: "none" },
    { salt: "00" },
    { sealed: "00" },
    { more: 1 },
  ])("with a slot that says %o asks for nothing and is not to be trusted", async (over) => {
    const { folder, file } = await folderOf("live");
    lay(folder, { ...file, slots: [{ ...file.slots[0], ...over }] });

    expect(() => opened(folder)).toThrow("has a slot that this program never wrote");
  });

  test.each([{ n: 2 ** 20 }, { r: 16 }, { p: 4 }])(
    "is looked at with a cost of %o, which is the highest",
    async (over) => {
      const { folder, file } = await folderOf("live");
      lay(folder, { ...file, slots: [{ ...file.slots[0], ...over }] });

      expect(checked(folder).kind).toBe("live");
    },
  );

  test.each([{ more: 1 }, { createdAt: -1 }, { ring: "00" }, { version: 3 }, { slots: "none" }])(
    "with %o is of no known format",
    async (over) => {
      const { folder, file } = await folderOf("live");
      lay(folder, { ...file, ...over });

      expect(() => checked(folder)).toThrow("format that this verifier does not know");
    },
  );

  test("of the first programs has no keys for contents that are sealed", async () => {
    const { folder, file } = await folderOf("live");
    const { slots: _slots, ring: _ring, ...rest } = file;
    const first = { wrapping: { method: "none" }, masterKey: "11".repeat(32) };
    lay(folder, { ...rest, version: 1, ...first });

    expect(() => checked(folder)).toThrow("has no keys for the sealed contents");
  });

  test("of the first programs, with contents in clear, is noted: its key is in clear too", () => {
    const { folder } = unpackFormat1("live");

    expect(checked(folder).notes).toContainEqual(expect.stringContaining("its key in clear"));
  });
});

describe("the vault's file of a demonstration, to the verifier", () => {
  test.each([
    ["with a passphrase", [KEY_STORE]],
    ["with two slots", [NONE, NONE]],
  ])("%s is not to be trusted", async (_what, slots) => {
    const { folder, file } = await folderOf("demonstration");
    lay(folder, { ...file, slots });

    expect(() => checked(folder)).toThrow("opens otherwise than by itself");
  });
});
