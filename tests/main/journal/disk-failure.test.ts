import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Fault } from "#core/kernel/fault.ts";
import { realDisk } from "#main/journal/disk.ts";
import { type DiskFailure, faultyDisk, watchedDisk } from "#tests/support/journal-faulty-disk.ts";
import {
  bodiesOf,
  emptyFolder,
  faultOf,
  flip,
  headPath,
  ledgerNames,
  openTestJournal,
  RECORDED_AT,
  record,
} from "#tests/support/journal-folder.ts";

const COMMANDS = ['{"a":1}', '{"a":2}', '{"a":3}', '{"a":4}', '{"a":5}'];

/** Commands until the first fault; those that were answered, and whether there was a fault. */
async function recordUntilFault(folder: string, disk: typeof realDisk) {
  const answered: string[] = [];
  try {
    const journal = await openTestJournal(folder, { disk });
    try {
      for (const body of COMMANDS) {
        journal.append([body], RECORDED_AT);
        answered.push(body);
      }
    } finally {
      journal.close();
    }
    return { answered, code: undefined };
  } catch (failure) {
    if (!(failure instanceof Fault)) throw failure;
    return { answered, code: failure.code };
  }
}

/** One answered command, and half of a second one. */
async function leaveTornTail(folder: string) {
  const { disk, failAt } = faultyDisk();
  const journal = await openTestJournal(folder, { disk });
  record(journal, '{"a":1}');
  failAt(1, "half-written");
  await faultOf(() => record(journal, JSON.stringify("x".repeat(6000))));
  journal.close();
}

/** A whole command behind a HEAD whose slot for it was torn. */
async function leaveTornHead(folder: string) {
  const journal = await openTestJournal(folder);
  record(journal, '{"a":1}');
  record(journal, '{"a":2}');
  journal.close();
  flip(headPath(folder), 4096 + 20); // The first command went into slot 0, the second into slot 1.
}

