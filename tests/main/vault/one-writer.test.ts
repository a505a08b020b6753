import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { realDisk } from "#main/journal/disk.ts";
import { journalFolder } from "#main/journal/place.ts";
import { takeWriterLock } from "#main/journal/writer-lock.ts";
import { closeBooks, openBooks } from "#main/open-books.ts";
import type { KeyStore } from "#main/vault/key-store.ts";
import {
  changePassphrase,
  createVault,
  lookAtVault,
  openVault,
  rotateDataKey,
} from "#main/vault/open-vault.ts";
import { sealedText } from "#main/vault/vault-file.ts";
import {
  openTestBooks,
  openTestVault,
  TRIAL_PASSPHRASE,
  testVaultPlace,
} from "#tests/support/books.ts";
import { unpackFormat1 } from "#tests/support/journal-fixture.ts";
import { emptyFolder, faultOf } from "#tests/support/journal-folder.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";

const NEXT = "Another two envelopes";
const vaultPath = (folder: string) => join(folder, "vault.json");
const textOf = (folder: string) => readFileSync(vaultPath(folder), "utf8");
const numbers = ["0303"];

/** A key store that seals only when it is let. */
function slowKeyStore() {
  let say = () => {};
  let go = () => {};
  const asked = new Promise<void>((resolve) => {
    say = resolve;
  });
  const allowed = new Promise<void>((resolve) => {
    go = resolve;
  });
  const store: KeyStore = {
    async seal(text) {
      say();
      await allowed;
      return Buffer.from(text);
    },
    open: async (bytes) => ({ text: Buffer.from(bytes).toString(), isStale: false }),
  };
  return { store, asked, go: () => go() };
}

