import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { realDisk } from "#main/journal/disk.ts";
import {
  DISK_FULL_BYTES,
  DISK_LOW_BYTES,
  DISK_SPENT_BYTES,
  openDiskSpace,
  RESERVE_BYTES,
} from "#main/journal/disk-space.ts";
import { journalFolder } from "#main/journal/place.ts";
import {
  bodiesOf,
  emptyFolder,
  FRAME_AT,
  faultOf,
  flip,
  headPath,
  journalWithUnansweredThird,
  ledgerNames,
  openTestJournal,
  record,
  segmentPath,
} from "#tests/support/journal-folder.ts";
import { smallDisk } from "#tests/support/small-disk.ts";

const MIB = 1024 * 1024;

/** A ledger's folder on a disk that has that much room at the first look. */
function folderWith(room: number) {
  const folder = emptyFolder();
  mkdirSync(journalFolder(folder));
  const { disk, leave } = smallDisk(room);
  const space = openDiskSpace({ disk, folder: journalFolder(folder) });
  return { folder, disk, leave, space };
}

describe("room on the disk", () => {
  test.each([
    ["plenty", DISK_LOW_BYTES, [], false],
    ["little", DISK_LOW_BYTES - 1, ["disk.low"], false],
    ["little", DISK_FULL_BYTES, ["disk.low"], false],
    ["too little for new business", DISK_FULL_BYTES - 1, ["disk.full"], true],
    ["too little for new business", DISK_SPENT_BYTES, ["disk.full"], true],
    ["none to speak of", DISK_SPENT_BYTES - 1, ["disk.full"], true],
  ])("is %s at %i bytes", (_, room, codes, isFull) => {
    const { space } = folderWith(room);

    expect(space.notices().map(({ code }) => code)).toEqual(codes);
    expect(space.isFull()).toBe(isFull);
  });

  test("is said in whole megabytes, and asked for anew at every look", () => {
    const { space, leave } = folderWith(1000 * MIB);
    leave(300.9 * MIB);

    expect(space.notices()).toEqual([]);
    space.look();

    expect(space.notices()).toEqual([{ code: "disk.low", facts: { megabytes: 300 } }]);
  });

  test("is not called full where the disk does not say how much there is", () => {
    const folder = emptyFolder();
    const disk = {
      ...realDisk,
      freeBytes: () => {
        throw Object.assign(new Error("injected"), { code: "EIO" });
      },
    };

    expect(openDiskSpace({ disk, folder }).isFull()).toBe(false);
  });

  test("is what the machine's own disk says", () => {
    expect(realDisk.freeBytes(emptyFolder())).toBeGreaterThan(0);
  });
});

describe("the reserve", () => {
  test("is laid where there is plenty of room, at a later look than the start's", () => {
    const { folder, space } = folderWith(1000 * MIB);
    const atStart = ledgerNames(folder);

    space.look();
    space.look();

    expect(atStart).toEqual([]);
    expect(ledgerNames(folder)).toEqual(["reserve.bin"]);
    expect(statSync(join(folder, "ledger", "reserve.bin")).size).toBe(RESERVE_BYTES);
  });

  test("is not laid where there is little room", () => {
    const { folder, space } = folderWith(DISK_LOW_BYTES - 1);

    space.look();

    expect(ledgerNames(folder)).toEqual([]);
  });

  test("is given up when next to nothing is left, said, and laid again when there is room", () => {
    const { folder, space, leave } = folderWith(1000 * MIB);
    space.look();
    leave(DISK_SPENT_BYTES);
    space.look();
    const atTheEdge = ledgerNames(folder);
    leave(DISK_SPENT_BYTES - 1);

    space.look();

    expect(atTheEdge).toEqual(["reserve.bin"]);
    expect(ledgerNames(folder)).toEqual([]);
    expect(space.notices().map(({ code }) => code)).toEqual(["disk.full", "disk.reserve-given-up"]);
    space.look();
    expect(space.notices().map(({ code }) => code)).toContain("disk.reserve-given-up");
    leave(1000 * MIB);
    space.look();
    expect(ledgerNames(folder)).toEqual(["reserve.bin"]);
    leave(DISK_FULL_BYTES - 1);
    space.look();
    expect(space.notices().map(({ code }) => code)).toEqual(["disk.full"]);
  });

  test("that could not be laid wholly does no harm, and is tried again", () => {
    const { folder, space, disk } = folderWith(1000 * MIB);
    const half = openDiskSpace({
      disk: { ...disk, write: (file, bytes, at) => disk.write(file, bytes.subarray(1), at) },
      folder: journalFolder(folder),
    });
    half.look();
    const whenHalf = ledgerNames(folder);

    space.look();

    expect(whenHalf).toEqual(["reserve.bin.tmp"]);
    expect(ledgerNames(folder)).toEqual(["reserve.bin"]);
  });

  test("half laid when the power went is taken away at the next start", async () => {
    const folder = emptyFolder();
    (await openTestJournal(folder)).close();
    writeFileSync(join(folder, "ledger", "reserve.bin.tmp"), "half");

    await openTestJournal(folder);

    expect(ledgerNames(folder)).toEqual(["HEAD", "seg-00000001.wal"]);
  });
});

