import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { realDisk } from "#main/journal/disk.ts";
import { journalPlace } from "#main/journal/place.ts";
import { readFrames } from "#main/journal/read-frames.ts";
import {
  appendBehindHead,
  bodiesOf,
  emptyFolder,
  FRAME_AT,
  faultOf,
  flip,
  headPath,
  journalOf,
  openTestJournal,
  record,
  segmentPath,
  strangerKeys,
  testKeys,
} from "#tests/support/journal-folder.ts";

const SEVEN = Array.from({ length: 7 }, (_, index) => `{"a":${index + 1}}`);

const placeOf = (folder: string) => journalPlace({ folder, kind: "demonstration", keys: testKeys });

/** A disk that notes which segments were read beyond their first block. */
function readingDisk() {
  const seen = new Set<string>();
  const names = new Map<number, string>();
  const disk = {
    ...realDisk,
    open: (path: string, access: "read" | "write" | "create") => {
      const file = realDisk.open(path, access);
      names.set(file, path.split("/").at(-1) ?? path);
      return file;
    },
    read: (file: number, into: Uint8Array, offset: number) => {
      if (into.length > 4096) seen.add(names.get(file) ?? "");
      return realDisk.read(file, into, offset);
    },
  };
  return { disk, seen };
}

describe("reading on from a place in the journal", () => {
  test("gives exactly the frames after it, from every place", async () => {
    const folder = await journalOf(...SEVEN);
    const journal = await openTestJournal(folder);

    for (let after = 0; after <= 8; after += 1) {
      const bodies = [...journal.frames(after)].map(({ body }) => body);
      expect(bodies).toEqual(SEVEN.slice(after));
    }
  });

  test("does not open the segments before it", async () => {
    const folder = await journalOf(...SEVEN);
    const { disk, seen } = readingDisk();
    const journal = await openTestJournal(folder, { disk });
    seen.clear();

    expect([...journal.frames(6)]).toHaveLength(1);

    expect([...seen]).toEqual(["seg-00000003.wal"]);
  });

  test("needs no lock, and believes nothing beyond the point it was given", async () => {
    const folder = await journalOf(...SEVEN.slice(0, 4));
    const journal = await openTestJournal(folder);
    const until = structuredClone(journal.point()); // As another thread receives it.
    record(journal, ...SEVEN.slice(4));

    const bodies = [...readFrames(placeOf(folder), { after: 1, until })].map(({ body }) => body);

    expect(bodies).toEqual(SEVEN.slice(1, 4));
  });

  test("passes over the bytes of a crash that a later segment sealed", async () => {
    const folder = await journalOf(...SEVEN.slice(0, 2));
    const head = readFileSync(headPath(folder));
    const before = await openTestJournal(folder);
    record(before, '{"a":"lost"}');
    before.close();
    writeFileSync(headPath(folder), head);
    flip(segmentPath(folder, 1), FRAME_AT.third + 70);

    const journal = await openTestJournal(folder);
    record(journal, '{"a":3}');

    expect(bodiesOf(journal)).toEqual(SEVEN.slice(0, 3));
  });

  test("finds nothing in a journal without any frame", async () => {
    const journal = await openTestJournal(emptyFolder());

    expect([...journal.frames()]).toEqual([]);
    expect(journal.point()).toMatchObject({ sequence: 0, segment: 1, end: 4096 });
  });

  test.each([
    [
      "ACKED_DAMAGED",
      "a frame was changed",
      (folder: string) => flip(segmentPath(folder, 2), 4170),
    ],
    [
      "ACKED_DAMAGED",
      "the hash behind a frame was changed",
      (folder: string) => flip(segmentPath(folder, 2), 4200),
    ],
    [
      "ACKED_DAMAGED",
      "the last frame was changed",
      (folder: string) => flip(segmentPath(folder, 3), 4170),
    ],
    [
      "ACKED_DAMAGED",
      "a segment is another one",
      (folder: string) => copyFileSync(segmentPath(folder, 1), segmentPath(folder, 2)),
    ],
    [
      "SEGMENT_HEADER",
      "a first block is damaged",
      (folder: string) => flip(segmentPath(folder, 2), 30),
    ],
    ["READ_FAILED", "a segment is gone", (folder: string) => rmSync(segmentPath(folder, 2))],
  ])("%s: stops where, since the opening, %s", async (stop, _, harm) => {
    const folder = await journalOf(...SEVEN);
    const journal = await openTestJournal(folder);
    harm(folder);

    const fault = await faultOf(() => [...journal.frames()]);

    expect(fault).toMatchObject({ code: "journal.damaged", facts: { stop } });
  });

  test("ACKED_DAMAGED: stops where a segment of another run of this install was put in", async () => {
    const folder = await journalOf(...SEVEN);
    const other = await journalOf(...SEVEN);
    const journal = await openTestJournal(folder);
    copyFileSync(segmentPath(other, 2), segmentPath(folder, 2));

    const fault = await faultOf(() => [...journal.frames()]);

    expect(fault?.facts).toMatchObject({ stop: "ACKED_DAMAGED", sequence: 4 });
  });

  test("FRAME_FORGED: stops at a frame of another key, were it even where HEAD says", async () => {
    const folder = await journalOf(...SEVEN.slice(0, 2));
    const journal = await openTestJournal(folder);
    const strange = { ...testKeys, bodyKeys: strangerKeys.bodyKeys };
    const place = { ...placeOf(folder), keys: strange };

    const fault = await faultOf(() => [...readFrames(place, { after: 0, until: journal.point() })]);

    expect(fault?.facts).toMatchObject({ stop: "FRAME_FORGED", sequence: 1 });
  });

  test("KEY_UNKNOWN: stops without the key of a segment", async () => {
    const folder = await journalOf('{"a":1}');
    const journal = await openTestJournal(folder);
    const place = { ...placeOf(folder), keys: { ...testKeys, bodyKeys: new Map() } };

    const fault = await faultOf(() => [...readFrames(place, { after: 0, until: journal.point() })]);

    expect(fault?.facts).toMatchObject({ stop: "KEY_UNKNOWN", segment: "seg-00000001.wal" });
  });
});

