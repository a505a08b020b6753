import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { assert } from "#core/kernel/assert.ts";
import { crc32 } from "#main/journal/crc32.ts";
import { encodeFrame } from "#main/journal/frame.ts";
import { rotateDataKey } from "#main/vault/open-vault.ts";
import { openTestVault, TRIAL_PASSPHRASE, testVaultPlace } from "#tests/support/books.ts";
import {
  appendBehindHead,
  emptyFolder,
  FRAME_AT,
  flip,
  headPath,
  openTestJournal,
  RECORDED_AT,
  record,
  rewrite,
  segmentPath,
  strangerKeys,
} from "#tests/support/journal-folder.ts";
import { needsPassphrase, verifyFolder } from "../../../scripts/verifier/folder.mjs";

const run = promisify(execFile);

/** What a command's body is: here a deposit of some fen into the branch's cash box. */
function deposit(sequence: number, fen: number, box = -fen): string {
  const postings = [
    { account: "6222000000000001", amount: fen },
    { account: "cash:0101", amount: box },
  ];
  return JSON.stringify({ sequence, entries: [{ type: "money.posted", memo: "存", postings }] });
}

async function openFolder(folder: string) {
  return openTestJournal(folder, { keys: await openTestVault(folder, "demonstration") });
}

/** The vault's keys with one more, which serves from then on. */
async function withNewKey(folder: string) {
  const rotated = await rotateDataKey(testVaultPlace(folder, "demonstration"), "");
  assert(rotated.ok, "a demonstration's key is changed without a passphrase");
  return rotated.value;
}

/** A live branch with two deposits. */
async function liveFolder(): Promise<string> {
  const folder = emptyFolder();
  const keys = await openTestVault(folder, "live");
  const journal = await openTestJournal(folder, { kind: "live", keys });
  record(journal, deposit(1, 100), deposit(2, 7));
  journal.close();
  return folder;
}

/** A data folder as the program leaves it: four deposits in two segments. */
async function folderOf(...bodies: readonly string[]): Promise<string> {
  const folder = emptyFolder();
  const journal = await openFolder(folder);
  for (const body of bodies) journal.append([body], RECORDED_AT);
  journal.close();
  return folder;
}

const fourDeposits = () =>
  folderOf(deposit(1, 100_00), deposit(2, 50), deposit(3, 1), deposit(4, 2));

const verify = (folder: string) => verifyFolder(folder, { withKey: false });
const verifyWithKey = (folder: string) => verifyFolder(folder, { withKey: true });

