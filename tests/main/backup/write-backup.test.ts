import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planBackup } from "#main/backup/plan.ts";
import { type BackupWork, writeBackup } from "#main/backup/write-backup.ts";
import { type Disk, realDisk } from "#main/journal/disk.ts";
import type { Journal } from "#main/journal/journal.ts";
import { openTestVault } from "#tests/support/books.ts";
import { faultyDisk } from "#tests/support/journal-faulty-disk.ts";
import {
  emptyFolder,
  openTestJournal,
  RECORDED_AT,
  record,
} from "#tests/support/journal-folder.ts";
import { restoreBackup } from "../../../scripts/backup/restore-backup.mjs";

const BIG = "x".repeat(9000);

/** A journal of several small segments, and a backup of it that was planned this moment. */
async function planned(roomLeft = 0) {
  const folder = emptyFolder();
  const keys = await openTestVault(folder, "live");
  const journal = await openTestJournal(folder, { kind: "live", keys });
  record(journal, "one", BIG, "three", BIG, "five");
  const into = emptyFolder();
  const target = join(into, "guitai-0303-2026-03-02-5.tar");
  const of = { kind: "live", branch: "0303", madeAt: RECORDED_AT, program: "0.1.0" } as const;
  const point = journal.point();
  const plan = planBackup({ folder, disk: realDisk, keys, point, of, target, roomLeft });
  return { folder, keys, journal, into, target, plan };
}

function work(more: Partial<BackupWork> = {}): BackupWork {
  return { disk: realDisk, isCalledOff: () => false, onProgress: () => {}, ...more };
}

const bodies = (journal: Journal) => [...journal.frames()].map(({ body }) => body);

async function bodiesIn(file: string): Promise<readonly string[]> {
  const folder = join(emptyFolder(), "restored");
  restoreBackup({ file, folder });
  const keys = await openTestVault(folder, "live");
  return bodies(await openTestJournal(folder, { kind: "live", keys }));
}