describe("a disk that fails", () => {
  test("is asked for the frame first, then for HEAD, each flushed before the answer", async () => {
    const { disk, seen } = watchedDisk();
    const journal = await openTestJournal(emptyFolder(), { disk });
    seen.length = 0;

    record(journal, '{"a":1}');

    expect(seen).toEqual([
      "write seg-00000001.wal",
      "flush seg-00000001.wal",
      "write HEAD",
      "flush HEAD",
    ]);
  });

  test("gets a new segment under its name only when all of it is flushed", async () => {
    const { disk, seen } = watchedDisk();
    const journal = await openTestJournal(emptyFolder(), { disk });
    record(journal, '{"a":1}', '{"a":2}', '{"a":3}');
    seen.length = 0;

    record(journal, '{"a":4}');

    expect(seen.slice(0, 5)).toEqual([
      "write seg-00000002.wal.tmp",
      "write seg-00000002.wal.tmp",
      "flush seg-00000002.wal.tmp",
      "rename to seg-00000002.wal",
      "flush folder ledger",
    ]);
  });

  test("gets what a crash left written once more, before anything builds on it", async () => {
    const folder = emptyFolder();
    await leaveTornTail(folder);
    const { disk, seen } = watchedDisk();

    await openTestJournal(folder, { disk });

    expect(seen.slice(1)).toEqual([
      "flush folder ledger",
      "flush HEAD",
      // HEAD is whole, and stays so as long as the tail is torn: a second crash must not spoil both.
      "write seg-00000001.wal",
      "flush seg-00000001.wal",
      "write seg-00000002.wal.tmp",
      "write seg-00000002.wal.tmp",
      "flush seg-00000002.wal.tmp",
      "rename to seg-00000002.wal",
      "flush folder ledger",
      "write HEAD",
      "flush HEAD",
      "write HEAD",
      "flush HEAD",
    ]);
  });

  test("gets a torn HEAD whole again before the command behind it is written once more", async () => {
    const folder = emptyFolder();
    await leaveTornHead(folder);
    const { disk, seen } = watchedDisk();

    await openTestJournal(folder, { disk });

    expect(seen.slice(3, 9)).toEqual([
      "write HEAD",
      "flush HEAD",
      "write HEAD",
      "flush HEAD",
      "write seg-00000001.wal",
      "flush seg-00000001.wal",
    ]);
  });

  test("has lost a half-made segment for good before one of its name is made anew", async () => {
    const folder = emptyFolder();
    await leaveTornTail(folder);
    const next = "seg-00000002.wal.tmp";
    writeFileSync(join(folder, "ledger", next), "half");
    const { disk, seen } = watchedDisk();

    await openTestJournal(folder, { disk });

    const removed = seen.indexOf(`unlink ${next}`);
    expect(removed).toBeGreaterThan(0);
    expect(seen[removed + 1]).toBe("flush folder ledger");
    expect(seen.indexOf(`write ${next}`)).toBeGreaterThan(removed);
  });

  test("is not asked again after a failed flush: the outcome is unknown until reopened", async () => {
    const { disk, failAt, calls } = faultyDisk();
    const journal = await openTestJournal(emptyFolder(), { disk });
    failAt(2, "EIO-after");

    const failed = await faultOf(() => record(journal, '{"a":1}'));
    const callsWhenFailed = calls();
    const refused = await faultOf(() => record(journal, '{"a":2}'));

    expect(failed).toMatchObject({ code: "journal.write-failed", facts: { errno: "EIO" } });
    expect(refused).toMatchObject({ code: "journal.write-failed", facts: { state: "poisoned" } });
    expect(calls()).toBe(callsWhenFailed);
    expect(bodiesOf(journal)).toEqual([]);
  });

  test("is not trusted after a short write, as a full disk makes it", async () => {
    const { disk, failAt } = faultyDisk();
    const journal = await openTestJournal(emptyFolder(), { disk });
    failAt(1, "half-written");

    const failed = await faultOf(() => record(journal, '{"a":1}'));
    const refused = await faultOf(() => record(journal, '{"a":1}'));

    expect(failed?.facts).toEqual({ errno: "SHORT_WRITE" });
    expect(refused?.facts).toEqual({ state: "poisoned" });
  });

  test("that does not give bytes back stops the start, naming the file", async () => {
    const folder = emptyFolder();
    (await openTestJournal(folder)).close();
    const disk = {
      ...realDisk,
      read: () => {
        throw Object.assign(new Error("injected"), { code: "EIO" });
      },
    };

    const fault = await faultOf(() => openTestJournal(folder, { disk }));

    expect(fault).toMatchObject({
      code: "journal.damaged",
      facts: { stop: "READ_FAILED", segment: "seg-00000001.wal", errno: "EIO" },
    });
  });

  // Goal: wherever the disk fails once, every answered command is there after the restart, nothing
  // is there that was not submitted, and the journal takes new commands.
  // Method: five commands over two segments; fail the 1st, 2nd, ... changing call, until none is
  // left; the failing call does nothing, does half, or does all.
  test.each<DiskFailure>(["EIO", "half-written", "EIO-after"])(
    "loses nothing that was answered, whichever call fails (%s)",
    async (failure) => {
      let failedCalls = 0;
      for (let at = 1; ; at += 1) {
        const folder = emptyFolder();
        const faulty = faultyDisk();
        faulty.failAt(at, failure);
        const { answered, code } = await recordUntilFault(folder, faulty.disk);
        if (!faulty.hasFailed()) break;
        failedCalls += 1;
        expect(code).toBe("journal.write-failed");

        const reopened = await openTestJournal(folder);
        const kept = bodiesOf(reopened);
        expect(kept.slice(0, answered.length)).toEqual(answered);
        expect(kept).toEqual(COMMANDS.slice(0, kept.length));
        expect(kept.length - answered.length).toBeLessThanOrEqual(1);

        record(reopened, '{"after":1}');
        reopened.close();
        const again = await openTestJournal(folder);
        expect(bodiesOf(again)).toEqual([...kept, '{"after":1}']);
        expect(again.notices).toEqual([]);
        expect(ledgerNames(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
        again.close();
        rmSync(folder, { recursive: true });
      }
      expect(failedCalls).toBeGreaterThan(30);
    },
  );

  // Goal: recovery itself may fail at any call and the next recovery still loses nothing.
  // Method: leave a torn tail behind, then fail the 1st, 2nd, ... changing call of the reopening.
  test.each<DiskFailure>(["EIO", "half-written", "EIO-after"])(
    "may fail again while the journal recovers (%s)",
    async (failure) => {
      for (let at = 1; ; at += 1) {
        const folder = emptyFolder();
        await leaveTornTail(folder);
        const faulty = faultyDisk();
        faulty.failAt(at, failure);
        const fault = await faultOf(async () => {
          (await openTestJournal(folder, { disk: faulty.disk })).close();
        });
        if (!faulty.hasFailed()) break;
        expect(fault?.code).toBe("journal.write-failed");

        const reopened = await openTestJournal(folder);
        record(reopened, '{"after":1}');
        reopened.close();
        const again = await openTestJournal(folder);
        expect(bodiesOf(again)).toEqual(['{"a":1}', '{"after":1}']);
        again.close();
        rmSync(folder, { recursive: true });
      }
    },
  );
});

test.each(["seg-00000001.wal", "HEAD"])(
  "a disk that only says that it named %s leaves a journal that can be begun again",
  async (name) => {
    const folder = emptyFolder();
    const disk = {
      ...realDisk,
      rename: (from: string, to: string) => {
        if (!to.endsWith(name)) realDisk.rename(from, to);
      },
    };

    const fault = await faultOf(() => openTestJournal(folder, { disk }));

    expect(fault).toMatchObject({ code: "journal.write-failed", facts: { errno: "ENOENT" } });
    const journal = await openTestJournal(folder);
    record(journal, '{"a":1}');
    expect(bodiesOf(journal)).toEqual(['{"a":1}']);
  },
);
