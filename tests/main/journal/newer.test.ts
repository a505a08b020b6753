import { createHash, createHmac } from "node:crypto";
import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { crc32 } from "#main/journal/crc32.ts";
import { realDisk } from "#main/journal/disk.ts";
import { layWhole } from "#main/journal/whole-file.ts";
import {
  bodiesOf,
  emptyFolder,
  FRAME_AT,
  faultOf,
  headPath,
  journalOf,
  ledgerNames,
  openTestJournal,
  rewrite,
  segmentPath,
  testKeys,
} from "#tests/support/journal-folder.ts";

/** Says of a sealed block that it needs a newer reader, sealed with the right key. */
function needNewerReader(path: string, at: number, { version, sealed }: Record<string, number>) {
  rewrite(path, (bytes) => {
    const block = bytes.subarray(at, at + 4096);
    block.writeUInt16LE(3, version);
    const seal = createHmac("sha256", testKeys.journalMac).update(block.subarray(0, sealed));
    seal.digest().copy(block, sealed);
    const checked = Number(sealed) + 32;
    block.writeUInt32LE(crc32(block.subarray(0, checked)), checked);
    return bytes;
  });
}
const SEGMENT = { version: 10, sealed: 192 };
const HEAD = { version: 90, sealed: 96 };

describe("what a newer program wrote", () => {
  test.each([
    ["the first slot of HEAD", (folder: string) => needNewerReader(headPath(folder), 0, HEAD)],
    ["the second slot of HEAD", (folder: string) => needNewerReader(headPath(folder), 4096, HEAD)],
  ])("NEWER_FORMAT: is not opened, by %s", async (_, change) => {
    const folder = await journalOf('{"a":1}');
    change(folder);

    const fault = await faultOf(() => openTestJournal(folder));

    expect(fault?.facts).toEqual({ stop: "NEWER_FORMAT", segment: "HEAD" });
  });

  test("NEWER_FORMAT: is not opened, by a segment, and is not taken for a damaged one", async () => {
    const folder = await journalOf('{"a":1}');
    needNewerReader(segmentPath(folder, 1), 0, SEGMENT);

    const fault = await faultOf(() => openTestJournal(folder));

    expect(fault?.facts).toEqual({ stop: "NEWER_FORMAT", segment: "seg-00000001.wal" });
  });

  test("NEWER_FORMAT: is not begun anew where HEAD was not written yet", async () => {
    const folder = await journalOf();
    rmSync(headPath(folder));
    needNewerReader(segmentPath(folder, 1), 0, SEGMENT);

    const fault = await faultOf(() => openTestJournal(folder));

    expect(fault?.facts).toEqual({ stop: "NEWER_FORMAT", segment: "seg-00000001.wal" });
  });
});

// An empty segment in clear is sound by itself: without the stop it would be gone on from, and
// whatever a former reader of the keys puts into it would be posted.
test("FORMAT_DOWNGRADED: a segment in clear is not believed after a sealed one", async () => {
  const folder = await journalOf('{"a":1}');
  const journal = await openTestJournal(folder);
  journal.rotate();
  journal.close();
  rewrite(segmentPath(folder, 2), (bytes) => {
    const block = bytes.subarray(0, 4096);
    block.writeUInt16LE(1, 8);
    block.writeUInt16LE(1, 10);
    block.writeUInt32LE(0, 144);
    const seal = createHmac("sha256", testKeys.journalMac).update(block.subarray(0, 192));
    seal.digest().copy(block, 192);
    block.writeUInt32LE(crc32(block.subarray(0, 224)), 224);
    return bytes;
  });

  const fault = await faultOf(() => openTestJournal(folder));

  expect(fault?.facts).toEqual({
    stop: "FORMAT_DOWNGRADED",
    segment: "seg-00000002.wal",
    offset: 8,
  });
});

