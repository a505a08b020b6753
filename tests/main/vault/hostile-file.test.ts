import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { accept, refuse } from "#core/kernel/result.ts";
import { type Disk, realDisk } from "#main/journal/disk.ts";
import { createFileOnce } from "#main/vault/create-file-once.ts";
import type { KeyStore } from "#main/vault/key-store.ts";
import {
  changePassphrase,
  createVault,
  lookAtVault,
  openVault,
  rotateDataKey,
} from "#main/vault/open-vault.ts";
import { derived, placeOf } from "#main/vault/ring.ts";
import { sealed, unsealed } from "#main/vault/sealed.ts";
import { sealedText } from "#main/vault/vault-file.ts";
import type { VaultPlace } from "#main/vault/vault-place.ts";
import { asWriter } from "#main/vault/vault-writer.ts";
import { openTestVault, TRIAL_PASSPHRASE, testVaultPlace } from "#tests/support/books.ts";
import { emptyFolder, faultOf } from "#tests/support/journal-folder.ts";

const NEXT = "Another two envelopes";
const PATH_BYTES_MAX = 4096;
const vaultPath = (folder: string) => join(folder, "vault.json");
const textOf = (folder: string) => readFileSync(vaultPath(folder), "utf8");
const fileOf = (folder: string) => {
  const { checksum: _, ...file } = JSON.parse(textOf(folder));
  return file;
};

describe("a vault's file that was made to mislead", () => {
  test("is unreadable where its checksum is right and its text is no JSON", async () => {
    const folder = emptyFolder();
    const open = '{\n  "format": "guitai.vault" and more,\n';
    const checksum = createHash("sha256").update(open).digest("hex");
    writeFileSync(vaultPath(folder), `${open}  "checksum": "sha256:${checksum}"\n}\n`);

    const fault = await faultOf(() => lookAtVault(testVaultPlace(folder, "live")));

    expect(fault).toMatchObject({ code: "vault.unreadable", facts: { reason: "unknown format" } });
  });

  // The secret of a demonstration lies open in its file, so anybody can seal a ring with it.
  test.each([
    ["no JSON", "not JSON at all"],
    ["no ring", '{"masterKey":"07"}'],
    ["a ring whose keys are numbered backwards", backwards()],
  ])("is unreadable where a ring was sealed with the right key and is %s", async (_, plain) => {
    const folder = emptyFolder();
    await openTestVault(folder, "demonstration");
    const file = fileOf(folder);
    const secret = Buffer.from(file.slots[0].secret, "hex");
    const key = derived(secret, file.installId, "guitai/2/ring");
    const ring = sealed(key, placeOf(file.installId, "ring"), Buffer.from(plain));
    writeFileSync(vaultPath(folder), sealedText({ ...file, ring }));

    const fault = await faultOf(() => openVault(testVaultPlace(folder, "demonstration")));

    expect(fault).toMatchObject({ code: "vault.unreadable", facts: { reason: "ring" } });
  });

  test("of the first version leaves it to the journal to judge a segment with an odd name", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "ledger"));
    writeFileSync(join(folder, "ledger", "seg-odd.wal"), "whatever");
    const file = {
      format: "guitai.vault" as const,
      version: 1 as const,
      kind: "live" as const,
      installId: "00112233445566778899aabbccddeeff",
      createdAt: 1,
      wrapping: { method: "none" as const },
      masterKey: "11".repeat(32),
    };
    writeFileSync(vaultPath(folder), sealedText(file));

    expect(await lookAtVault(testVaultPlace(folder, "live"))).toEqual({ status: "in-clear" });
  });

  test("never opens by fewer bytes than a seal has", () => {
    const key = new Uint8Array(32);

    expect(unsealed(key, "here", sealed(key, "here", Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
    expect(unsealed(key, "here", "00".repeat(27))).toBeUndefined();
  });
});

function backwards(): string {
  const key = "07".repeat(32);
  const dataKeys = [2, 1].map((id) => ({ id, key, createdAt: 0 }));
  return JSON.stringify({ masterKey: key, dataKeys, signingSeed: key });
}

describe("a key store that gives something else", () => {
  const storeThatGives = (text: (sealed: string) => string | undefined): KeyStore => ({
    seal: async (plain) => Buffer.from(plain),
    async open(bytes) {
      const given = text(Buffer.from(bytes).toString());
      return given === undefined ? undefined : { text: given, isStale: false };
    },
  });

  test.each([
    ["its secret cut short", (text: string) => text.slice(0, -2)],
    ["its secret with more behind it", (text: string) => `${text}00`],
    ["what is no secret", (text: string) => `${text.slice(0, -1)}g`],
    ["another text", () => "another text"],
    ["nothing", () => undefined],
  ])("opens nothing, and the passphrase is asked for: %s", async (_, change) => {
    const honest = storeThatGives((text) => text);
    const place = testVaultPlace(emptyFolder(), "live", { keyStore: honest });
    await createVault(place, TRIAL_PASSPHRASE);
    const misled = { ...place, keyStore: storeThatGives(change) };

    expect(await lookAtVault(place)).toEqual({ status: "free" });
    expect(await lookAtVault(misled)).toEqual({ status: "locked" });
    expect((await openVault(misled, TRIAL_PASSPHRASE)).ok).toBe(true);
  });

  test("is missed where the folder was moved to a machine that has none", async () => {
    const keyStore = storeThatGives((text) => text);
    const { folder } = testVaultPlace(emptyFolder(), "live");
    await createVault(testVaultPlace(folder, "live", { keyStore }), TRIAL_PASSPHRASE);

    expect(await lookAtVault(testVaultPlace(folder, "live"))).toEqual({ status: "locked" });
  });
});

/** The real disk, which puts something else down than it was given for a new file. */
function lyingDisk(change: (bytes: Buffer) => Buffer): Disk {
  return {
    ...realDisk,
    write(file, bytes, offset) {
      const put = change(Buffer.from(bytes));
      realDisk.write(file, put, offset);
      return bytes.length;
    },
  };
}

describe("a vault's file that is to be replaced", () => {
  const changes: readonly (readonly [string, (place: VaultPlace) => Promise<unknown>])[] = [
    ["passphrase", (place) => changePassphrase(place, changeTo(NEXT))],
    ["data key", (place) => rotateDataKey(place, TRIAL_PASSPHRASE)],
  ];

  test.each(changes)("stays where the disk put down other bytes: another %s", async (_, act) => {
    const folder = emptyFolder();
    await openTestVault(folder, "live");
    const text = textOf(folder);
    const disk = lyingDisk((bytes) => bytes.fill(0x20, 100, 101));

    const fault = await faultOf(() => act(testVaultPlace(folder, "live", { disk })));

    expect(fault?.code).toBe("vault.write-failed");
    expect(textOf(folder)).toBe(text);
    expect((await openTestVault(folder, "live")).bodyKeyId).toBe(1);
  });

  test("stays where what was written is a whole file that the passphrase does not open", async () => {
    const folder = emptyFolder();
    await openTestVault(folder, "live");
    const other = emptyFolder();
    await openTestVault(other, "live");
    const disk = lyingDisk(() => readFileSync(vaultPath(other)));
    const text = textOf(folder);

    const fault = await faultOf(() =>
      changePassphrase(testVaultPlace(folder, "live", { disk }), changeTo(NEXT)),
    );

    expect(fault?.code).toBe("vault.write-failed");
    expect(textOf(folder)).toBe(text);
  });

  test("stays, with nothing left beside it, where the change is not wanted any more", async () => {
    const folder = emptyFolder();
    await openTestVault(folder, "live");
    const text = textOf(folder);
    const place = testVaultPlace(folder, "live");
    const gone = () => refuse({ code: "teller.not-signed-on" } as const);

    const changed = await changePassphrase(place, { ...changeTo(NEXT), isStillWanted: gone });
    const rotated = await rotateDataKey(place, TRIAL_PASSPHRASE, gone);

    const refusal = { code: "teller.not-signed-on" };
    expect([changed, rotated]).toEqual([
      { ok: false, refusal },
      { ok: false, refusal },
    ]);
    expect(textOf(folder)).toBe(text);
    expect(readdirSync(folder)).toEqual(["vault.json"]);
    expect(await rotateDataKey(place, TRIAL_PASSPHRASE, () => accept("wanted"))).toMatchObject({
      value: { bodyKeyId: 2 },
    });
  });

  test("is left alone where the journal's folder cannot be made", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "ledger"), "a file of somebody's");
    let hasWorked = false;

    const fault = await faultOf(() =>
      asWriter(testVaultPlace(folder, "live"), () => {
        hasWorked = true;
      }),
    );

    expect(fault?.code).toBe("vault.write-failed");
    expect(hasWorked).toBe(false);
  });
});