describe("a snapshot's place in the journal", () => {
  test("agrees where the chain has its hash, and nowhere else", async () => {
    const folder = await journalOf(...SEVEN.slice(0, 4));
    const journal = await openTestJournal(folder);
    const four = journal.point();
    record(journal, ...SEVEN.slice(4));

    expect(journal.agrees(0, new Uint8Array(32))).toBe(true);
    expect(journal.agrees(4, four.hash)).toBe(true);
    expect(journal.agrees(7, journal.point().hash)).toBe(true);
    expect(journal.agrees(5, four.hash)).toBe(false);
    expect(journal.agrees(7, four.hash)).toBe(false);
    expect(journal.agrees(8, four.hash)).toBe(false);
    expect(journal.agrees(4, new Uint8Array(32))).toBe(false);
  });

  test("is bound by the hash that the chain has there, from the first frame to the last", async () => {
    const folder = await journalOf(...SEVEN);
    const journal = await openTestJournal(folder);

    expect(journal.hashAt(0)).toEqual(Buffer.alloc(32));
    expect(journal.hashAt(1)).toEqual(hashAt(folder, FRAME_AT.first));
    expect(journal.hashAt(7)).toEqual(journal.point().hash);
    expect(journal.hashAt(8)).toBeUndefined();
  });

  test("proves the frames before it, which are then not opened again", async () => {
    const { folder, forged, trusted } = await journalWithForgedSecond();

    const journal = await openTestJournal(folder, { trusted: [trusted] });
    const distrusting = await faultOf(() => [...journal.frames()]);
    journal.close();
    const unproved = await faultOf(() => openTestJournal(folder));

    expect(journal.lastSequence).toBe(forged);
    expect(distrusting?.facts).toMatchObject({ stop: "FRAME_FORGED", sequence: forged });
    expect(unproved?.facts).toMatchObject({ stop: "FRAME_FORGED", sequence: forged });
  });

  test("proves nothing after it", async () => {
    const { folder, forged } = await journalWithForgedSecond();
    const first = { sequence: 1, hash: hashAt(folder, FRAME_AT.first) };

    const fault = await faultOf(() => openTestJournal(folder, { trusted: [first] }));

    expect(fault?.facts).toMatchObject({ stop: "FRAME_FORGED", sequence: forged });
  });

  test("proves nothing where the chain has another hash: the next older one is asked", async () => {
    const { folder, forged, trusted } = await journalWithForgedSecond();
    const other = { sequence: 2, hash: new Uint8Array(32) };
    const tooFar = { sequence: 3, hash: trusted.hash };
    const first = { sequence: 1, hash: hashAt(folder, FRAME_AT.first) };

    const among = await openTestJournal(folder, { trusted: [tooFar, other, trusted] });
    among.close();
    const without = await faultOf(() =>
      openTestJournal(folder, { trusted: [tooFar, other, first] }),
    );

    expect(among.lastSequence).toBe(2);
    expect(without?.facts).toMatchObject({ stop: "FRAME_FORGED", sequence: forged });
  });

  test("proves no frame whose bytes are not those of the chain", async () => {
    const folder = await journalOf(...SEVEN);
    const before = await openTestJournal(folder);
    const trusted = [before.point()];
    before.close();
    flip(segmentPath(folder, 1), FRAME_AT.second + 80);

    const fault = await faultOf(() => openTestJournal(folder, { trusted }));

    expect(fault?.facts).toMatchObject({ stop: "MIDLOG", sequence: 2 });
  });
});

const hashAt = (folder: string, offset: number) => {
  const bytes = readFileSync(segmentPath(folder, 1));
  const start = offset + 64 + bytes.readUInt32LE(offset + 8);
  return bytes.subarray(start, start + 32);
};

/**
 * A journal whose second command bears another key, all sums made to fit, as no snapshot of ours
 * would ever vouch for: only so it can be seen which frames are opened.
 */
async function journalWithForgedSecond() {
  const folder = await journalOf('{"a":1}');
  appendBehindHead(folder, strangerKeys, '{"a":2}');
  return { folder, forged: 2, trusted: { sequence: 2, hash: hashAt(folder, FRAME_AT.second) } };
}
