import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { atCounter } from "#tests/support/at-counter.ts";
import { emptyFolder } from "#tests/support/journal-folder.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import { openWorkstation, type TestedOptions } from "#tests/support/workstation.ts";
import { checkBackup } from "../../../scripts/backup/restore-backup.mjs";

async function branch(teller = "2001", options: TestedOptions = {}) {
  const counter = await openWorkstation(await trialBranch(), "live", options);
  onTestFinished(() => counter.close());
  const people = atCounter(counter);
  await people.sit(teller);
  return { ...counter, people };
}
let counter: Awaited<ReturnType<typeof branch>>;
beforeEach(async () => {
  counter = await branch();
});

describe("备份 at the desk", () => {
  test("lays one file beside the data folder, and the journal says who made which", async () => {
    const made = await counter.get("backup.make", {});

    const { backup, file } = made;
    expect(dirname(file)).toBe(`${counter.folder}-backup`);
    expect(backup.name).toMatch(/^guitai-0303-\d{4}-\d\d-\d\d-\d+\.tar$/);
    expect(basename(file)).toBe(backup.name);
    expect(statSync(file)).toMatchObject({ size: backup.bytes });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(checkBackup({ file, expected: backup.manifest }).manifest.journal.sequence).toBe(
      backup.sequence,
    );
    expect(await counter.people.lastLine()).toEqual({
      code: "backup",
      teller: "2001",
      entries: ["backup.made"],
    });
    const view = await counter.get("backup.view", undefined);
    expect(view).toMatchObject({ latest: backup, commandsSince: 1, mayChoose: false });
    expect(view.making).toBeUndefined();
  });

  test("vouches for the file by the hash of its manifest", async () => {
    const { backup, file } = await counter.get("backup.make", {});

    const archive = readFileSync(file);
    const size = Number.parseInt(archive.toString("latin1", 124, 135), 8);
    const manifest = archive.subarray(512, 512 + size);
    expect(createHash("sha256").update(manifest).digest("hex")).toBe(backup.manifest);
  });

  test("goes on to another disk, in a folder that is there", async () => {
    const folder = emptyFolder();

    const { file, backup } = await counter.get("backup.make", { folder });

    expect(readdirSync(folder)).toEqual([backup.name]);
    expect(file).toBe(join(folder, backup.name));
  });

  test.each([
    ["usb", "not-absolute"],
    ["/media/usb\0", "not-absolute"],
    [`/nowhere/at/all`, "absent"],
  ])("is refused the folder %j", async (folder, reason) => {
    expect(await counter.ask("backup.make", { folder })).toEqual({
      ok: false,
      refusal: { code: "backup.folder-unfit", reason },
    });
  });

  test("is refused a file, and every folder that would be lost with the data", async () => {
    const file = join(emptyFolder(), "file");
    writeFileSync(file, "");
    const inside = join(counter.folder, "ledger", "seals", "deep");
    mkdirSync(inside, { recursive: true });
    const beside = `${counter.folder}-beside`;
    mkdirSync(beside);
    const refusalOf = async (folder: string) => {
      const reply = await counter.ask("backup.make", { folder });
      return reply.ok ? "made" : reply.refusal;
    };

    const unfit = (reason: string) => ({ code: "backup.folder-unfit", reason });
    expect(await refusalOf(file)).toEqual(unfit("no-folder"));
    expect(await refusalOf(counter.folder)).toEqual(unfit("in-the-data"));
    expect(await refusalOf(inside)).toEqual(unfit("in-the-data"));
    expect(await refusalOf(beside)).toBe("made");
  });

  test("is refused a folder below a file, and a name that no disk takes", async () => {
    const file = join(emptyFolder(), "file");
    writeFileSync(file, "");

    expect(await counter.ask("backup.make", { folder: join(file, "below") })).toMatchObject({
      refusal: { code: "backup.folder-unfit", reason: "no-folder" },
    });
    expect(await counter.ask("backup.make", { folder: `/${"n".repeat(300)}` })).toMatchObject({
      refusal: { code: "backup.disk-failed", errno: "ENAMETOOLONG" },
    });
  });

  test("is refused where a file stands in the place of the folder for backups", async () => {
    writeFileSync(`${counter.folder}-backup`, "somebody's");

    expect(await counter.ask("backup.make", {})).toMatchObject({
      refusal: { code: "backup.disk-failed", errno: "EEXIST" },
    });
    expect(readFileSync(`${counter.folder}-backup`, "utf8")).toBe("somebody's");
  });

  test("is never laid over a file of its name", async () => {
    const folder = emptyFolder();
    const { backup } = await counter.get("backup.make", {});
    const next = backup.name.replace(/\d+\.tar$/, `${backup.sequence + 1}.tar`);
    writeFileSync(join(folder, next), "somebody's");

    expect(await counter.ask("backup.make", { folder })).toMatchObject({
      refusal: { code: "backup.folder-unfit", reason: "taken" },
    });
    expect(readFileSync(join(folder, next), "utf8")).toBe("somebody's");
  });

  test("of books that cannot be read is a fault that names the file, and nobody waits for it", async () => {
    rmSync(join(counter.folder, "ledger", "seg-00000001.wal"));

    const failing = counter.ask("backup.make", {});
    const cancelled = counter.ask("backup.cancel", undefined);

    await expect(failing).rejects.toMatchObject({
      code: "journal.damaged",
      facts: { stop: "READ_FAILED", segment: "ledger", errno: "ENOENT" },
    });
    expect(await cancelled).toMatchObject({ ok: true });
  });

  test("is not begun by a workstation that went out of service meanwhile", async () => {
    const own = ownMachine();
    const failing = await branch("2001", own);
    const folder = emptyFolder();

    const making = failing.ask("backup.make", { folder });
    own.failDisk(1, "EIO");
    const left = failing.ask("session.sign-off", undefined);

    await expect(left).rejects.toMatchObject({ code: "journal.write-failed" });
    await expect(making).rejects.toMatchObject({ code: "workstation.out-of-service" });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("goes where the dialog of the system says, unless that was closed", async () => {
    const answers = ["/media/usb", undefined];
    const chooseFolder = async () => answers.shift();
    const choosing = await branch("2001", { chooseFolder });

    expect(await choosing.get("backup.view", undefined)).toMatchObject({ mayChoose: true });
    expect(await choosing.get("backup.choose-folder", undefined)).toEqual({ folder: "/media/usb" });
    expect(await choosing.get("backup.choose-folder", undefined)).toEqual({});
  });

  test.runIf(process.platform === "linux")("is refused by a disk that takes no files", async () => {
    expect(await counter.ask("backup.make", { folder: "/proc" })).toMatchObject({
      ok: false,
      refusal: { code: expect.stringMatching(/^backup\.disk-(failed|full)$/) },
    });
    expect(await counter.ask("workstation.view", undefined)).toMatchObject({ ok: true });
  });

  test("tells how far it is, and that one is being made", async () => {
    const making = counter.get("backup.make", {});
    const during = await counter.get("backup.view", undefined);
    const second = await counter.ask("backup.make", {});
    await making;

    expect(during.making).toEqual({ done: 0, total: 0 });
    expect(second).toEqual({ ok: false, refusal: { code: "backup.busy" } });
    const told = counter.notices.filter(({ channel }) => channel === "backup.progress");
    const [first, last] = [told[0]?.notice, told.at(-1)?.notice] as {
      done: number;
      total: number;
    }[];
    expect(first?.done).toBe(0);
    expect(last?.done).toBe(last?.total);
  });

  test("that is called off leaves no file and no entry", async () => {
    const before = await counter.people.lastLine();

    const making = counter.ask("backup.make", {});
    await counter.get("backup.cancel", undefined);

    expect(await making).toEqual({ ok: false, refusal: { code: "backup.cancelled" } });
    expect(readdirSync(`${counter.folder}-backup`)).toEqual([]);
    expect(await counter.people.lastLine()).toEqual(before);
    expect(await counter.ask("backup.make", {})).toMatchObject({ ok: true });
  });

  test("does not hold up the end of the program, which calls it off", async () => {
    const making = counter.ask("backup.make", {});
    await counter.close();

    expect(await making).toEqual({ ok: false, refusal: { code: "backup.cancelled" } });
    expect(readdirSync(`${counter.folder}-backup`)).toEqual([]);
  });

  test.each([
    ["1001", false],
    ["2001", true],
    ["3001", true],
  ])("is the business of supervisor and branch head alone: %s", async (teller, may) => {
    await counter.people.sit(teller);

    const asked = [
      await counter.ask("backup.view", undefined),
      await counter.ask("backup.make", {}),
      await counter.ask("backup.choose-folder", undefined),
      await counter.ask("backup.cancel", undefined),
    ];

    expect(asked.map(({ ok }) => ok)).toEqual([may, may, may, may]);
  });

  test("is made for nobody while nobody is at work", async () => {
    await counter.people.signOff();

    expect(await counter.ask("backup.make", {})).toEqual({
      ok: false,
      refusal: { code: "teller.not-signed-on" },
    });
  });
});