describe("a start on a full disk", () => {
  test("reads and still takes commands where recovery needs no new segment", async () => {
    const folder = emptyFolder();
    const before = await openTestJournal(folder);
    record(before, '{"a":1}');
    before.close();
    const { disk } = smallDisk(0);

    const journal = await openTestJournal(folder, { disk });
    record(journal, '{"a":2}');

    expect(bodiesOf(journal)).toEqual(['{"a":1}', '{"a":2}']);
    expect(journal.notices).toEqual([]);
  });

  test("gives the reserve up where a crash makes it need a new segment, and says so", async () => {
    const folder = await tornFolder();
    writeFileSync(join(folder, "ledger", "reserve.bin"), Buffer.alloc(RESERVE_BYTES));
    const { disk } = smallDisk(0);

    const journal = await openTestJournal(folder, { disk });

    expect(bodiesOf(journal)).toEqual(['{"a":1}', '{"a":2}']);
    expect(journal.notices.map(({ code }) => code)).toEqual([
      "journal.torn-tail-set-aside",
      "journal.reserve-given-up",
    ]);
    expect(ledgerNames(folder)).toEqual(["HEAD", "seg-00000001.wal", "seg-00000002.wal"]);
    record(journal, '{"a":3}');
    journal.close();
    expect(bodiesOf(await openTestJournal(folder))).toEqual(['{"a":1}', '{"a":2}', '{"a":3}']);
  });

  test("gives it up as well where only half of the new segment fitted", async () => {
    const folder = await tornFolder();
    writeFileSync(join(folder, "ledger", "reserve.bin"), Buffer.alloc(RESERVE_BYTES));
    const { disk } = smallDisk(6000);

    const journal = await openTestJournal(folder, { disk });

    expect(journal.notices.map(({ code }) => code)).toContain("journal.reserve-given-up");
    expect(ledgerNames(folder)).toEqual(["HEAD", "seg-00000001.wal", "seg-00000002.wal"]);
  });

  test("without a reserve stops with the reason, and changes nothing that was recorded", async () => {
    const folder = await tornFolder();
    const { disk } = smallDisk(0);

    const fault = await faultOf(() => openTestJournal(folder, { disk }));

    expect(fault).toMatchObject({ code: "journal.write-failed", facts: { errno: "ENOSPC" } });
    expect(bodiesOf(await openTestJournal(folder))).toEqual(['{"a":1}', '{"a":2}']);
  });
});

/** Two answered commands, and a third that a crash tore. */
async function tornFolder(): Promise<string> {
  const folder = await journalWithUnansweredThird('{"a":1}', '{"a":2}', '{"a":3}');
  flip(segmentPath(folder, 1), FRAME_AT.third + 70);
  expect(statSync(headPath(folder)).size).toBe(8192);
  return folder;
}
