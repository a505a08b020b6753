import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assert } from "#core/kernel/assert.ts";
import { crc32, crc32ByTable } from "#main/journal/crc32.ts";
import { encodeHead, readHead, slotOffset } from "#main/journal/head.ts";
import type { JournalFrame, JournalKeys } from "#main/journal/journal.ts";
import { sha256, sha256InParts } from "#main/journal/sha256.ts";
import { openTestVault } from "#tests/support/books.ts";
import { unpackFormat1, unpackFormat2 } from "#tests/support/journal-fixture.ts";
import {
  bodiesOf,
  emptyFolder,
  FRAME_AT,
  faultOf,
  flip,
  headPath,
  journalOf,
  ledgerNames,
  openTestJournal,
  record,
  rewrite,
  segmentPath,
  testKeys,
} from "#tests/support/journal-folder.ts";
import { verifyFolder } from "../../../scripts/verifier/folder.mjs";

const CLEAR = '{"name":"欧阳建国"}';

/** The keys of a vault in which the key of bodies was changed once. */
const laterKeys: JournalKeys = {
  ...testKeys,
  bodyKeys: new Map([...testKeys.bodyKeys, [2, new Uint8Array(32).fill(6)]]),
  bodyKeyId: 2,
};

function sha256Of(frames: Iterable<JournalFrame>): string {
  const hash = createHash("sha256");
  for (const { body } of frames) hash.update(body);
  return hash.digest("hex");
}

describe("a journal of the second format", () => {
  test("opens behind its passphrase to the last frame, across a changed key, and goes on", async () => {
    const { folder, expected } = unpackFormat2();

    const keys = await openTestVault(folder, "live");
    const journal = await openTestJournal(folder, { kind: "live", keys });

    const frames = [...journal.frames()];
    expect(frames).toHaveLength(expected.frames);
    expect(sha256Of(frames)).toBe(expected.bodiesSha256);
    record(journal, CLEAR);
    journal.close();
    const again = await openTestJournal(folder, { kind: "live", keys });
    expect(bodiesOf(again).at(-1)).toBe(CLEAR);
  });
});

/** The chain hash of a frame's bytes, which anybody can work out. */
const chained = (frame: Buffer, previousHash: Buffer) =>
  createHash("sha256").update(previousHash).update(frame).digest();

const bytesOf = (folder: string) =>
  ledgerNames(folder).map((name) => readFileSync(`${folder}/ledger/${name}`).toString("latin1"));