const changeTo = (next: string) => ({ passphrase: TRIAL_PASSPHRASE, next, numbers: ["0303"] });

describe("the first file of a folder", () => {
  test("is never put over one that somebody laid down first", () => {
    const path = join(emptyFolder(), "vault.json");
    writeFileSync(path, "theirs");

    createFileOnce(path, "ours");

    expect(readFileSync(path, "utf8")).toBe("theirs");
    expect(readdirSync(join(path, ".."))).toEqual(["vault.json"]);
  });

  test("is not taken for laid down where its name leads nowhere", () => {
    const folder = emptyFolder();
    symlinkSync(join(folder, "nowhere"), join(folder, "vault.json"));

    const laying = () => createFileOnce(join(folder, "vault.json"), "ours");

    expect(laying).toThrow(expect.objectContaining({ code: "EEXIST" }));
    expect(readdirSync(folder)).toEqual(["vault.json"]);
  });

  test("that the disk does not take is a fault, and nothing is left", async () => {
    const folder = pathOf(emptyFolder(), PATH_BYTES_MAX - "/vault.json".length - 1);
    const place = testVaultPlace(folder, "live");

    const fault = await faultOf(() => createVault(place, TRIAL_PASSPHRASE));

    expect(fault?.code).toBe("vault.write-failed");
    expect(readdirSync(folder)).toEqual([]);
    expect(await lookAtVault(place)).toEqual({ status: "absent" });
  });
});

/** A path below a folder, so long as asked: room for the file's name and not for a longer one. */
function pathOf(folder: string, bytes: number): string {
  const left = bytes - folder.length;
  const parts = Math.ceil(left / 200);
  const part = (at: number) => "d".repeat(Math.floor((left + at) / parts) - 1);
  return [folder, ...Array.from({ length: parts }, (_, at) => part(at))].join("/");
}
