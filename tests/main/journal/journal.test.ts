import { readFileSync, rmSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fc } from "#tests/support/fast-check.ts";
import {
  bodiesOf,
  emptyFolder,
  faultOf,
  headPath,
  ledgerNames,
  openTestJournal,
  RECORDED_AT,
  record,
  segmentPath,
} from "#tests/support/journal-folder.ts";

const counterOf = (head: Buffer, slot: number) => Number(head.readBigUInt64LE(slot * 4096 + 8));

describe("keeping the journal", () => {
  test("answers a command with its place in the order, gapless from 1", async () => {
    const journal = await openTestJournal(emptyFolder());

    const first = journal.append(['{"a":1}'], RECORDED_AT);
    const second = journal.append(['{"a":2}', '{"a":3}'], RECORDED_AT + 1);

    expect(first).toEqual([{ sequence: 1, recordedAt: RECORDED_AT, body: '{"a":1}' }]);
    expect(second.map((frame) => frame.sequence)).toEqual([2, 3]);
    expect(journal.lastSequence).toBe(3);
    expect([...journal.frames()]).toEqual([...first, ...second]);
  });

  test("gives back after reopening exactly what was recorded, Chinese text included", async () => {
    const folder = emptyFolder();
    const journal = await openTestJournal(folder);
    record(journal, '{"name":"欧阳建国"}', '{"name":"𠮷田"}');
    journal.close();

    const reopened = await openTestJournal(folder);

    expect(bodiesOf(reopened)).toEqual(['{"name":"欧阳建国"}', '{"name":"𠮷田"}']);
    expect(reopened.lastSequence).toBe(2);
    expect(reopened.notices).toEqual([]);
  });

  test("goes on in the same segment after an orderly close", async () => {
    const folder = emptyFolder();
    const journal = await openTestJournal(folder);
    record(journal, '{"a":1}');
    journal.close();

    record(await openTestJournal(folder), '{"a":2}');

    expect(ledgerNames(folder)).toEqual(["HEAD", "seg-00000001.wal"]);
  });

  test("writes the two HEAD slots in turn, so that the last but one is never touched", async () => {
    const folder = emptyFolder();
    const journal = await openTestJournal(folder);
    const before = readFileSync(headPath(folder));

    record(journal, '{"a":1}');
    const after = readFileSync(headPath(folder));

    expect([counterOf(before, 0), counterOf(before, 1)]).toEqual([0, 1]);
    expect([counterOf(after, 0), counterOf(after, 1)]).toEqual([2, 1]);
    expect(after.subarray(4096).equals(before.subarray(4096))).toBe(true);
  });

  test("fills a segment to its last block, then begins the next", async () => {
    const folder = emptyFolder();
    const journal = await openTestJournal(folder);

    record(journal, '{"a":1}', '{"a":2}', '{"a":3}');
    const whenFull = ledgerNames(folder);
    record(journal, '{"a":4}');

    expect(whenFull).toEqual(["HEAD", "seg-00000001.wal"]);
    expect(ledgerNames(folder)).toEqual(["HEAD", "seg-00000001.wal", "seg-00000002.wal"]);
    expect(bodiesOf(journal)).toEqual(['{"a":1}', '{"a":2}', '{"a":3}', '{"a":4}']);
  });

  test("makes a segment as large as a batch needs that no ordinary segment could hold", async () => {
    const folder = emptyFolder();
    const large = JSON.stringify("账".repeat(40_000));
    const journal = await openTestJournal(folder);

    record(journal, '{"a":1}', large, '{"a":3}');
    journal.close();

    expect(statSync(segmentPath(folder, 2)).size).toBeGreaterThan(120_000);
    expect(bodiesOf(await openTestJournal(folder))).toEqual(['{"a":1}', large, '{"a":3}']);
  });

  test("reads a batch whose frames end exactly at the edge of a block", async () => {
    const folder = emptyFolder();
    const body = JSON.stringify("x".repeat(4096 - 64 - 28 - 32 - 2));
    const journal = await openTestJournal(folder);
    journal.append([body, body], RECORDED_AT);
    journal.append([body], RECORDED_AT);
    journal.close();

    expect(statSync(segmentPath(folder, 1)).size).toBe(4 * 4096);
    expect(bodiesOf(await openTestJournal(folder))).toEqual([body, body, body]);
  });

  test("takes a body of 1 MiB and no byte more, and is not harmed by the attempt", async () => {
    const journal = await openTestJournal(emptyFolder());
    const largest = JSON.stringify("x".repeat(1024 * 1024 - 2));

    expect(() => record(journal, `${largest} `)).toThrow("at most 1 MiB");
    record(journal, largest);

    expect(bodiesOf(journal)).toEqual([largest]);
  });

  test("takes no text that would not come back the same from the disk", async () => {
    const journal = await openTestJournal(emptyFolder());

    expect(() => record(journal, '"\ud800"')).toThrow("well-formed");
  });

  test("keeps files and folder from everybody but their owner", async () => {
    const folder = emptyFolder();
    await openTestJournal(folder);

    const modeOf = (path: string) => statSync(path).mode & 0o777;

    expect(modeOf(headPath(folder))).toBe(0o600);
    expect(modeOf(segmentPath(folder, 1))).toBe(0o600);
    expect(modeOf(`${folder}/ledger`)).toBe(0o700);
  });

  test("takes nothing more once closed", async () => {
    const journal = await openTestJournal(emptyFolder());
    journal.close();

    const fault = await faultOf(() => record(journal, '{"a":1}'));

    expect(fault).toMatchObject({ code: "journal.write-failed", facts: { state: "closed" } });
  });

  test("refuses a demonstration's journal to the live program, and the reverse", async () => {
    const demonstration = emptyFolder();
    const live = emptyFolder();
    (await openTestJournal(demonstration, { kind: "demonstration" })).close();
    (await openTestJournal(live, { kind: "live" })).close();

    const liveMeetsDemonstration = await faultOf(() =>
      openTestJournal(demonstration, { kind: "live" }),
    );
    const demonstrationMeetsLive = await faultOf(() =>
      openTestJournal(live, { kind: "demonstration" }),
    );

    expect(liveMeetsDemonstration?.code).toBe("data-folder.wrong-kind");
    expect(demonstrationMeetsLive?.code).toBe("data-folder.wrong-kind");
  });

  // Goal: whatever is appended, in whatever batches, with restarts anywhere, is what comes back.
  // Method: random batches of random texts, a restart after each batch that asks for one.
  test("gives back every batch after any run of appends and restarts", async () => {
    const batch = fc.record({
      bodies: fc.array(fc.string({ unit: "grapheme", maxLength: 3000 }), {
        minLength: 1,
        maxLength: 5,
      }),
      restart: fc.boolean(),
    });
    const property = fc.asyncProperty(fc.array(batch, { maxLength: 12 }), async (batches) => {
      const folder = emptyFolder();
      let journal = await openTestJournal(folder);
      for (const { bodies, restart } of batches) {
        journal.append(
          bodies.map((body) => JSON.stringify(body)),
          RECORDED_AT,
        );
        if (!restart) continue;
        journal.close();
        journal = await openTestJournal(folder);
      }
      journal.close();
      const reopened = await openTestJournal(folder);

      const submitted = batches.flatMap(({ bodies }) => bodies);
      expect(bodiesOf(reopened).map((body) => JSON.parse(body))).toEqual(submitted);
      expect(reopened.notices).toEqual([]);
      reopened.close();
      rmSync(folder, { recursive: true });
    });
    await fc.assert(property, { numRuns: 40 });
  });
});
