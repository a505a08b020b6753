import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openVault } from "#main/vault/vault.ts";
import { sealedText } from "#main/vault/vault-file.ts";
import { emptyFolder, faultOf, flip, openTestJournal } from "#tests/support/journal-folder.ts";

const masterFile = {
  format: "guitai.vault",
  version: 1,
  installId: "00112233445566778899aabbccddeeff",
  createdAt: 0,
  wrapping: { method: "none" },
  masterKey: "07".repeat(32),
} as const;
const vaultPath = (folder: string) => join(folder, "vault.json");

describe("the vault of a data folder", () => {
  test("is made once, and gives the same keys ever after", () => {
    const folder = emptyFolder();

    const made = openVault(folder, "live");
    const opened = openVault(folder, "live");

    expect(opened).toEqual(made);
    expect(made.installId).toMatch(/^[0-9a-f]{32}$/);
    expect(readdirSync(folder)).toEqual(["vault.json"]);
  });

  test("can be read by its owner only", () => {
    const folder = emptyFolder();
    openVault(folder, "live");

    expect(statSync(vaultPath(folder)).mode & 0o777).toBe(0o600);
  });

  test("is a JSON file that says that its key is not wrapped", () => {
    const folder = emptyFolder();
    openVault(folder, "demonstration");

    const file = JSON.parse(readFileSync(vaultPath(folder), "utf8"));

    expect(file).toMatchObject({
      format: "guitai.vault",
      version: 1,
      kind: "demonstration",
      wrapping: { method: "none" },
    });
  });

  test("has another key for every purpose, and others in every installation", () => {
    const here = openVault(emptyFolder(), "live");
    const there = openVault(emptyFolder(), "live");
    const keysOf = (vault: typeof here) =>
      [
        vault.journalMac,
        vault.pinPepper,
        vault.cardVerification,
        vault.searchIndex,
        vault.passwordCard,
      ].map((key) => Buffer.from(key).toString("hex"));

    const keys = [...keysOf(here), ...keysOf(there)];

    expect(new Set(keys).size).toBe(10);
    expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
  });

  test("P01: has a key space of password cards for each kind of branch, even from one master key", () => {
    const [live, shown] = (["live", "demonstration"] as const).map((kind) => {
      const folder = emptyFolder();
      writeFileSync(vaultPath(folder), sealedText({ ...masterFile, kind }));
      return openVault(folder, kind);
    });

    expect(live?.pinPepper).toEqual(shown?.pinPepper);
    expect(live?.passwordCard).not.toEqual(shown?.passwordCard);
  });

  test("never shows the master key among the keys it gives out", () => {
    const folder = emptyFolder();
    const vault = openVault(folder, "live");
    const { masterKey } = JSON.parse(readFileSync(vaultPath(folder), "utf8"));

    expect(JSON.stringify(vault)).not.toContain(masterKey);
    expect(Buffer.from(vault.journalMac).toString("hex")).not.toBe(masterKey);
  });

  test("refuses a demonstration's folder to the live program, and the reverse", async () => {
    const demonstration = emptyFolder();
    const live = emptyFolder();
    openVault(demonstration, "demonstration");
    openVault(live, "live");

    const liveMeetsDemonstration = await faultOf(() => openVault(demonstration, "live"));
    const demonstrationMeetsLive = await faultOf(() => openVault(live, "demonstration"));

    expect(liveMeetsDemonstration?.code).toBe("data-folder.wrong-kind");
    expect(demonstrationMeetsLive?.code).toBe("data-folder.wrong-kind");
  });

  // Goal: no single changed bit of the file goes unseen.
  // Method: flip every bit of every byte.
  test("is unreadable after any single bit of its file changed", async () => {
    const folder = emptyFolder();
    openVault(folder, "live");
    const length = statSync(vaultPath(folder)).size;

    for (let bit = 0; bit < length * 8; bit += 1) {
      flip(vaultPath(folder), bit >> 3, 1 << (bit & 7));
      expect((await faultOf(() => openVault(folder, "live")))?.code).toBe("vault.unreadable");
      flip(vaultPath(folder), bit >> 3, 1 << (bit & 7));
    }
    expect(openVault(folder, "live").kind).toBe("live");
  });

  test("is unreadable when cut short or empty", async () => {
    const folder = emptyFolder();
    openVault(folder, "live");
    const text = readFileSync(vaultPath(folder), "utf8");

    writeFileSync(vaultPath(folder), text.slice(0, -1));
    const cut = await faultOf(() => openVault(folder, "live"));
    writeFileSync(vaultPath(folder), "");
    const empty = await faultOf(() => openVault(folder, "live"));

    expect(cut?.code).toBe("vault.unreadable");
    expect(empty?.code).toBe("vault.unreadable");
  });

  test("is not made anew beside a journal whose vault is missing", async () => {
    const folder = emptyFolder();
    const vault = openVault(folder, "demonstration");
    (await openTestJournal(folder, { keys: vault })).close();
    rmSync(vaultPath(folder));

    const fault = await faultOf(() => openVault(folder, "demonstration"));

    expect(fault).toMatchObject({ code: "vault.unreadable", facts: { reason: "missing" } });
    expect(readdirSync(folder)).toEqual(["ledger"]);
  });

  test("leaves nothing behind of a making that was interrupted", () => {
    const folder = emptyFolder();
    writeFileSync(`${vaultPath(folder)}.0011.tmp`, "half");

    openVault(folder, "live");

    expect(readdirSync(folder)).toEqual(["vault.json"]);
  });
});