describe("verifying a data folder without the program's code", () => {
  test("agrees with what the program recorded", async () => {
    const folder = await fourDeposits();

    const found = verifyWithKey(folder);

    expect(found).toMatchObject({
      kind: "demonstration",
      frames: 4,
      opened: 4,
      segments: 2,
      firstAt: RECORDED_AT,
      lastAt: RECORDED_AT,
      notes: [],
    });
    expect([...found.balances]).toEqual([
      ["6222000000000001", 100_53],
      ["cash:0101", -100_53],
    ]);
  });

  test("follows the chain without a key, and says that no content was opened", async () => {
    const found = verify(await fourDeposits());

    expect(found).toMatchObject({ frames: 4, opened: 0, segments: 2, notes: [] });
    expect(found.balances.size).toBe(0);
  });

  test("tells of every frame with its hash, so that a seal can be compared", async () => {
    const folder = await folderOf(deposit(1, 1), deposit(2, 2));
    const seen: { sequence: number; hash: string; offset: number }[] = [];

    const found = verifyFolder(folder, {
      withKey: false,
      onFrame: ({ sequence, hash, offset }) =>
        seen.push({ sequence, hash: hash.toString("hex"), offset }),
    });

    expect(seen.map(({ sequence, offset }) => [sequence, offset])).toEqual([
      [1, FRAME_AT.first],
      [2, FRAME_AT.second],
    ]);
    expect(seen[1]?.hash).toBe(found.chainHead);
  });

  test("opens a live branch with its passphrase, and with no other", async () => {
    const folder = await liveFolder();

    const found = verifyFolder(folder, { withKey: true, passphrase: TRIAL_PASSPHRASE });

    expect(found).toMatchObject({ kind: "live", frames: 2, opened: 2 });
    expect(found.balances.get("cash:0101")).toBe(-107);
    expect(needsPassphrase(folder)).toBe(true);
    expect(() => verifyFolder(folder, { withKey: true, passphrase: "another one 42" })).toThrow(
      "does not open with this passphrase",
    );
    expect(() => verifyWithKey(folder)).toThrow("need a passphrase");
    expect(verify(folder)).toMatchObject({ kind: "live", opened: 0 });
  });

  test("opens contents under an older key and under the one after it", async () => {
    const folder = await folderOf(deposit(1, 1));
    const journal = await openFolder(folder);
    journal.rotate(await withNewKey(folder));
    record(journal, deposit(2, 2));
    journal.close();

    expect(verifyWithKey(folder)).toMatchObject({ frames: 2, opened: 2, segments: 2 });
  });

  test("names a segment whose contents are under a key that the vault does not have", async () => {
    const folder = await folderOf(deposit(1, 1));
    const before = readFileSync(join(folder, "vault.json"));
    const journal = await openFolder(folder);
    journal.rotate(await withNewKey(folder));
    journal.close();
    writeFileSync(join(folder, "vault.json"), before);

    expect(verify(folder).segments).toBe(2);
    expect(() => verifyWithKey(folder)).toThrow(
      "seg-00000002.wal, offset 144: holds contents under key 2",
    );
  });

  test("agrees with a batch whose frames end exactly at the edge of a block", async () => {
    const folder = emptyFolder();
    const journal = await openFolder(folder);
    const bodies = [1, 2].map((sequence) => deposit(sequence, 5).padEnd(4096 - 64 - 28 - 32 - 2));
    journal.append(bodies, RECORDED_AT);
    journal.close();

    expect(verifyWithKey(folder)).toMatchObject({ frames: 2, notes: [] });
  });

  test("agrees with a folder in which nothing was recorded yet", async () => {
    expect(verifyWithKey(await folderOf())).toMatchObject({ frames: 0, firstAt: undefined });
  });

  test("agrees with a folder after a crash that the program recovered from", async () => {
    const folder = await folderOf(deposit(1, 1), deposit(2, 2));
    const head = readFileSync(headPath(folder));
    const journal = await openFolder(folder);
    journal.append([deposit(3, 3)], RECORDED_AT);
    journal.close();
    writeFileSync(headPath(folder), head);
    flip(segmentPath(folder, 1), FRAME_AT.third + 80);

    expect(() => verify(folder)).toThrow(/frame 3, offset 12288: bytes that were never ack/);
    (await openFolder(folder)).close();

    expect(verifyWithKey(folder)).toMatchObject({ frames: 2, segments: 2 });
    expect(verify(folder).notes).toEqual([expect.stringContaining("set-aside bytes of a crash")]);
  });

  test("accepts a last command that was written but not yet acknowledged, and notes it", async () => {
    const folder = await folderOf(deposit(1, 1));
    const head = readFileSync(headPath(folder));
    const journal = await openFolder(folder);
    journal.append([deposit(2, 2)], RECORDED_AT);
    journal.close();
    writeFileSync(headPath(folder), head);

    expect(verify(folder).notes).toEqual(["frames 2 to 2 were written but never acknowledged"]);
  });

  test("does not accept a HEAD that was put back by more than one command", async () => {
    const folder = await folderOf(deposit(1, 1));
    const head = readFileSync(headPath(folder));
    const journal = await openFolder(folder);
    journal.append([deposit(2, 2)], RECORDED_AT);
    journal.append([deposit(3, 2)], RECORDED_AT);
    journal.close();
    writeFileSync(headPath(folder), head);

    expect(() => verify(folder)).toThrow("HEAD is more than one batch behind");
  });

  // Goal: a single changed bit anywhere in the folder is found, without any key.
  // Method: flip one bit of every byte that holds something or stands near such a byte, of every
  // 97th byte of the zeros between them, and every bit of the vault's file.
  test("finds every changed byte in every file", async () => {
    const folder = await fourDeposits();
    const files = [headPath(folder), segmentPath(folder, 1), segmentPath(folder, 2)];
    let flips = 0;
    const expectFound = (path: string, offset: number, mask: number) => {
      flip(path, offset, mask);
      expect(() => verify(folder), `${path} at ${offset}`).toThrow();
      flip(path, offset, mask);
      flips += 1;
    };

    for (const path of files) {
      const bytes = readFileSync(path);
      for (let offset = 0; offset < bytes.length; offset += 1) {
        const isNearWritten = bytes
          .subarray(Math.max(0, offset - 8), offset + 9)
          .some((byte) => byte !== 0);
        if (isNearWritten || offset % 97 === 0) expectFound(path, offset, 1 << (offset % 8));
      }
    }
    const vault = join(folder, "vault.json");
    for (let bit = 0; bit < statSync(vault).size * 8; bit += 1) {
      expectFound(vault, bit >> 3, 1 << (bit & 7));
    }
    expect(flips).toBeGreaterThan(4000);
    expect(verify(folder).frames).toBe(4);
  }, 600_000);

  test("names the first frame whose postings do not sum to zero", async () => {
    const folder = await folderOf(deposit(1, 100), deposit(2, 100, -99));

    expect(() => verifyWithKey(folder)).toThrow(
      "seg-00000001.wal, frame 2, offset 8192: postings sum to 1 fen instead of zero",
    );
  });

  test.each([
    ["body is not JSON", "存"],
    ["body names another sequence than its frame", deposit(2, 1)],
    ["body has no entries", '{"sequence":1}'],
    ["an entry of money has no postings", '{"sequence":1,"entries":[{"type":"money.posted"}]}'],
    ["a posting has no account or no whole amount", deposit(1, 0.5)],
  ])("names a frame whose %s", async (problem, body) => {
    const folder = await folderOf(body);

    expect(() => verifyWithKey(folder)).toThrow(`frame 1, offset 4096: ${problem}`);
  });

  test("names every file that does not belong to the folder", async () => {
    const folder = await fourDeposits();

    writeFileSync(join(folder, "notes.txt"), "x");
    expect(() => verify(folder)).toThrow("notes.txt: does not belong");
    rmSync(join(folder, "notes.txt"));

    for (const name of ["seg-00000003.wal.old", "vault.json.0011223344556677.tmp", "x.tmp"]) {
      writeFileSync(join(folder, "ledger", name), "x");
      expect(() => verify(folder)).toThrow(`${name}: does not belong`);
      rmSync(join(folder, "ledger", name));
    }

    mkdirSync(join(folder, "ledger", "seals"));
    writeFileSync(join(folder, "ledger", "seals", "notes.txt"), "x");
    expect(() => verify(folder)).toThrow("seals/notes.txt: does not belong");
    rmSync(join(folder, "ledger", "seals"), { recursive: true });

    symlinkSync(segmentPath(folder, 2), join(folder, "ledger", "seg-00000003.wal"));
    expect(() => verify(folder)).toThrow("seg-00000003.wal: does not belong");
  });

  test("knows the seals, the copies of the books and the reserve by their names", async () => {
    const folder = await fourDeposits();
    const ledger = join(folder, "ledger");
    mkdirSync(join(ledger, "seals"));
    writeFileSync(join(ledger, "seals", "2026-03-02.seal"), "x");
    writeFileSync(join(ledger, "reserve.bin"), Buffer.alloc(4096));
    writeFileSync(join(ledger, "snap-000000000004.db"), "x");
    writeFileSync(join(ledger, "snap-000000000005.db.tmp"), "x");

    expect(verify(folder).notes).toEqual([
      "snap-000000000004.db is a copy made from the journal, and was not looked into",
      "snap-000000000005.db.tmp is a copy made from the journal, and was not looked into",
    ]);
    flip(join(ledger, "reserve.bin"), 77);
    expect(() => verify(folder)).toThrow("reserve.bin, offset 77: holds more than zeros");
  });

  test("notes what a crash left half made, and the seal that was set aside", async () => {
    const folder = await fourDeposits();
    mkdirSync(join(folder, "ledger", "seals"));
    const setAside = `ledger/seals/2026-03-02.seal.set-aside-${"0".repeat(64)}`;
    const left = [
      "vault.json.0011223344556677.tmp",
      "ledger/HEAD.tmp",
      "ledger/reserve.bin.tmp",
      "ledger/seg-00000003.wal.tmp",
      "ledger/seals/2026-03-02.seal.part",
    ];
    for (const name of [...left, setAside]) writeFileSync(join(folder, name), "x");

    const { notes } = verify(folder);

    expect(notes).toHaveLength(6);
    for (const name of left) {
      const said = `${name.replace("ledger/", "")} is half a file that a crash left`;
      expect(notes).toContainEqual(expect.stringContaining(said));
    }
    expect(notes).toContainEqual(expect.stringContaining("was set aside; it was not looked into"));
  });

  test("names a segment in clear after sealed ones: only the first programs wrote any", async () => {
    const folder = await fourDeposits();
    rewrite(segmentPath(folder, 2), (bytes) => {
      bytes.writeUInt16LE(1, 8);
      bytes.writeUInt32LE(crc32(bytes.subarray(0, 224)), 224);
      return bytes;
    });

    expect(() => verify(folder)).toThrow(
      "seg-00000002.wal, offset 8: is in clear after contents that are sealed",
    );
  });

  test("names what is missing", async () => {
    const folder = await fourDeposits();

    rmSync(segmentPath(folder, 2));
    expect(() => verify(folder)).toThrow("HEAD, frame 4");
    rmSync(headPath(folder));
    expect(() => verify(folder)).toThrow("ledger/HEAD: is missing");
    rmSync(join(folder, "vault.json"));
    expect(() => verify(folder)).toThrow("vault.json: is missing");
  });

  test("finds unused space that was cut off or added", async () => {
    const folder = await folderOf(deposit(1, 1));
    const whole = readFileSync(segmentPath(folder, 1));

    writeFileSync(segmentPath(folder, 1), whole.subarray(0, -1));
    expect(() => verify(folder)).toThrow("has 16383 bytes instead of 16384");
    writeFileSync(segmentPath(folder, 1), Buffer.concat([whole, Buffer.alloc(1)]));
    expect(() => verify(folder)).toThrow("has 16385 bytes instead of 16384");
  });

  test("finds with the key what was forged with every sum made to fit", async () => {
    const folder = await folderOf(deposit(1, 100));
    forgeOnlyFrame(folder, deposit(1, 999_999));

    expect(verify(folder).frames).toBe(1);
    expect(() => verifyWithKey(folder)).toThrow("not sealed with the vault's key");
  });

  test("finds with the key a last command that somebody added without it", async () => {
    const folder = await folderOf(deposit(1, 100));
    appendBehindHead(folder, strangerKeys, deposit(2, 999_999));

    expect(verify(folder).notes).toEqual(["frames 2 to 2 were written but never acknowledged"]);
    expect(() => verifyWithKey(folder)).toThrow(
      "seg-00000001.wal, frame 2, offset 8192: was not sealed with the vault's key",
    );
    await expect(openFolder(folder)).rejects.toMatchObject({ facts: { stop: "FRAME_FORGED" } });
  });

  test("accepts with the key a last command that was written but not yet acknowledged", async () => {
    const folder = await folderOf(deposit(1, 100));
    appendBehindHead(folder, await openTestVault(folder, "demonstration"), deposit(2, 5));

    expect(verifyWithKey(folder)).toMatchObject({ frames: 2 });
  });

  test("checks four megabytes of unused space in one go", async () => {
    const folder = emptyFolder();
    const keys = await openTestVault(folder, "demonstration");
    (await openTestJournal(folder, { keys, segmentBytes: 4 * 1024 * 1024 })).close();
    expect(verify(folder).segments).toBe(1);

    flip(segmentPath(folder, 1), 4 * 1024 * 1024 - 1);

    expect(() => verify(folder)).toThrow("seg-00000001.wal, frame 1, offset");
  });
});