describe("a first start that was cut before HEAD was written", () => {
  test("KEY_UNKNOWN: is not gone on with under other keys", async () => {
    const folder = await journalOf();
    rmSync(headPath(folder));
    const keys = { ...testKeys, bodyKeys: new Map([[2, new Uint8Array(32)]]), bodyKeyId: 2 };

    const fault = await faultOf(() => openTestJournal(folder, { keys }));

    expect(fault?.facts).toMatchObject({ stop: "KEY_UNKNOWN", segment: "seg-00000001.wal" });
  });

  test("HEAD_LOST: is no first start where a second segment stands", async () => {
    const folder = await journalOf('{"a":1}', '{"a":2}', '{"a":3}', '{"a":4}');
    rmSync(headPath(folder));

    const fault = await faultOf(() => openTestJournal(folder));

    expect(fault?.facts).toEqual({ stop: "HEAD_LOST", segment: "seg-00000002.wal" });
  });

  test("sets an unreadable first segment aside, and begins", async () => {
    const folder = await journalOf();
    rmSync(headPath(folder));
    truncateSync(segmentPath(folder, 1), 100);

    const journal = await openTestJournal(folder);
    journal.append(['{"a":1}'], 0);

    expect(bodiesOf(journal)).toEqual(['{"a":1}']);
    expect(ledgerNames(folder)[2]).toMatch(/^seg-00000001\.wal\.set-aside-[0-9a-f]{64}$/);
  });

  test("begins a new segment where the first one was cut short", async () => {
    const folder = await journalOf();
    rmSync(headPath(folder));
    truncateSync(segmentPath(folder, 1), 8192);

    await openTestJournal(folder);

    expect(ledgerNames(folder)).toEqual(["HEAD", "seg-00000001.wal", "seg-00000002.wal"]);
  });
});

describe("a journal that somebody changed", () => {
  test("SEGMENT_CHAIN: every segment is gone", async () => {
    const folder = await journalOf('{"a":1}');
    rmSync(segmentPath(folder, 1));

    const fault = await faultOf(() => openTestJournal(folder));

    expect(fault?.facts).toMatchObject({ stop: "SEGMENT_CHAIN", segment: "seg-00000001.wal" });
  });

  test("HEAD_LOST: both slots of HEAD are gone, or cut off", async () => {
    const folder = await journalOf('{"a":1}');
    truncateSync(headPath(folder), 100);

    const fault = await faultOf(() => openTestJournal(folder));

    expect(fault?.facts).toMatchObject({ stop: "HEAD_LOST" });
  });

  test("HEAD's newest slot may stand in either place: the other is renewed", async () => {
    const folder = await journalOf('{"a":1}');
    rewrite(headPath(folder), (bytes) => bytes.fill(0, 0, 4096));

    const journal = await openTestJournal(folder);

    expect(journal.notices).toContainEqual({
      code: "journal.head-slot-renewed",
      facts: { slot: 0 },
    });
  });

  test("HEAD's slots may not change places", async () => {
    const folder = await journalOf('{"a":1}');
    const head = readFileSync(headPath(folder));
    writeFileSync(headPath(folder), Buffer.concat([head.subarray(4096), head.subarray(0, 4096)]));

    const fault = await faultOf(() => openTestJournal(folder));

    expect(fault?.facts).toMatchObject({ stop: "HEAD_LOST" });
  });

  test("FRAME_FORGED: a body too short to be sealed was added, with all sums made to fit", async () => {
    const folder = await journalOf('{"a":1}');
    rewrite(segmentPath(folder, 1), (bytes) => {
      const { first, second } = FRAME_AT;
      const end = first + 64 + bytes.readUInt32LE(first + 8);
      const frame = bytes.subarray(second, second + 64 + 5);
      bytes.copy(frame, 0, first, first + 64);
      frame.writeUInt32LE(5, 8);
      frame.writeUInt32LE(crc32(frame.subarray(64)), 12);
      frame.writeBigUInt64LE(2n, 16);
      frame.writeBigUInt64LE(2n, 24);
      frame.writeUInt32LE(crc32(frame.subarray(0, 60)), 60);
      const chain = createHash("sha256")
        .update(bytes.subarray(end, end + 32))
        .update(frame);
      chain.digest().copy(bytes, second + 64 + 5);
      return bytes;
    });

    const fault = await faultOf(() => openTestJournal(folder));

    expect(fault?.facts).toMatchObject({ stop: "FRAME_FORGED", sequence: 2 });
  });
});

describe("a disk that fails without saying why", () => {
  test("READ_FAILED: stops the start, and its reason is called unknown", async () => {
    const folder = await journalOf('{"a":1}');
    const disk = {
      ...realDisk,
      size: () => {
        throw new Error("injected");
      },
    };

    const fault = await faultOf(() => openTestJournal(folder, { disk }));

    expect(fault?.facts).toMatchObject({ stop: "READ_FAILED", errno: "unknown" });
  });
});

describe("a file that is laid down whole", () => {
  test("has its name when all of it is there", () => {
    const path = `${emptyFolder()}/list`;

    layWhole(realDisk, path, ["一\n", "二\n"]);

    expect(readFileSync(path, "utf8")).toBe("一\n二\n");
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("leaves nothing behind where the disk fails", () => {
    const folder = emptyFolder();
    const disk = { ...realDisk, write: () => 1 };

    expect(() => layWhole(disk, `${folder}/list`, ["一\n"])).toThrow("wrote 1 of 4 bytes");
    expect(realDisk.list(folder)).toEqual([]);
  });
});