describe("a journal of the first format", () => {
  test.each(["demonstration", "live"] as const)(
    "is read to the last frame, and never written again (%s)",
    async (kind) => {
      const { folder, keys, expected } = unpackFormat1(kind);
      const before = readFileSync(segmentPath(folder, 1));

      const journal = await openTestJournal(folder, { kind, keys });

      const frames = [...journal.frames()];
      expect(frames).toHaveLength(expected.frames);
      expect(sha256Of(frames)).toBe(expected.bodiesSha256);
      expect(journal.notices).toEqual([{ code: "journal.upgraded", facts: { from: 1, to: 2 } }]);
      expect(readFileSync(segmentPath(folder, 1)).equals(before)).toBe(true);
    },
  );

  test.each(["demonstration", "live"] as const)(
    "goes on sealed in a segment of the second, whose own start says nothing more (%s)",
    async (kind) => {
      const { folder, keys, expected } = unpackFormat1(kind);
      const journal = await openTestJournal(folder, { kind, keys });
      record(journal, CLEAR);
      journal.close();

      const reopened = await openTestJournal(folder, { kind, keys });

      expect(reopened.notices).toEqual([]);
      expect(reopened.lastSequence).toBe(expected.frames + 1);
      expect([...reopened.frames(expected.frames)].map(({ body }) => body)).toEqual([CLEAR]);
      expect(ledgerNames(folder)).toEqual(["HEAD", "seg-00000001.wal", "seg-00000002.wal"]);
      expect(readFileSync(segmentPath(folder, 2)).includes("欧阳")).toBe(false);
    },
  );

  test.each(["demonstration", "live"] as const)(
    "is what the verifier says too, before and after it went on with the vault's own keys (%s)",
    async (kind) => {
      const { folder, expected } = unpackFormat1(kind);
      const before = verifyFolder(folder, { withKey: true });
      expect(before).toMatchObject({ kind, frames: expected.frames, opened: expected.frames });

      const keys = await openTestVault(folder, kind);
      const journal = await openTestJournal(folder, { kind, keys });
      record(journal, JSON.stringify({ sequence: expected.frames + 1, entries: [] }));
      journal.close();

      expect(verifyFolder(folder, { withKey: false })).toMatchObject({
        frames: expected.frames + 1,
        opened: expected.frames,
        segments: 2,
      });
    },
  );

  test("is not opened where one of its answered frames was changed", async () => {
    const { folder, keys } = unpackFormat1("live");
    flip(segmentPath(folder, 1), FRAME_AT.first + 100);

    const fault = await faultOf(() => openTestJournal(folder, { kind: "live", keys }));

    expect(fault?.facts).toMatchObject({ stop: "ACKED_DAMAGED", sequence: 1 });
  });

  test("FRAME_FORGED: is not opened where a frame in clear bears no seal of this install", async () => {
    const { folder, keys } = unpackFormat1("live");
    const end = FRAME_AT.first + 64 + readFileSync(segmentPath(folder, 1)).readUInt32LE(4096 + 8);
    rewrite(segmentPath(folder, 1), (bytes) => {
      bytes.writeUInt8(bytes.readUInt8(end) ^ 1, end); // The frame's HMAC, under its chain hash.
      chained(bytes.subarray(FRAME_AT.first, end + 32), Buffer.alloc(32)).copy(bytes, end + 32);
      return bytes;
    });
    const hash = readFileSync(segmentPath(folder, 1)).subarray(end + 32, end + 64);
    rewrite(headPath(folder), (file) => {
      const reading = readHead(file, keys);
      assert(reading.status === "trusted", "the fixture's HEAD is whole");
      const { head } = reading;
      const newest = encodeHead({ ...head, hash }, keys);
      newest.copy(file, slotOffset(head));
      return file;
    });

    const fault = await faultOf(() => openTestJournal(folder, { kind: "live", keys }));

    expect(fault?.facts).toMatchObject({ stop: "FRAME_FORGED", sequence: 1 });
  });
});

describe("what the journal holds", () => {
  test("is nowhere readable in the folder", async () => {
    const folder = await journalOf(CLEAR, '{"phone":"13912345678"}');

    const bytes = bytesOf(folder).join("");

    expect(bytes).not.toContain(Buffer.from("欧阳建国").toString("latin1"));
    expect(bytes).not.toContain("13912345678");
    expect(bytes).not.toContain("phone");
  });

  test("looks different each time, so that equal commands cannot be told", async () => {
    const folder = await journalOf(CLEAR, CLEAR);

    const bytes = readFileSync(segmentPath(folder, 1));
    const sealed = (offset: number) => bytes.subarray(offset + 64 + 12, offset + 64 + 12 + 23);

    expect(sealed(FRAME_AT.first).equals(sealed(FRAME_AT.second))).toBe(false);
  });

  // Goal: a command cannot be moved: its seal holds only for its place behind its predecessor.
  // Method: put the second frame once more behind itself, all sums made to fit, as somebody can who
  // has seen it but has no key.
  test("is bound to its place: the same sealed body in the next frame is forged", async () => {
    const folder = await journalOf(CLEAR, CLEAR);
    rewrite(segmentPath(folder, 1), (bytes) => {
      const { second, third } = FRAME_AT;
      bytes.copy(bytes, third, second, third);
      bytes.writeBigUInt64LE(3n, third + 16);
      bytes.writeBigUInt64LE(3n, third + 24);
      bytes.writeUInt32LE(crc32(bytes.subarray(third, third + 60)), third + 60);
      const end = 64 + bytes.readUInt32LE(second + 8);
      const previousHash = bytes.subarray(second + end, second + end + 32);
      chained(bytes.subarray(third, third + end), previousHash).copy(bytes, third + end);
      return bytes;
    });

    const fault = await faultOf(() => openTestJournal(folder));

    expect(fault?.facts).toMatchObject({ stop: "FRAME_FORGED", sequence: 3 });
  });
});

