import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { endOfWritten } from "#main/journal/bytes.ts";
import {
  bodiesOf,
  FRAME_AT,
  flip,
  headPath,
  journalOf,
  journalWithUnansweredThird,
  ledgerNames,
  openTestJournal,
  record,
  rewrite,
  segmentPath,
} from "#tests/support/journal-folder.ts";

const FIRST = '{"a":1}';
const SECOND = '{"a":2}';
const THIRD = '{"a":3}';

describe("after a crash in the middle of a command", () => {
  // Goal: a torn command never hides what was answered, and is said, whatever of it was written.
  // Method: cut the unanswered third frame after each of its bytes.
  test("sets the torn tail aside, says so and goes on, wherever the write was cut", async () => {
    const folder = await journalWithUnansweredThird(FIRST, SECOND, THIRD);
    const segment = readFileSync(segmentPath(folder, 1));
    const head = readFileSync(headPath(folder));
    const lengthWritten = endOfWritten(segment, FRAME_AT.third) - FRAME_AT.third;

    for (let length = 1; length < lengthWritten; length += 1) {
      const cut = Buffer.from(segment).fill(0, FRAME_AT.third + length);
      writeFileSync(segmentPath(folder, 1), cut);
      writeFileSync(headPath(folder), head);
      rmSync(segmentPath(folder, 2), { force: true });

      const journal = await openTestJournal(folder);
      expect(bodiesOf(journal)).toEqual([FIRST, SECOND]);
      expect(journal.notices).toMatchObject([
        {
          code: "journal.torn-tail-set-aside",
          facts: { segment: "seg-00000001.wal", sequence: 3, offset: FRAME_AT.third },
        },
      ]);
      record(journal, '{"a":"after"}');
      journal.close();
      const reopened = await openTestJournal(folder);
      expect(bodiesOf(reopened)).toEqual([FIRST, SECOND, '{"a":"after"}']);
      expect(reopened.notices).toEqual([]);
      reopened.close();
      expect(readFileSync(segmentPath(folder, 1)).equals(cut)).toBe(true);
    }
    expect(lengthWritten).toBeGreaterThan(120);
  });

  test("keeps a whole command that HEAD had not acknowledged yet, and says so", async () => {
    const folder = await journalWithUnansweredThird(FIRST, SECOND, THIRD);

    const journal = await openTestJournal(folder);

    expect(bodiesOf(journal)).toEqual([FIRST, SECOND, THIRD]);
    expect(journal.notices).toEqual([
      { code: "journal.unanswered-kept", facts: { firstSequence: 3, lastSequence: 3 } },
    ]);
    expect(ledgerNames(folder)).toEqual(["HEAD", "seg-00000001.wal", "seg-00000002.wal"]);
  });

  test("keeps a whole batch of several commands that HEAD had not acknowledged yet", async () => {
    const folder = await journalOf(FIRST);
    const head = readFileSync(headPath(folder));
    const journal = await openTestJournal(folder);
    journal.append([SECOND, THIRD], 0);
    journal.close();
    writeFileSync(headPath(folder), head);

    expect(bodiesOf(await openTestJournal(folder))).toEqual([FIRST, SECOND, THIRD]);
  });

  test("keeps the commands of a torn batch up to the first that is not whole", async () => {
    const folder = await journalOf(FIRST);
    const head = readFileSync(headPath(folder));
    const journal = await openTestJournal(folder);
    journal.append([SECOND, THIRD, '{"a":4}'], 0);
    journal.close();
    writeFileSync(headPath(folder), head);
    rewrite(segmentPath(folder, 1), (bytes) =>
      bytes.fill(0, FRAME_AT.second + 150, FRAME_AT.second + 160),
    );

    const reopened = await openTestJournal(folder);

    expect(bodiesOf(reopened)).toEqual([FIRST, SECOND]);
    expect(reopened.notices.map((notice) => notice.code)).toEqual([
      "journal.torn-tail-set-aside",
      "journal.unanswered-kept",
    ]);
  });

  test("renews a HEAD slot that a crash tore, and loses nothing", async () => {
    const folder = await journalOf(FIRST, SECOND);
    const newestSlot = 4096;
    flip(headPath(folder), newestSlot + 20);

    const journal = await openTestJournal(folder);
    journal.close();

    expect(bodiesOf(journal)).toEqual([FIRST, SECOND]);
    expect(journal.notices).toContainEqual({
      code: "journal.head-slot-renewed",
      facts: { slot: 1 },
    });
    expect((await openTestJournal(folder)).notices).toEqual([]);
  });

  test("begins a new segment when the newest one lost unused space", async () => {
    const folder = await journalOf(FIRST);
    truncateSync(segmentPath(folder, 1), FRAME_AT.third);

    const journal = await openTestJournal(folder);
    record(journal, SECOND, THIRD);
    journal.close();

    expect(journal.notices.map((notice) => notice.code)).toEqual(["journal.segment-shortened"]);
    expect(bodiesOf(await openTestJournal(folder))).toEqual([FIRST, SECOND, THIRD]);
  });

  test("removes what was left of a segment that was never finished", async () => {
    const folder = await journalOf(FIRST);
    writeFileSync(`${segmentPath(folder, 2)}.tmp`, "half");

    await openTestJournal(folder);

    expect(ledgerNames(folder)).toEqual(["HEAD", "seg-00000001.wal"]);
  });

  test("sets an empty new segment with an unreadable first block aside under its hash", async () => {
    const folder = await journalOf(FIRST);
    writeFileSync(segmentPath(folder, 2), Buffer.alloc(8192).fill("x", 0, 100));

    const journal = await openTestJournal(folder);

    expect(bodiesOf(journal)).toEqual([FIRST]);
    expect(journal.notices.map((notice) => notice.code)).toEqual(["journal.segment-set-aside"]);
    expect(ledgerNames(folder)[2]).toMatch(/^seg-00000002\.wal\.set-aside-[0-9a-f]{64}$/);
  });

  test("begins again when the very first start was cut before HEAD was written", async () => {
    const folder = await journalOf();
    rmSync(headPath(folder));

    const journal = await openTestJournal(folder);
    record(journal, FIRST);

    expect(bodiesOf(journal)).toEqual([FIRST]);
  });
});
