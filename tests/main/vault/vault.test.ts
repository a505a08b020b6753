import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lookAtVault, openVault } from "#main/vault/open-vault.ts";
import type { Vault } from "#main/vault/vault.ts";
import { sealedText, vaultFileFrom } from "#main/vault/vault-file.ts";
import { openTestVault, TRIAL_PASSPHRASE, testVaultPlace } from "#tests/support/books.ts";
import { emptyFolder, faultOf, openTestJournal } from "#tests/support/journal-folder.ts";

const vaultPath = (folder: string) => join(folder, "vault.json");
const hex = (key: Uint8Array | undefined) => Buffer.from(key ?? []).toString("hex");

function keysOf(vault: Vault): readonly string[] {
  const newest = vault.bodyKeyId;
  return [
    vault.journalMac,
    vault.bodyKeys.get(newest),
    vault.snapshotKeys.get(newest),
    vault.exportKeys.get(newest),
    vault.pinPepper,
    vault.cardVerification,
    vault.searchIndex,
    vault.passwordCard,
  ].map(hex);
}

describe("the vault of a data folder", () => {
  test("is made once, and gives the same keys ever after", async () => {
    const folder = emptyFolder();

    const made = await openTestVault(folder, "live");
    const opened = await openTestVault(folder, "live");

    expect(keysOf(opened)).toEqual(keysOf(made));
    expect(opened.signing.publicKey).toBe(made.signing.publicKey);
    expect(made.installId).toMatch(/^[0-9a-f]{32}$/);
    expect(readdirSync(folder)).toEqual(["vault.json"]);
  });

  test("can be read by its owner only", async () => {
    const folder = emptyFolder();
    await openTestVault(folder, "live");

    expect(statSync(vaultPath(folder)).mode & 0o777).toBe(0o600);
  });

  test("of a demonstration opens without anybody", async () => {
    const folder = emptyFolder();
    await openTestVault(folder, "demonstration");

    const look = await lookAtVault(testVaultPlace(folder, "demonstration"));

    expect(look).toEqual({ status: "free" });
    expect(JSON.parse(readFileSync(vaultPath(folder), "utf8"))).toMatchObject({
      format: "guitai.vault",
      version: 2,
      kind: "demonstration",
      slots: [{ method: "none" }],
    });
  });

  test("of a live branch opens with its passphrase alone, and costs each guess 128 MiB", async () => {
    const folder = emptyFolder();
    await openTestVault(folder, "live");
    const place = testVaultPlace(folder, "live");

    const unasked = await openVault(place);
    const wrong = await openVault(place, "another passphrase altogether");
    const right = await openVault(place, TRIAL_PASSPHRASE);

    expect(unasked).toEqual({ ok: false, refusal: { code: "workstation.locked" } });
    expect(wrong).toMatchObject({ ok: false, refusal: { code: "vault.wrong-passphrase" } });
    expect(right.ok).toBe(true);
  });

  test("has another key for every purpose, and others in every installation", async () => {
    const here = await openTestVault(emptyFolder(), "live");
    const there = await openTestVault(emptyFolder(), "live");

    const keys = [...keysOf(here), ...keysOf(there)];

    expect(new Set(keys).size).toBe(16);
    expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
    expect(here.signing.publicKey).not.toBe(there.signing.publicKey);
  });

  test("refuses a demonstration's folder to the live program, and the reverse", async () => {
    const demonstration = emptyFolder();
    const live = emptyFolder();
    await openTestVault(demonstration, "demonstration");
    await openTestVault(live, "live");

    const liveMeetsDemonstration = await faultOf(() => openTestVault(demonstration, "live"));
    const demonstrationMeetsLive = await faultOf(() => openTestVault(live, "demonstration"));

    expect(liveMeetsDemonstration?.code).toBe("data-folder.wrong-kind");
    expect(demonstrationMeetsLive?.code).toBe("data-folder.wrong-kind");
  });

  // Goal: no single changed bit of the file goes unseen.
  // Method: flip every bit of every byte, and open the folder itself with every 97th of them.
  test("is unreadable after any single bit of its file changed", async () => {
    const folder = emptyFolder();
    await openTestVault(folder, "live");
    const bytes = readFileSync(vaultPath(folder));

    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(vaultFileFrom(flipped)).toBeUndefined();
      if (bit % 97 !== 0) continue;

      writeFileSync(vaultPath(folder), flipped);
      expect((await faultOf(() => openTestVault(folder, "live")))?.code).toBe("vault.unreadable");
    }
    writeFileSync(vaultPath(folder), bytes);
    expect((await openTestVault(folder, "live")).kind).toBe("live");
  });

  test("is unreadable when cut short or empty", async () => {
    const folder = emptyFolder();
    await openTestVault(folder, "live");
    const text = readFileSync(vaultPath(folder), "utf8");

    writeFileSync(vaultPath(folder), text.slice(0, -1));
    const cut = await faultOf(() => openTestVault(folder, "live"));
    writeFileSync(vaultPath(folder), "");
    const empty = await faultOf(() => openTestVault(folder, "live"));

    expect(cut?.code).toBe("vault.unreadable");
    expect(empty?.code).toBe("vault.unreadable");
  });

  test("is not made anew beside a journal whose vault is missing", async () => {
    const folder = emptyFolder();
    const vault = await openTestVault(folder, "demonstration");
    (await openTestJournal(folder, { keys: vault })).close();
    rmSync(vaultPath(folder));

    const fault = await faultOf(() => openTestVault(folder, "demonstration"));

    expect(fault).toMatchObject({ code: "vault.unreadable", facts: { reason: "missing" } });
    expect(readdirSync(folder)).toEqual(["ledger"]);
  });

  test("leaves nothing behind of a making that was interrupted", async () => {
    const folder = emptyFolder();
    writeFileSync(`${vaultPath(folder)}.0011.tmp`, "half");

    await openTestVault(folder, "live");

    expect(readdirSync(folder)).toEqual(["ledger", "vault.json"]);
  });

  test("of a live branch never opens without a passphrase, whoever wrote the file", async () => {
    const folder = emptyFolder();
    await openTestVault(folder, "live");
    const { checksum: _, ...file } = JSON.parse(readFileSync(vaultPath(folder), "utf8"));

    const open = { ...file, slots: [{ method: "none", secret: "00".repeat(32) }] };
    writeFileSync(vaultPath(folder), sealedText(open));

    expect(await faultOf(() => openTestVault(folder, "live"))).toMatchObject({
      code: "vault.unreadable",
      facts: { reason: "unknown format" },
    });
  });
});
