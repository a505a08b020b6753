import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { endOfWritten } from "#main/journal/bytes.ts";
import { crc32 } from "#main/journal/crc32.ts";
import { encodeFrame } from "#main/journal/frame.ts";
import {
  appendBehindHead,
  bodiesOf,
  FRAME_AT,
  faultOf,
  flip,
  headPath,
  journalOf,
  journalWithUnansweredThird,
  ledgerNames,
  openTestJournal,
  record,
  rewrite,
  segmentPath,
  strangerKeys,
  testKeys,
} from "#tests/support/journal-folder.ts";

const FIRST = '{"a":1}';
const SECOND = '{"a":2}';
const THIRD = '{"a":3}';

/** The chain hash of the frame at an offset, which stands after its header and body. */
const hashAt = (bytes: Buffer, offset: number) => {
  const start = offset + 64 + bytes.readUInt32LE(offset + 8);
  return bytes.subarray(start, start + 32);
};

const bytesIn = (folder: string) =>
  ledgerNames(folder).map((name) => readFileSync(join(folder, "ledger", name)).toString("latin1"));

/** Opens a journal that must refuse, and proves that nothing on the disk was changed by that. */
async function stopOf(folder: string) {
  const before = bytesIn(folder);
  const fault = await faultOf(() => openTestJournal(folder));
  expect(bytesIn(folder)).toEqual(before);
  expect(fault?.code).toBe("journal.damaged");
  return fault?.facts;
}

