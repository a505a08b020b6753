import { createPublicKey, hkdfSync, verify } from "node:crypto";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { KeyStore } from "#main/vault/key-store.ts";
import {
  changePassphrase,
  createVault,
  lookAtVault,
  openVault,
  rotateDataKey,
} from "#main/vault/open-vault.ts";
import { PASSPHRASE_COST } from "#main/vault/slots.ts";
import type { Vault } from "#main/vault/vault.ts";
import { sealedText } from "#main/vault/vault-file.ts";
import type { VaultPlace } from "#main/vault/vault-place.ts";
import { openTestVault, TRIAL_PASSPHRASE, testVaultPlace } from "#tests/support/books.ts";
import { type DiskFailure, faultyDisk } from "#tests/support/journal-faulty-disk.ts";
import { emptyFolder, faultOf } from "#tests/support/journal-folder.ts";

const NEXT = "Another two envelopes";
const MASTER = "07".repeat(32);
const INSTALL = "00112233445566778899aabbccddeeff";

const firstFile = (kind: "live" | "demonstration") =>
  sealedText({
    format: "guitai.vault",
    version: 1,
    kind,
    installId: INSTALL,
    createdAt: 5,
    wrapping: { method: "none" },
    masterKey: MASTER,
  });

const textOf = (folder: string) => readFileSync(join(folder, "vault.json"), "utf8");

/** A folder with the file of the first programs, its key in clear. */
function olderFolder(kind: "live" | "demonstration"): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, "vault.json"), firstFile(kind));
  return folder;
}

async function opened(place: VaultPlace, passphrase?: string): Promise<Vault> {
  const vault = await openVault(place, passphrase);
  if (!vault.ok) throw new Error(vault.refusal.code);
  return vault.value;
}

const change = (place: VaultPlace) =>
  changePassphrase(place, { passphrase: TRIAL_PASSPHRASE, next: NEXT, numbers: ["0303"] });

/** The key store of one user of one machine, which may be out of reach. */
function keyStoreOf(user: string) {
  const state = { isThere: true, isStale: false, sealings: 0 };
  const store: KeyStore = {
    async seal(text) {
      if (!state.isThere) return undefined;
      state.sealings += 1;
      return Buffer.from(`${user}\n${text}`).map((byte) => byte ^ 0x5a);
    },
    async open(sealed) {
      const [owner, text] = Buffer.from(sealed.map((byte) => byte ^ 0x5a))
        .toString()
        .split("\n");
      if (!state.isThere || owner !== user) return undefined;
      return { text: text ?? "", isStale: state.isStale };
    },
  };
  return { store, state };
}

describe("a vault of the first programs", () => {
  test("keeps the values of all keys when it is put behind a passphrase", async () => {
    const folder = olderFolder("live");
    const place = testVaultPlace(folder, "live");
    const of = (purpose: string) =>
      Buffer.from(
        hkdfSync(
          "sha256",
          Buffer.from(MASTER, "hex"),
          Buffer.from(INSTALL, "hex"),
          `guitai/1/${purpose}`,
          32,
        ),
      ).toString("hex");

    expect(await lookAtVault(place)).toEqual({ status: "in-clear" });
    const vault = await createVault(place, TRIAL_PASSPHRASE);

    expect(vault).toMatchObject({ ok: true, value: { installId: INSTALL, createdAt: 5 } });
    const { journalMac, pinPepper, cardVerification, searchIndex, passwordCard } = await opened(
      place,
      TRIAL_PASSPHRASE,
    );
    expect(
      [journalMac, pinPepper, cardVerification, searchIndex, passwordCard].map((key) =>
        Buffer.from(key).toString("hex"),
      ),
    ).toEqual([
      of("journalMac"),
      of("pinPepper"),
      of("cardVerification"),
      of("searchIndex"),
      of("passwordCard/live"),
    ]);
    expect(textOf(folder)).not.toContain(MASTER);
    expect(readdirSync(folder)).toEqual(["ledger", "vault.json"]);
  });

  test("opens nothing of a live branch before a passphrase is set", async () => {
    const place = testVaultPlace(olderFolder("live"), "live");

    expect(await openVault(place, TRIAL_PASSPHRASE)).toEqual({
      ok: false,
      refusal: { code: "workstation.locked" },
    });
  });

  test("of a demonstration is written anew at its next opening", async () => {
    const folder = olderFolder("demonstration");

    const vault = await openTestVault(folder, "demonstration");
    const again = await openTestVault(folder, "demonstration");

    expect(vault.installId).toBe(INSTALL);
    expect(again.bodyKeys).toEqual(vault.bodyKeys);
    expect(JSON.parse(textOf(folder))).toMatchObject({ version: 2, createdAt: 5 });
  });
});