describe("changing the key of bodies", () => {
  test("begins a new segment at once, and everything stays readable", async () => {
    const folder = emptyFolder();
    const journal = await openTestJournal(folder);
    record(journal, '{"a":1}');

    journal.rotate(laterKeys);
    record(journal, '{"a":2}');

    expect(bodiesOf(journal)).toEqual(['{"a":1}', '{"a":2}']);
    journal.close();
    const reopened = await openTestJournal(folder, { keys: laterKeys });
    expect(bodiesOf(reopened)).toEqual(['{"a":1}', '{"a":2}']);
    expect(reopened.notices).toEqual([]);
    expect(readFileSync(segmentPath(folder, 1)).readUInt32LE(144)).toBe(1);
    expect(readFileSync(segmentPath(folder, 2)).readUInt32LE(144)).toBe(2);
  });

  test("while the program was closed is said at the next start", async () => {
    const folder = await journalOf('{"a":1}');

    const journal = await openTestJournal(folder, { keys: laterKeys });
    record(journal, '{"a":2}');
    journal.close();

    expect(journal.notices).toEqual([{ code: "journal.key-changed", facts: { from: 1, to: 2 } }]);
    expect(bodiesOf(await openTestJournal(folder, { keys: laterKeys }))).toEqual([
      '{"a":1}',
      '{"a":2}',
    ]);
  });

  test("KEY_UNKNOWN: a vault without the newer key stops the start, naming the segment", async () => {
    const folder = emptyFolder();
    const journal = await openTestJournal(folder);
    record(journal, '{"a":1}');
    journal.rotate(laterKeys);
    journal.close();

    const fault = await faultOf(() => openTestJournal(folder));

    expect(fault).toMatchObject({
      code: "journal.damaged",
      facts: { stop: "KEY_UNKNOWN", segment: "seg-00000002.wal" },
    });
  });

  test("takes no keys of another installation", async () => {
    const journal = await openTestJournal(emptyFolder());

    expect(() => journal.rotate({ ...laterKeys, installId: "ff".repeat(16) })).toThrow("install");
    expect(() => journal.rotate({ ...laterKeys, bodyKeyId: 3 })).toThrow("install");
  });
});

describe("going on in a new segment", () => {
  test("is done once for a day without any command", async () => {
    const folder = emptyFolder();
    const journal = await openTestJournal(folder);
    journal.rotate();
    const whenEmpty = ledgerNames(folder);
    record(journal, '{"a":1}');

    journal.rotate();
    journal.rotate();

    expect(whenEmpty).toEqual(["HEAD", "seg-00000001.wal"]);
    expect(ledgerNames(folder)).toEqual(["HEAD", "seg-00000001.wal", "seg-00000002.wal"]);
    record(journal, '{"a":2}');
    journal.close();
    expect(bodiesOf(await openTestJournal(folder))).toEqual(['{"a":1}', '{"a":2}']);
  });

  test("is refused once the journal is closed", async () => {
    const journal = await openTestJournal(emptyFolder());
    journal.close();

    const fault = await faultOf(() => journal.rotate());

    expect(fault?.facts).toEqual({ state: "closed" });
  });
});

describe("the quick check of a frame", () => {
  test("is the same sum with the older runtime's arithmetic as with the newer one's", () => {
    const check = Buffer.from("123456789");

    expect(crc32ByTable(check)).toBe(0xcbf43926);
    expect(crc32(check)).toBe(0xcbf43926);
  });
});

describe("the hash of the chain", () => {
  test("is FIPS 180-4's in one go as in the older runtime's way", () => {
    const known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    expect(sha256(Buffer.from("abc")).toString("hex")).toBe(known);
    expect(sha256InParts(Buffer.from("abc")).toString("hex")).toBe(known);
  });
});
