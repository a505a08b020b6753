import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { planBackup } from "#main/backup/plan.ts";
import { writeBackup } from "#main/backup/write-backup.ts";
import { realDisk } from "#main/journal/disk.ts";
import { openTestVault } from "#tests/support/books.ts";
import { unpackFormat1 } from "#tests/support/journal-fixture.ts";
import {
  appendBehindHead,
  bodiesOf,
  emptyFolder,
  flip,
  openTestJournal,
  RECORDED_AT,
  record,
  segmentPath,
} from "#tests/support/journal-folder.ts";
import { readBackup } from "../../../scripts/backup/read-backup.mjs";

const run = promisify(execFile);

/** Runs one of the scripts as people do, from another folder, without a build. */
async function script(name: "backup" | "restore", ...words: readonly string[]) {
  const file = join(import.meta.dirname, `../../../scripts/${name}.mjs`);
  const end = await run(process.execPath, [file, ...words], { cwd: emptyFolder() }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
  return end as { readonly code: number; readonly stdout: string; readonly stderr: string };
}

async function liveFolder() {
  const folder = join(emptyFolder(), "data");
  const keys = await openTestVault(folder, "live");
  const journal = await openTestJournal(folder, { kind: "live", keys });
  const body = (sequence: number) => JSON.stringify({ sequence, entries: [] });
  record(journal, body(1), body(2));
  return { folder, keys, journal };
}

const bytesIn = (file: string) => {
  const parts = new Map<string, Buffer[]>();
  let name = "";
  const sink = {
    begin(next: string) {
      name = next;
      parts.set(name, []);
    },
    add: (bytes: Buffer) => parts.get(name)?.push(Buffer.from(bytes)),
    end: () => {},
  };
  readBackup(file, { sink });
  return [...parts].map(([part, chunks]) => [part, Buffer.concat(chunks).toString("base64")]);
};

describe("npm run backup, npm run restore", () => {
  test("carry a branch over to another folder without a key, and say what to compare", async () => {
    const { folder, journal } = await liveFolder();
    const bodies = bodiesOf(journal);
    journal.close();
    const [file, copy] = [join(emptyFolder(), "b.tar"), join(emptyFolder(), "copy")];

    const made = await script("backup", folder, file);
    const [, manifest = ""] = /^manifest +([0-9a-f]{64})$/m.exec(made.stdout) ?? [];
    const checked = await script("restore", file, "--check", "--manifest", manifest);
    const restored = await script("restore", file, copy, "--manifest", manifest);

    expect([made.code, checked.code, restored.code]).toEqual([0, 0, 0]);
    expect(checked.stdout).toContain("The backup is whole.");
    expect(made.stdout).not.toContain("IN CLEAR");
    const keys = await openTestVault(copy, "live");
    expect(bodiesOf(await openTestJournal(copy, { kind: "live", keys }))).toEqual(bodies);
    expect((await script("restore", file, copy)).stderr).toBe(
      `${copy} is there and not empty. Name another folder.\n`,
    );
    const wrong = await script("restore", file, "--check", "--manifest", "0".repeat(64));
    expect(wrong.stderr).toMatch(/^This is another backup: .*Compare the number/);
  });

  test("make the same of a folder as the program does, but for what only one of them knows", async () => {
    const { folder, keys, journal } = await liveFolder();
    const byProgram = join(emptyFolder(), "program.tar");
    const of = { kind: "live", branch: "0303", madeAt: RECORDED_AT, program: "0.1.0" } as const;
    const point = journal.point();
    const where = { folder, target: byProgram, roomLeft: 0 };
    const plan = planBackup({ ...where, disk: realDisk, keys, point, of });
    writeBackup(plan, { disk: realDisk, isCalledOff: () => false, onProgress: () => {} });
    journal.close();

    const byScript = join(emptyFolder(), "script.tar");
    await script("backup", folder, byScript);

    // HEAD has other counters: the program makes it anew for the point.
    const withoutHead = (file: string) => bytesIn(file).filter(([name]) => name !== "ledger/HEAD");
    expect(withoutHead(byScript)).toEqual(withoutHead(byProgram));
    expect(bytesIn(byScript).map(([name]) => name)).toEqual(
      bytesIn(byProgram).map(([name]) => name),
    );
  });

  test("lay a backup beside the folder where no file is named, and never over another", async () => {
    const { folder, journal } = await liveFolder();
    journal.close();
    const taken = join(emptyFolder(), "taken.tar");
    writeFileSync(taken, "somebody's");

    const made = await script("backup", folder);
    const refused = await script("backup", folder, taken);

    expect(made.code).toBe(0);
    expect(readdirSync(`${folder}-backup`)).toEqual([
      expect.stringMatching(/^guitai-[0-9a-f]{8}-\d{4}-\d\d-\d\d-2\.tar$/),
    ]);
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/ is there already\. Name a file/),
    });
    expect(readFileSync(taken, "utf8")).toBe("somebody's");
  });

  test("leave a folder alone that a workstation has open", async () => {
    const { folder, journal } = await liveFolder();

    const refused = await script("backup", folder);
    journal.close();
    const made = await script("backup", folder);

    expect(refused.stderr).toMatch(/^The workstation has this folder open\./);
    expect(made.code).toBe(0);
  });

  test("do not back up what nobody could restore", async () => {
    const damaged = await liveFolder();
    damaged.journal.close();
    flip(segmentPath(damaged.folder, 1), 4200);
    const ahead = await liveFolder();
    ahead.journal.close();
    appendBehindHead(ahead.folder, ahead.keys, JSON.stringify({ sequence: 3, entries: [] }));

    expect((await script("backup", damaged.folder)).stderr).toContain("Not to be trusted");
    expect((await script("backup", ahead.folder)).stderr).toMatch(/Open the workstation once\.\n$/);
    expect(existsSync(`${damaged.folder}-backup`)).toBe(false);
  });

  test("say of an older program's folder that it lies in clear", async () => {
    const { folder } = unpackFormat1("live");
    const file = join(emptyFolder(), "old.tar");

    const made = await script("backup", folder, file);
    const restored = await script("restore", file, join(emptyFolder(), "old"));

    expect(made.stdout).toContain("IN CLEAR   seg-00000001.wal");
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining("IN CLEAR") });
  });

  test.each([
    ["backup", []],
    ["backup", ["one", "two", "three"]],
    ["restore", ["file"]],
    ["restore", ["file", "folder", "--check"]],
  ] as const)("say how they are used: %s %j", async (name, words) => {
    expect(await script(name, ...words)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`npm run ${name} --`),
    });
  });
});