describe("a second program beside one that has the books open", () => {
  test("does not write its key store's slot over a data key that was begun meanwhile", async () => {
    const folder = await trialBranch();
    const slow = slowKeyStore();
    const first = await openTestBooks(folder, "live");
    const place = testVaultPlace(folder, "live", { keyStore: slow.store });
    const second = openVault(place, TRIAL_PASSPHRASE);
    await slow.asked;

    const rotated = await rotateDataKey(testVaultPlace(folder, "live"), TRIAL_PASSPHRASE);
    if (!rotated.ok) throw new Error(rotated.refusal.code);
    first.journal.rotate(rotated.value);
    slow.go();
    const opened = await second;

    expect(opened.ok).toBe(true);
    const late = opened.ok && opened.value;
    if (!late) return;
    expect((await faultOf(() => openBooks(folder, late, realDisk)))?.code).toBe("journal.locked");
    closeBooks(first);
    const again = await openTestBooks(folder, "live");
    expect(again.vault.bodyKeyId).toBe(2);
    closeBooks(again);
  });

  test("is told when the keys were changed while it opened, and writes nothing over them", async () => {
    const folder = await trialBranch();
    const slow = slowKeyStore();
    const place = testVaultPlace(folder, "live", { keyStore: slow.store });
    const second = openVault(place, TRIAL_PASSPHRASE);
    await slow.asked;
    await rotateDataKey(testVaultPlace(folder, "live"), TRIAL_PASSPHRASE);
    const text = textOf(folder);
    slow.go();

    expect((await faultOf(() => second))?.code).toBe("vault.changed");
    expect(textOf(folder)).toBe(text);
  });

  test("neither puts older keys behind a passphrase nor tidies up beside them", async () => {
    const { folder } = unpackFormat1("live");
    const text = textOf(folder);
    const first = await takeWriterLock(journalFolder(folder));

    const fault = await faultOf(() => createVault(testVaultPlace(folder, "live"), NEXT));

    first.release();
    expect(fault?.code).toBe("journal.locked");
    expect(textOf(folder)).toBe(text);
  });

  test("leaves a file alone that the first is about to give its name", async () => {
    const folder = await trialBranch();
    const first = await openTestBooks(folder, "live");
    const aside = `${vaultPath(folder)}.0011223344556677.tmp`;
    writeFileSync(aside, "about to be renamed");
    const place = testVaultPlace(folder, "live");

    await lookAtVault(place);
    await openVault(place, TRIAL_PASSPHRASE);

    expect(readFileSync(aside, "utf8")).toBe("about to be renamed");
    closeBooks(first);
    await openVault(place, TRIAL_PASSPHRASE);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("an older file that is put back", () => {
  test("after a passphrase was changed does not know the key of what was written since", async () => {
    const folder = await trialBranch();
    const old = textOf(folder);
    const books = await openTestBooks(folder, "live");
    const place = testVaultPlace(folder, "live");
    const changed = await changePassphrase(place, {
      passphrase: TRIAL_PASSPHRASE,
      next: NEXT,
      numbers,
    });
    if (changed.ok) books.journal.rotate(changed.value);
    closeBooks(books);

    writeFileSync(vaultPath(folder), old);

    expect((await faultOf(() => openTestBooks(folder, "live")))?.facts).toMatchObject({
      stop: "KEY_UNKNOWN",
    });
  });
});

describe("a file of the first version that is put beside a sealed journal", () => {
  const planted = (kind: "live" | "demonstration", installId: string) =>
    sealedText({
      format: "guitai.vault",
      version: 1,
      kind,
      installId,
      createdAt: 1,
      wrapping: { method: "none" },
      masterKey: "11".repeat(32),
    });

  test.each(["live", "demonstration"] as const)(
    "is named before anybody types a passphrase (%s)",
    async (kind) => {
      const folder = emptyFolder();
      const books = await openTestBooks(folder, kind);
      closeBooks(books);
      const text = planted(kind, books.vault.installId);
      writeFileSync(vaultPath(folder), text);
      const place = testVaultPlace(folder, kind);

      const faults = [
        await faultOf(() => lookAtVault(place)),
        await faultOf(() => openVault(place, TRIAL_PASSPHRASE)),
        await faultOf(() => createVault(place, TRIAL_PASSPHRASE)),
      ];

      const fault = {
        code: "vault.unreadable",
        facts: { reason: "not of this journal", segment: "seg-00000001.wal" },
      };
      expect(faults).toMatchObject([fault, fault, fault]);
      expect(textOf(folder)).toBe(text);
    },
  );
});

describe("a file with odd values", () => {
  async function withSlot(change: Record<string, unknown>, more: object = {}): Promise<string> {
    const folder = emptyFolder();
    await openTestVault(folder, "live");
    const { checksum: _, ...file } = JSON.parse(textOf(folder));
    const text = sealedText({ ...file, slots: [{ ...file.slots[0], ...change }], ...more });
    writeFileSync(vaultPath(folder), text);
    return folder;
  }

  test.each([
    ["more work than twice what is written", { n: 2 ** 17, r: 8, p: 3 }],
    ["more memory", { n: 2 ** 20, r: 16, p: 1 }],
    ["n that is no power of two", { n: 2 ** 16 + 1 }],
    ["n of nothing", { n: 1 }],
    ["less than the tests' own work", { n: 8 }],
    ["r that RFC 7914 does not allow beside n", { r: 1 }],
    ["a fraction", { p: 1.5 }],
    ["a secret cut short", { sealed: "00" }],
  ])("is unreadable: %s", async (_, change) => {
    const folder = await withSlot(change);

    const fault = await faultOf(() => openVault(testVaultPlace(folder, "live"), TRIAL_PASSPHRASE));

    expect(fault).toMatchObject({ code: "vault.unreadable" });
  });

  test.each([
    ["as much work as is borne", { n: 2 ** 14, r: 8, p: 16 }],
    ["the tests' own", { n: 2 ** 4, r: 8, p: 16 }],
  ])("is tried at its cost: %s", async (_, change) => {
    const folder = await withSlot(change);

    expect(await openVault(testVaultPlace(folder, "live"), TRIAL_PASSPHRASE)).toMatchObject({
      refusal: { code: "vault.wrong-passphrase" },
    });
  });

  test("is unreadable where a guess costs too little, unless a test says that it guards nothing", async () => {
    const cheap = await withSlot({ n: 2 ** 13 });
    const least = await withSlot({ n: 2 ** 14 });
    const strict = (folder: string) => {
      const { cost: _, ...place } = testVaultPlace(folder, "live");
      return lookAtVault(place);
    };

    expect((await faultOf(() => strict(cheap)))?.code).toBe("vault.unreadable");
    expect(await strict(least)).toEqual({ status: "locked" });
  });

  test("is unreadable beyond 64 KiB, and no more than that is read", async () => {
    const folder = await withSlot({});
    let bytesRead = 0;
    const disk: typeof realDisk = {
      ...realDisk,
      read(file, into, offset) {
        const count = realDisk.read(file, into, offset);
        bytesRead += count;
        return count;
      },
    };
    writeFileSync(vaultPath(folder), Buffer.alloc(1024 * 1024, " "));

    const fault = await faultOf(() => lookAtVault(testVaultPlace(folder, "live", { disk })));

    expect(fault?.code).toBe("vault.unreadable");
    expect(bytesRead).toBe(64 * 1024 + 1);
  });

  test("is unreadable where the disk does not even say what is there", async () => {
    const folder = await withSlot({});
    const disk: typeof realDisk = {
      ...realDisk,
      list() {
        throw Object.assign(new Error("injected"), { code: "EIO" });
      },
    };

    const fault = await faultOf(() => lookAtVault(testVaultPlace(folder, "live", { disk })));

    expect(fault).toMatchObject({ code: "vault.unreadable", facts: { reason: "not readable" } });
  });
});