describe("P01: a demonstration", () => {
  test("has a key space of password cards of its own, even from one master key", async () => {
    const shown = await openTestVault(olderFolder("demonstration"), "demonstration");
    const live = await openTestVault(olderFolder("live"), "live");

    expect(live.pinPepper).toEqual(shown.pinPepper);
    expect(live.passwordCard).not.toEqual(shown.passwordCard);
  });
});

describe("the passphrase of a branch", () => {
  test("costs each guess 128 MiB unless a test says otherwise, and the file says so", async () => {
    const { cost: _, ...place } = testVaultPlace(emptyFolder(), "live");

    await createVault(place, TRIAL_PASSPHRASE);

    expect(PASSPHRASE_COST).toEqual({ n: 131072, r: 8, p: 1 });
    expect(JSON.parse(textOf(place.folder)).slots).toMatchObject([
      { method: "passphrase", kdf: "scrypt", n: 131072, r: 8, p: 1 },
    ]);
  });

  test("is refused when it is weak, and nothing is made", async () => {
    const place = testVaultPlace(emptyFolder(), "live");

    const made = await createVault(place, "123456789012");

    expect(made).toMatchObject({ refusal: { code: "vault.passphrase-weak", weakness: "run" } });
    expect(readdirSync(place.folder)).toEqual([]);
  });

  test("is known again however an input method spells it", async () => {
    const place = testVaultPlace(emptyFolder(), "live");
    await createVault(place, "Ｋupferdach 2026");

    expect((await openVault(place, "Kupferdach 2026")).ok).toBe(true);
  });

  test("may be changed: the new one opens, the old one opens nothing", async () => {
    const place = testVaultPlace(emptyFolder(), "live");
    const before = await openTestVault(place.folder, "live");

    const changed = await change(place);

    expect(changed.ok).toBe(true);
    const after = await opened(place, NEXT);
    expect(after.bodyKeys.get(1)).toEqual(before.bodyKeys.get(1));
    expect(after.bodyKeyId).toBe(2);
    expect(await openVault(place, TRIAL_PASSPHRASE)).toMatchObject({
      refusal: { code: "vault.wrong-passphrase" },
    });
  });

  test("is not changed by whoever does not know it, nor to the same or a weak one", async () => {
    const place = testVaultPlace(emptyFolder(), "live");
    await openTestVault(place.folder, "live");
    const text = textOf(place.folder);
    const to = (passphrase: string, next: string) =>
      changePassphrase(place, { passphrase, next, numbers: ["0303"] });

    const refused = [
      await to("not the passphrase at all", NEXT),
      await to(TRIAL_PASSPHRASE, TRIAL_PASSPHRASE),
      await to(TRIAL_PASSPHRASE, "0303 0303 0303"),
    ];

    expect(refused).toMatchObject([
      { refusal: { code: "vault.wrong-passphrase" } },
      { refusal: { weakness: "same" } },
      { refusal: { weakness: "repeated" } },
    ]);
    expect(textOf(place.folder)).toBe(text);
  });
});