describe("a backup", () => {
  test("holds the journal up to its point, whatever is committed between any two of its pieces", async () => {
    const { journal, plan, target } = await planned();
    let commands = 0;

    const outcome = writeBackup(
      plan,
      work({
        onProgress() {
          commands += 1;
          journal.append([`meanwhile ${commands}`], RECORDED_AT);
        },
      }),
    );

    expect(outcome).toMatchObject({ status: "made", clearSegments: 0 });
    expect(commands).toBeGreaterThan(10);
    expect(journal.lastSequence).toBe(5 + commands);
    expect(await bodiesIn(target)).toEqual(["one", BIG, "three", BIG, "five"]);
  });

  test("tells how far it is, from nothing to all of its bytes, and never backward", async () => {
    const { plan } = await planned();
    const told: (readonly [number, number])[] = [];

    writeBackup(plan, work({ onProgress: (done, total) => told.push([done, total]) }));

    const dones = told.map(([done]) => done);
    expect(dones[0]).toBe(0);
    expect(dones).toEqual([...dones].sort((one, other) => one - other));
    const [last = 0, total = 0] = told.at(-1) ?? [];
    expect(last).toBeGreaterThanOrEqual(total);
    expect(new Set(told.map(([, all]) => all)).size).toBe(1);
  });

  test("that is called off after any of its pieces leaves nothing", async () => {
    const { plan, into } = await planned();
    let pieces = 0;
    writeBackup(
      { ...plan, target: `${plan.target}.first` },
      work({ onProgress: () => (pieces += 1) }),
    );

    for (let until = 1; until <= pieces; until += 1) {
      let seen = 0;
      const isCalledOff = () => seen >= until;
      const outcome = writeBackup(plan, work({ isCalledOff, onProgress: () => (seen += 1) }));

      expect(outcome).toEqual({ status: "called-off" });
      expect(readdirSync(into)).toEqual(["guitai-0303-2026-03-02-5.tar.first"]);
    }
  });

  test.each(["EIO", "half-written", "EIO-after"] as const)(
    "on a disk that fails (%s) at any call is refused or whole, and the books are as they were",
    async (how) => {
      const { plan, journal } = await planned();
      const { disk, failAt, hasFailed } = faultyDisk();
      const outcomes = new Set<string>();

      for (let at = 1; at === 1 || hasFailed(); at += 1) {
        const into = emptyFolder();
        failAt(at, how);
        const outcome = writeBackup({ ...plan, target: join(into, "b.tar") }, work({ disk }));
        outcomes.add(outcome.status);
        const whole = readdirSync(into).filter((name) => name === "b.tar");
        expect(whole).toEqual(outcome.status === "made" ? ["b.tar"] : []);
      }

      expect([...outcomes].sort()).toEqual(["made", "target-failed"]);
      expect(journal.append(["six"], RECORDED_AT)).toHaveLength(1);
    },
  );

  test("is refused where it would take the room that the books still need, to the byte", async () => {
    const { plan, into } = await planned(1000);
    const made = writeBackup({ ...plan, target: join(into, "first.tar"), roomLeft: 0 }, work());
    const bytes = made.status === "made" ? made.bytes : 0;
    const withFree = (free: number): Disk => ({ ...realDisk, freeBytes: () => free });

    const short = writeBackup(plan, work({ disk: withFree(bytes + 999) }));
    const enough = writeBackup(plan, work({ disk: withFree(bytes + 1000) }));

    expect(short).toEqual({ status: "target-failed", errno: "ENOSPC", bytes });
    expect(enough.status).toBe("made");
    expect(readFileSync(join(into, "first.tar"))).toHaveLength(bytes);
  });

  test("is never laid over a file that is there", async () => {
    const { plan, target } = await planned();
    writeFileSync(target, "somebody's");

    expect(writeBackup(plan, work())).toEqual({ status: "taken" });
    expect(readFileSync(target, "utf8")).toBe("somebody's");
  });

  test("is not made of books that cannot be read, or that change where they never may", async () => {
    const { plan, into, folder } = await planned();
    const segment = join(folder, "ledger", "seg-00000001.wal");
    const sick: Disk = {
      ...realDisk,
      open(path, access) {
        if (path === segment) throw Object.assign(new Error("sick"), { code: "EIO" });
        return realDisk.open(path, access);
      },
    };
    const unread = writeBackup(plan, work({ disk: sick }));
    const hashedOnce = plan.files.length;
    let pieces = 0;
    const changed = writeBackup(
      plan,
      work({
        onProgress() {
          pieces += 1;
          if (pieces !== hashedOnce + 1) return;
          const bytes = readFileSync(segment);
          bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000);
          writeFileSync(segment, bytes);
        },
      }),
    );

    expect(unread).toMatchObject({ status: "source-failed", errno: "EIO" });
    expect(changed).toEqual({
      status: "source-failed",
      file: "ledger/seg-00000001.wal",
      errno: "CHANGED",
    });
    expect(readdirSync(into)).toEqual([]);
  });

  test("is not made where a segment ends before it should: somebody cut it short meanwhile", async () => {
    const { plan, into, folder } = await planned();
    const segment = join(folder, "ledger", "seg-00000002.wal");
    const onProgress = () => truncateSync(segment, 5000);

    expect(writeBackup(plan, work({ onProgress }))).toEqual({
      status: "source-failed",
      file: "ledger/seg-00000002.wal",
      errno: "SHORT_READ",
    });
    expect(readdirSync(into)).toEqual([]);
  });

  test("is refused where the disk gives back other bytes than it took", async () => {
    const { plan, into } = await planned();
    const lying: Disk = {
      ...realDisk,
      write: (file, bytes, offset) => {
        const other = Buffer.from(bytes);
        if (offset === 0) other.writeUInt8(other.readUInt8(0) ^ 1, 0);
        return realDisk.write(file, other, offset);
      },
    };

    expect(writeBackup(plan, work({ disk: lying }))).toMatchObject({
      status: "target-failed",
      errno: "DIFFERS",
    });
    expect(readdirSync(into)).toEqual([]);
  });

  test("may be called off until the very moment in which it would get its name", async () => {
    const { plan, into } = await planned();
    let asked = 0;
    const elsewhere = { ...plan, target: join(emptyFolder(), "whole.tar") };
    writeBackup(elsewhere, work({ isCalledOff: () => ++asked < 0 }));
    const last = asked;

    asked = 0;
    const outcome = writeBackup(plan, work({ isCalledOff: () => ++asked === last }));

    expect(outcome).toEqual({ status: "called-off" });
    expect(readdirSync(into)).toEqual([]);
  });

  test("never takes a mistake of the program for a bad disk, and leaves nothing of it", async () => {
    const { plan, into } = await planned();
    const onProgress = (done: number) => {
      if (readdirSync(into).length > 0) throw new TypeError(`a mistake at ${done}`);
    };

    expect(() => writeBackup(plan, work({ onProgress }))).toThrow(TypeError);
    expect(readdirSync(into)).toEqual([]);
  });

  test("takes the place of what a killed program has left of one", async () => {
    const { plan, into, target } = await planned();
    writeFileSync(`${target}.part`, "half");

    expect(writeBackup(plan, work()).status).toBe("made");
    expect(readdirSync(into)).toEqual(["guitai-0303-2026-03-02-5.tar"]);
  });
});