describe("npm run verify", () => {
  test("prints a summary and succeeds on a sound folder", async () => {
    const folder = await fourDeposits();

    const { stdout } = await run(process.execPath, ["scripts/verify.mjs", folder, "--key"]);

    expect(stdout).toMatch(/^frames {5}4$/m);
    expect(stdout).toMatch(/^balances {3}2 accounts, sum 0 fen$/m);
    expect(stdout).toMatch(/^contents {3}checked$/m);
    expect(stdout).toMatch(/^written by the vault's keys$/m);
    expect(stdout).toMatch(/^chain head [0-9a-f]{64}$/m);
  });

  test("says without the key that no content was opened, and shows no balance", async () => {
    const folder = await fourDeposits();

    const { stdout } = await run(process.execPath, ["scripts/verify.mjs", folder]);

    expect(stdout).toMatch(/^contents {3}0 frames in clear checked \(--key\)$/m);
    expect(stdout).toMatch(/^ +headers and HEAD: not checked without --key$/m);
    expect(stdout).not.toMatch(/^balances/m);
  });

  test("takes a live branch's passphrase from the environment", async () => {
    const folder = await liveFolder();
    const env = { ...process.env, GUITAI_PASSPHRASE: TRIAL_PASSPHRASE };

    const { stdout } = await run(process.execPath, ["scripts/verify.mjs", folder, "--key"], {
      env,
    });

    expect(stdout).toMatch(/^balances {3}2 accounts, sum 0 fen$/m);
  });

  test("says of a wrong passphrase that nothing was checked, not that the folder is bad", async () => {
    const folder = await liveFolder();
    const env = { ...process.env, GUITAI_PASSPHRASE: "another one 42" };

    await expect(
      run(process.execPath, ["scripts/verify.mjs", folder, "--key"], { env }),
    ).rejects.toMatchObject({
      code: 1,
      stderr: "Not checked: the vault does not open with this passphrase\n",
    });
  });

  test("names the first bad frame and fails on a damaged folder", async () => {
    const folder = await fourDeposits();
    flip(segmentPath(folder, 1), FRAME_AT.second + 70);

    const failure = run(process.execPath, ["scripts/verify.mjs", folder]);

    await expect(failure).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("seg-00000001.wal, frame 2, offset 8192: acknowledged frame"),
    });
  });

  test("fails and explains itself without a folder", async () => {
    await expect(run(process.execPath, ["scripts/verify.mjs"])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("npm run verify -- DIR"),
    });
  });
});

/** Rewrites the only frame, and HEAD with it, as somebody could who has no key. */
function forgeOnlyFrame(folder: string, body: string): void {
  rewrite(segmentPath(folder, 1), (bytes) => {
    const forged = encodeFrame({
      sequence: 1,
      batchFirst: 1,
      recordedAt: RECORDED_AT,
      text: Buffer.from(body),
      salt: bytes.subarray(48, 64),
      previousHash: Buffer.alloc(32),
      key: new Uint8Array(32).fill(9),
    });
    const head = readFileSync(headPath(folder));
    const end = FRAME_AT.first + forged.bytes.length;
    head.writeBigUInt64LE(BigInt(end), 64);
    forged.hash.copy(head, 24);
    head.writeUInt32LE(crc32(head.subarray(0, 128)), 128);
    writeFileSync(headPath(folder), head);
    bytes.fill(0, FRAME_AT.first);
    forged.bytes.copy(bytes, FRAME_AT.first);
    return bytes;
  });
}