describe("a data key", () => {
  test("is changed for what is written from now on; the old one stays for what was", async () => {
    const place = testVaultPlace(emptyFolder(), "live", { now: () => 1000 });
    const before = await openTestVault(place.folder, "live");

    const rotated = await rotateDataKey({ ...place, now: () => 2000 }, TRIAL_PASSPHRASE);

    const after = await opened(place, TRIAL_PASSPHRASE);
    expect(rotated).toMatchObject({ ok: true, value: { bodyKeyId: 2, bodyKeySince: 2000 } });
    expect([...after.bodyKeys.keys()]).toEqual([1, 2]);
    expect(after.bodyKeys.get(1)).toEqual(before.bodyKeys.get(1));
    expect(after.bodyKeys.get(2)).not.toEqual(before.bodyKeys.get(1));
    expect(after.journalMac).toEqual(before.journalMac);
  });

  test("of a demonstration is changed without a passphrase, of a branch only with it", async () => {
    const shown = testVaultPlace(emptyFolder(), "demonstration");
    const live = testVaultPlace(emptyFolder(), "live");
    await openTestVault(shown.folder, "demonstration");
    await openTestVault(live.folder, "live");

    expect(await rotateDataKey(shown, "")).toMatchObject({ value: { bodyKeyId: 2 } });
    expect(await rotateDataKey(live, "")).toMatchObject({
      refusal: { code: "vault.wrong-passphrase" },
    });
  });
});

describe("the key store of the machine", () => {
  test("opens the branch without anybody once the passphrase is set", async () => {
    const { store: keyStore } = keyStoreOf("teller");
    const place = testVaultPlace(emptyFolder(), "live", { keyStore });
    const made = await createVault(place, TRIAL_PASSPHRASE);

    expect(await lookAtVault(place)).toEqual({ status: "free" });
    expect((await opened(place)).bodyKeys).toEqual(made.ok && made.value.bodyKeys);
    expect(made).toMatchObject({ value: { hasKeyStore: true } });
  });

  test("does not open a folder that was moved: the passphrase does, and then the new one's", async () => {
    const here = testVaultPlace(emptyFolder(), "live", { keyStore: keyStoreOf("teller").store });
    await createVault(here, TRIAL_PASSPHRASE);
    const moved = emptyFolder();
    cpSync(here.folder, moved, { recursive: true });
    const there = testVaultPlace(moved, "live", { keyStore: keyStoreOf("somebody").store });

    expect(await lookAtVault(there)).toEqual({ status: "locked" });
    await opened(there, TRIAL_PASSPHRASE);

    expect(await lookAtVault(there)).toEqual({ status: "free" });
    expect(await lookAtVault({ ...here, folder: moved })).toEqual({ status: "locked" });
  });

  test("that is out of reach costs the passphrase once, and its slot stays", async () => {
    const { store: keyStore, state } = keyStoreOf("teller");
    const place = testVaultPlace(emptyFolder(), "live", { keyStore });
    await createVault(place, TRIAL_PASSPHRASE);

    state.isThere = false;
    expect(await lookAtVault(place)).toEqual({ status: "locked" });
    await opened(place, TRIAL_PASSPHRASE);
    state.isThere = true;

    expect(await lookAtVault(place)).toEqual({ status: "free" });
  });

  test("whose own key has changed seals the secret again", async () => {
    const { store: keyStore, state } = keyStoreOf("teller");
    const place = testVaultPlace(emptyFolder(), "live", { keyStore });
    await createVault(place, TRIAL_PASSPHRASE);
    const before = state.sealings;

    state.isStale = true;
    await opened(place);

    expect(state.sealings).toBe(before + 1);
  });

  test("gives up its slot when the passphrase is changed while it is out of reach", async () => {
    const { store: keyStore, state } = keyStoreOf("teller");
    const place = testVaultPlace(emptyFolder(), "live", { keyStore });
    await createVault(place, TRIAL_PASSPHRASE);

    state.isThere = false;
    await change(place);
    state.isThere = true;

    expect(await lookAtVault(place)).toEqual({ status: "locked" });
    expect((await openVault(place, NEXT)).ok).toBe(true);
  });

  test("that sealed for another installation opens nothing here", async () => {
    const { store: keyStore } = keyStoreOf("teller");
    const one = testVaultPlace(emptyFolder(), "live", { keyStore });
    const other = testVaultPlace(emptyFolder(), "live", { keyStore });
    await createVault(one, TRIAL_PASSPHRASE);
    await createVault(other, TRIAL_PASSPHRASE);
    const { checksum: _, ...mixed } = JSON.parse(textOf(one.folder));
    const [passphrase] = mixed.slots;
    const [, foreign] = JSON.parse(textOf(other.folder)).slots;

    const text = sealedText({ ...mixed, slots: [passphrase, foreign] });
    writeFileSync(join(one.folder, "vault.json"), text);

    expect(await lookAtVault(one)).toEqual({ status: "locked" });
  });
});