describe("a journal in which an answered command is not as it was", () => {
  // Goal: no damage of an answered frame goes unseen, and the frame is named.
  // Method: flip one bit of every byte of the first of three frames.
  test("is not opened, and the frame is named, whichever byte changed", async () => {
    const folder = await journalOf(FIRST, SECOND, THIRD);
    const path = segmentPath(folder, 1);
    const end = endOfWritten(readFileSync(path).subarray(0, FRAME_AT.second), FRAME_AT.first);
    const named = { segment: "seg-00000001.wal", sequence: 1, offset: FRAME_AT.first };

    for (let offset = FRAME_AT.first; offset < end; offset += 1) {
      flip(path, offset, 1 << (offset % 8));
      const fault = await faultOf(() => openTestJournal(folder));
      expect(fault?.facts).toMatchObject(named);
      flip(path, offset, 1 << (offset % 8));
    }
    expect(bodiesOf(await openTestJournal(folder))).toEqual([FIRST, SECOND, THIRD]);
  });

  test("ACKED_DAMAGED: the last answered command is damaged", async () => {
    const folder = await journalOf(FIRST, SECOND, THIRD);
    flip(segmentPath(folder, 1), FRAME_AT.third + 70);

    expect(await stopOf(folder)).toEqual({
      stop: "ACKED_DAMAGED",
      segment: "seg-00000001.wal",
      sequence: 3,
      offset: FRAME_AT.third,
    });
  });

  test("SEGMENT_CHAIN: a segment of another run of this install stands in its place", async () => {
    const commands = [FIRST, SECOND, THIRD, '{"a":4}'];
    const [folder, other] = [await journalOf(...commands), await journalOf(...commands)];
    copyFileSync(segmentPath(other, 2), segmentPath(folder, 2));

    expect(await stopOf(folder)).toEqual({
      stop: "SEGMENT_CHAIN",
      segment: "seg-00000002.wal",
      sequence: 4,
    });
  });

  test("HEAD_AHEAD: the last answered command is gone, zeros stand in its place", async () => {
    const folder = await journalOf(FIRST, SECOND, THIRD);
    rewrite(segmentPath(folder, 1), (bytes) => bytes.fill(0, FRAME_AT.third));

    expect(await stopOf(folder)).toMatchObject({ stop: "HEAD_AHEAD", sequence: 3 });
  });

  test("HEAD_AHEAD: the newest segment is gone", async () => {
    const folder = await journalOf(FIRST, SECOND, THIRD, '{"a":4}');
    rmSync(segmentPath(folder, 2));

    expect(await stopOf(folder)).toMatchObject({ stop: "HEAD_AHEAD", sequence: 4 });
  });

  test("HEAD_HASH: the last command was rewritten with all its sums made to fit", async () => {
    const folder = await journalOf(FIRST, SECOND, THIRD);
    rewrite(segmentPath(folder, 1), (bytes) => {
      const forged = encodeFrame({
        sequence: 3,
        batchFirst: 3,
        recordedAt: 0,
        text: Buffer.from('{"a":9}'),
        salt: bytes.subarray(48, 64),
        previousHash: hashAt(bytes, FRAME_AT.second),
        key: new Uint8Array(32).fill(5),
      });
      forged.bytes.copy(bytes, FRAME_AT.third);
      return bytes;
    });

    expect(await stopOf(folder)).toMatchObject({ stop: "HEAD_HASH", sequence: 3 });
  });

  test("FRAME_FORGED: a command was added without the key, with all its sums made to fit", async () => {
    const folder = await journalOf(FIRST, SECOND);
    appendBehindHead(folder, strangerKeys, THIRD);

    expect(await stopOf(folder)).toEqual({
      stop: "FRAME_FORGED",
      segment: "seg-00000001.wal",
      sequence: 3,
      offset: FRAME_AT.third,
    });
  });

  test("FRAME_FORGED: one added with the key is kept, so that the key alone decides", async () => {
    const folder = await journalOf(FIRST, SECOND);
    appendBehindHead(folder, testKeys, THIRD);

    expect(bodiesOf(await openTestJournal(folder))).toEqual([FIRST, SECOND, THIRD]);
  });

  test("FRAME_FORGED: an unanswered command was rewritten without the key", async () => {
    const folder = await journalWithUnansweredThird(FIRST, SECOND, THIRD);
    appendBehindHead(folder, strangerKeys, '{"a":9}');

    expect(await stopOf(folder)).toMatchObject({ stop: "FRAME_FORGED", sequence: 3 });
  });

  test("HEAD_DOUBTFUL: two batches stand behind HEAD, and a crash leaves one at most", async () => {
    const folder = await journalOf(FIRST);
    appendBehindHead(folder, testKeys, SECOND, THIRD);

    expect(await stopOf(folder)).toEqual({
      stop: "HEAD_DOUBTFUL",
      segment: "seg-00000001.wal",
      sequence: 3,
      offset: FRAME_AT.third,
    });
  });

  test("HEAD_DOUBTFUL: HEAD was put back by more than one command, into an older segment", async () => {
    const folder = await journalOf(FIRST, SECOND);
    const head = readFileSync(headPath(folder));
    const journal = await openTestJournal(folder);
    record(journal, THIRD, '{"a":4}');
    journal.close();
    writeFileSync(headPath(folder), head);

    expect(await stopOf(folder)).toMatchObject({
      stop: "HEAD_DOUBTFUL",
      segment: "seg-00000002.wal",
      sequence: 4,
    });
  });

  test("HEAD_LOST: HEAD is gone though commands were recorded", async () => {
    const folder = await journalOf(FIRST);
    rmSync(headPath(folder));

    expect(await stopOf(folder)).toMatchObject({ stop: "HEAD_LOST" });
  });

  test("HEAD_LOST: the journal was sealed with another installation's key", async () => {
    const folder = await journalOf(FIRST);
    const journalMac = new Uint8Array(32).fill(8);
    const keys = { ...testKeys, installId: "ff".repeat(16), journalMac };

    const fault = await faultOf(() => openTestJournal(folder, { keys }));

    expect(fault?.facts).toMatchObject({ stop: "HEAD_LOST" });
  });

  test("HEAD_DOUBTFUL: a HEAD slot and the tail are damaged, so the tail may be answered", async () => {
    const folder = await journalOf(FIRST, SECOND);
    flip(headPath(folder), 4096 + 20);
    flip(segmentPath(folder, 1), FRAME_AT.second + 70);

    expect(await stopOf(folder)).toMatchObject({ stop: "HEAD_DOUBTFUL", sequence: 2 });
  });

  test("HEAD_DOUBTFUL: HEAD was put back and the last answered command is damaged", async () => {
    const folder = await journalOf(FIRST);
    const head = readFileSync(headPath(folder));
    const journal = await openTestJournal(folder);
    record(journal, SECOND, THIRD);
    journal.close();
    writeFileSync(headPath(folder), head);
    flip(segmentPath(folder, 1), FRAME_AT.third + 70);

    expect(await stopOf(folder)).toMatchObject({ stop: "HEAD_DOUBTFUL", sequence: 3 });
  });

  test("MIDLOG: damage in a segment that has a successor", async () => {
    const folder = await journalOf(FIRST, SECOND, THIRD, '{"a":4}');
    flip(segmentPath(folder, 1), FRAME_AT.second + 70);

    expect(await stopOf(folder)).toMatchObject({
      stop: "MIDLOG",
      sequence: 2,
      offset: FRAME_AT.second,
    });
  });

  test("MIDLOG: damage with a later command behind it, even if HEAD was put back", async () => {
    const folder = await journalOf(FIRST);
    const head = readFileSync(headPath(folder));
    const journal = await openTestJournal(folder);
    record(journal, SECOND, THIRD);
    journal.close();
    writeFileSync(headPath(folder), head);
    flip(segmentPath(folder, 1), FRAME_AT.second + 70);

    expect(await stopOf(folder)).toMatchObject({
      stop: "MIDLOG",
      sequence: 2,
      offset: FRAME_AT.second,
    });
  });

  test("SEGMENT_HEADER: the first block of a segment with commands is damaged", async () => {
    const folder = await journalOf(FIRST);
    flip(segmentPath(folder, 1), 30);

    expect(await stopOf(folder)).toMatchObject({
      stop: "SEGMENT_HEADER",
      segment: "seg-00000001.wal",
    });
  });

  test("SEGMENT_HEADER: a first block was changed and its checksum made to fit", async () => {
    const folder = await journalOf(FIRST, SECOND, THIRD, '{"a":4}');
    rewrite(segmentPath(folder, 2), (bytes) => {
      bytes.writeUInt8(1, 64);
      bytes.writeUInt32LE(crc32(bytes.subarray(0, 224)), 224);
      return bytes;
    });

    expect(await stopOf(folder)).toMatchObject({
      stop: "SEGMENT_HEADER",
      segment: "seg-00000002.wal",
    });
  });

  test("SEGMENT_CHAIN: a segment in the middle is gone", async () => {
    const folder = await journalOf(FIRST, SECOND, THIRD, '{"a":4}');
    rmSync(segmentPath(folder, 1));

    expect(await stopOf(folder)).toMatchObject({
      stop: "SEGMENT_CHAIN",
      segment: "seg-00000001.wal",
    });
  });

  test("SEGMENT_CHAIN: two segments changed places", async () => {
    const folder = await journalOf(FIRST, SECOND, THIRD, '{"a":4}');
    renameSync(segmentPath(folder, 1), `${folder}/spare`);
    renameSync(segmentPath(folder, 2), segmentPath(folder, 1));
    renameSync(`${folder}/spare`, segmentPath(folder, 2));

    expect(await stopOf(folder)).toMatchObject({ stop: "SEGMENT_CHAIN" });
  });

  test("MIDLOG: an older state of a segment was put back", async () => {
    const folder = await journalOf(FIRST, SECOND);
    copyFileSync(segmentPath(folder, 1), `${folder}/older`);
    const journal = await openTestJournal(folder);
    record(journal, THIRD, '{"a":4}');
    journal.close();
    renameSync(`${folder}/older`, segmentPath(folder, 1));

    expect(await stopOf(folder)).toMatchObject({ stop: "MIDLOG", sequence: 3 });
  });

  test("SEALED_TAIL_CHANGED: what was set aside after a crash was touched", async () => {
    const folder = await journalWithUnansweredThird(FIRST, SECOND, THIRD);
    flip(segmentPath(folder, 1), FRAME_AT.third + 70);
    (await openTestJournal(folder)).close();
    flip(segmentPath(folder, 1), FRAME_AT.third + 71);

    expect(await stopOf(folder)).toMatchObject({
      stop: "SEALED_TAIL_CHANGED",
      segment: "seg-00000001.wal",
    });
  });

  test("NEWER_FORMAT: a frame of a kind that only a newer program writes", async () => {
    const folder = await journalOf(FIRST, SECOND);
    rewrite(segmentPath(folder, 1), (bytes) => {
      bytes.writeUInt16LE(3, FRAME_AT.second + 6);
      bytes.writeUInt32LE(
        crc32(bytes.subarray(FRAME_AT.second, FRAME_AT.second + 60)),
        FRAME_AT.second + 60,
      );
      return bytes;
    });

    expect(await stopOf(folder)).toEqual({
      stop: "NEWER_FORMAT",
      segment: "seg-00000001.wal",
      sequence: 2,
      offset: FRAME_AT.second,
    });
  });

  // Goal: a shortened file is either still whole or refused; never is a command lost silently.
  // Method: cut the segment at every 97th length.
  test("is refused or whole, wherever the file is cut", async () => {
    const folder = await journalOf(FIRST, SECOND, THIRD);
    const path = segmentPath(folder, 1);
    const whole = readFileSync(path);
    const head = readFileSync(headPath(folder));
    let refused = 0;

    for (let length = 0; length < whole.length; length += 97) {
      writeFileSync(path, whole.subarray(0, length));
      const fault = await faultOf(async () => {
        const journal = await openTestJournal(folder);
        expect(bodiesOf(journal)).toEqual([FIRST, SECOND, THIRD]);
        journal.close();
      });
      if (fault) expect(fault.code).toBe("journal.damaged");
      refused += fault ? 1 : 0;
      writeFileSync(headPath(folder), head);
      rmSync(segmentPath(folder, 2), { force: true });
    }
    expect(refused).toBeGreaterThan(100);
  });
});