describe("the parts of the file", () => {
  test("cannot be moved to another installation: a ring of elsewhere does not open", async () => {
    const here = testVaultPlace(emptyFolder(), "live");
    await openTestVault(here.folder, "live");
    const { checksum: _, ...file } = JSON.parse(textOf(here.folder));
    const elsewhere = { ...file, installId: INSTALL };

    writeFileSync(join(here.folder, "vault.json"), sealedText(elsewhere));

    expect(await openVault(here, TRIAL_PASSPHRASE)).toMatchObject({
      refusal: { code: "vault.wrong-passphrase" },
    });
  });

  test("that do not belong together are damage, not a wrong passphrase", async () => {
    const place = testVaultPlace(emptyFolder(), "live");
    await openTestVault(place.folder, "live");
    const before = JSON.parse(textOf(place.folder));
    await change(place);
    const { checksum: _, ...after } = JSON.parse(textOf(place.folder));

    const text = sealedText({ ...after, ring: before.ring });
    writeFileSync(join(place.folder, "vault.json"), text);

    expect(await faultOf(() => openVault(place, NEXT))).toMatchObject({
      code: "vault.unreadable",
      facts: { reason: "ring" },
    });
  });

  test("sign by Ed25519, so that anybody can check it with the public key", async () => {
    const { signing } = await openTestVault(emptyFolder(), "live");
    const spki = Buffer.from(`302a300506032b6570032100${signing.publicKey}`, "hex");
    const key = createPublicKey({ key: spki, format: "der", type: "spki" });
    const bytes = Buffer.from("the day's end");

    const signature = signing.sign(bytes);

    expect(verify(null, bytes, key, signature)).toBe(true);
    expect(verify(null, Buffer.from("another end"), key, signature)).toBe(false);
  });
});

// Goal: whichever call of the disk fails, and however, the old file or the new one stands, whole.
// Method: change the passphrase, or put an older file behind one, with the n-th changing call
// failing, for every n and every way to fail; then open with what should still open.
describe("a disk that fails while the file is replaced", () => {
  const ways: readonly DiskFailure[] = ["EIO", "half-written", "EIO-after"];

  test.each(ways)("by %s leaves one passphrase or the other", async (how) => {
    const { disk, failAt, hasFailed } = faultyDisk();
    let failed = 0;
    for (let at = 1; ; at += 1) {
      const folder = emptyFolder();
      await openTestVault(folder, "live");
      const place = testVaultPlace(folder, "live", { disk });
      failAt(at, how);
      const fault = await faultOf(() => change(place));
      if (!hasFailed()) break;

      failed += 1;
      expect(fault?.code).toBe("vault.write-failed");
      const sound = testVaultPlace(folder, "live");
      const both = [await openVault(sound, TRIAL_PASSPHRASE), await openVault(sound, NEXT)];
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    }
    expect(failed).toBe(5); // Created, written, flushed, renamed, and the folder flushed.
  });

  test.each(ways)(
    "by %s leaves an older live file in clear or behind the passphrase",
    async (how) => {
      const { disk, failAt, hasFailed } = faultyDisk();
      for (let at = 1; ; at += 1) {
        const folder = olderFolder("live");
        const place = testVaultPlace(folder, "live", { disk });
        failAt(at, how);
        const fault = await faultOf(() => createVault(place, TRIAL_PASSPHRASE));
        if (!hasFailed()) break;

        expect(fault?.code).toBe("vault.write-failed");
        expect((await openTestVault(folder, "live")).installId).toBe(INSTALL);
      }
    },
  );

  test("does not keep a branch closed that is opened by a right passphrase", async () => {
    const { disk, failAt } = faultyDisk();
    const folder = emptyFolder();
    await openTestVault(folder, "live");
    const { store: keyStore } = keyStoreOf("teller");

    failAt(1, "EIO");
    const vault = await openVault(
      testVaultPlace(folder, "live", { disk, keyStore }),
      TRIAL_PASSPHRASE,
    );

    expect(vault.ok).toBe(true);
  });
});
