import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Batch } from "#core/journal/batch.ts";
import { type Disk, realDisk } from "#main/journal/disk.ts";
import { journalPlace } from "#main/journal/place.ts";
import { openLedger } from "#main/ledger/ledger.ts";
import { makeSnapshot } from "#main/snapshot/make-snapshot.ts";
import { sealSnapshot } from "#main/snapshot/snapshot-file.ts";
import { snapshotName } from "#main/snapshot/snapshot-folder.ts";
import { anySteps, batchOf, opening, play } from "#tests/main/ledger/history.ts";
import { everything } from "#tests/main/ledger/questions.ts";
import { fc } from "#tests/support/fast-check.ts";
import { flip } from "#tests/support/journal-folder.ts";
import { commit, keys, newFolder, rowsOf, snapshotOf, withBooks } from "./snapshot-branch.ts";

const { batches } = play(opening);
const more = (from: number, count: number): readonly Batch[] =>
  Array.from({ length: count }, (_, at) =>
    batchOf(from + at, [{ type: "request.refused", refusal: "account.short" }]),
  );

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
const pathOf = (sequence: number) => join(folder, "ledger", snapshotName(sequence));
const snapshots = () =>
  readdirSync(join(folder, "ledger"))
    .filter((name) => name.startsWith("snap"))
    .sort();

/** What the books of the folder say, and how they were come by. */
const opened = () =>
  withBooks(folder, ({ ledger, snapshotAt, snapshotNotes }) => ({
    last: ledger.lastSequence,
    snapshotAt,
    flaws: snapshotNotes.map(({ sequence, flaw }) => `${sequence} ${flaw}`),
  }));

describe("a ledger that comes from a snapshot", () => {
  // Goal: nobody can tell whether a ledger was loaded from snapshots or replayed from the first frame.
  // Method: random histories, snapshots after random parts of them, each made from the one before;
  // then all rows of all tables, all questions and the first pages of all lists are compared.
  test("is that which the whole journal gives, to the row", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, fc.array(fc.nat(120), { maxLength: 3 }), async (steps, parts) => {
        folder = newFolder();
        const all = play([...opening, ...steps]).batches;
        const cuts = [...parts.map((part) => part % all.length), 1].sort((a, b) => a - b);
        for (const [index, cut] of cuts.entries()) {
          await commit(folder, all.slice(cuts[index - 1] ?? 0, cut));
          await snapshotOf(folder);
        }
        await commit(folder, all.slice(cuts.at(-1)));

        const replayed = await openLedger();
        for (const batch of all) replayed.post(batch);
        const image = await withBooks(folder, ({ ledger, snapshotAt, snapshotNotes }) => {
          expect([snapshotAt, snapshotNotes]).toEqual([cuts.at(-1), []]);
          expect(everything(ledger.books)).toStrictEqual(everything(replayed.books));
          expect(ledger.journalPage({ page: 0 })).toStrictEqual(replayed.journalPage({ page: 0 }));
          expect(ledger.slipPage({ text: "", page: 0 })).toStrictEqual(
            replayed.slipPage({ text: "", page: 0 }),
          );
          return ledger.image();
        });
        expect(await rowsOf(image)).toEqual(await rowsOf(replayed.image()));
        replayed.close();
        rmSync(folder, { recursive: true });
      }),
      { numRuns: 15 },
    );
  });

  test("goes on taking batches where the snapshot ended", async () => {
    await commit(folder, batches);
    await snapshotOf(folder);

    await commit(folder, more(batches.length + 1, 3));

    expect(await opened()).toEqual({
      last: batches.length + 3,
      snapshotAt: batches.length,
      flaws: [],
    });
  });
});

describe("making a snapshot", () => {
  beforeEach(() => commit(folder, more(1, 3)));

  test("replays only what came after the snapshot before, and keeps the newest two", async () => {
    expect(await snapshotOf(folder)).toMatchObject({ sequence: 3, frames: 3 });
    await commit(folder, more(4, 2));
    expect(await snapshotOf(folder)).toMatchObject({ sequence: 5, frames: 2 });
    await commit(folder, more(6, 1));
    expect(await snapshotOf(folder)).toMatchObject({ sequence: 6, frames: 1 });

    expect(snapshots()).toEqual([snapshotName(5), snapshotName(6)]);
  });

  test("does nothing where there is one of that frame already", async () => {
    await snapshotOf(folder);
    const before = readFileSync(pathOf(3));

    expect(await snapshotOf(folder)).toMatchObject({ sequence: 3, frames: 0, bytes: 0 });
    expect(readFileSync(pathOf(3)).equals(before)).toBe(true);
  });

  test("is refused of a journal that was damaged since, with the frame's name", async () => {
    const until = await withBooks(folder, ({ journal }) => journal.point());
    flip(join(folder, "ledger", "seg-00000001.wal"), 3 * 4096 + 70);
    const place = journalPlace({ folder, kind: "demonstration", keys, disk: realDisk });

    await expect(makeSnapshot({ ...place, keys }, until)).rejects.toMatchObject({
      code: "journal.damaged",
      facts: { stop: "ACKED_DAMAGED", sequence: 3 },
    });
    expect(snapshots()).toEqual([]);
  });

  test("leaves none where the disk gives back other bytes than it took", async () => {
    const lying: Disk = {
      ...realDisk,
      write(file, bytes, offset) {
        const other = Buffer.from(bytes);
        if (offset > 4096) other.writeUInt8(other.readUInt8(0) ^ 1, 0);
        return realDisk.write(file, other, offset);
      },
    };

    await expect(snapshotOf(folder, lying)).rejects.toMatchObject({
      code: "snapshot.failed",
      facts: { errno: "READ_BACK" },
    });
    expect(snapshots()).toEqual([]);
  });

  test.each(["list", "open"] as const)(
    "never takes a mistake of the program for a bad disk (%s)",
    async (call) => {
      await snapshotOf(folder);
      const place = journalPlace({ folder, kind: "demonstration", keys, disk: realDisk });
      const until = await withBooks(folder, ({ journal }) => journal.point());
      const mistaken: Disk = {
        ...realDisk,
        [call]() {
          throw new TypeError("a mistake");
        },
      };

      await expect(makeSnapshot({ ...place, disk: mistaken, keys }, until)).rejects.toThrow(
        TypeError,
      );
    },
  );

  test("builds on the older one where the newest is damaged, and clears that away", async () => {
    await snapshotOf(folder);
    await commit(folder, more(4, 2));
    await snapshotOf(folder);
    flip(pathOf(5), 9_000);
    await commit(folder, more(6, 1));

    const made = await snapshotOf(folder);

    expect(made).toMatchObject({ frames: 3, notes: [{ sequence: 5, flaw: "seal" }] });
    expect(snapshots()).toEqual([snapshotName(3), snapshotName(6)]);
  });

  test("clears away what was never finished", async () => {
    writeFileSync(`${pathOf(2)}.tmp`, "half");
    writeFileSync(`${pathOf(3)}.tmp`, "half");

    await snapshotOf(folder);

    expect(snapshots()).toEqual([snapshotName(3)]);
  });

  test("is left alone where the disk has little room, which is the journal's", async () => {
    const { bytes } = await snapshotOf(folder);
    await commit(folder, more(4, 1));
    const LOW = 500 * 1024 * 1024;
    const withRoom = (free: number) => ({ ...realDisk, freeBytes: () => free });

    await expect(snapshotOf(folder, withRoom(LOW + bytes - 1))).rejects.toThrow(
      'snapshot.failed {"errno":"ENOSPC"}',
    );
    expect(snapshots()).toEqual([snapshotName(3)]);
    await snapshotOf(folder, withRoom(LOW + bytes));
    expect(snapshots()).toEqual([snapshotName(3), snapshotName(4)]);
  });
});

describe("books open all the same", () => {
  beforeEach(async () => {
    await commit(folder, more(1, 3));
    await snapshotOf(folder);
    await commit(folder, more(4, 2));
    await snapshotOf(folder);
    await commit(folder, more(6, 1));
  });

  test("from the older snapshot, where the newest is damaged", async () => {
    flip(pathOf(5), 5_000);

    expect(await opened()).toEqual({ last: 6, snapshotAt: 3, flaws: ["5 seal"] });
  });

  test("from the first frame, where both are damaged or gone", async () => {
    flip(pathOf(5), 5_000);
    flip(pathOf(3), 20);
    expect(await opened()).toEqual({ last: 6, snapshotAt: 0, flaws: ["5 seal", "3 projection"] });

    rmSync(pathOf(5));
    rmSync(pathOf(3));
    expect(await opened()).toEqual({ last: 6, snapshotAt: 0, flaws: [] });
  });

  test("where a snapshot was given another one's name", async () => {
    copyFileSync(pathOf(3), pathOf(4));
    rmSync(pathOf(5));

    expect(await opened()).toEqual({ last: 6, snapshotAt: 3, flaws: ["4 shape"] });
  });

  test("where the newest snapshot is of a history that the journal does not have", async () => {
    const other = newFolder();
    await commit(other, more(1, 1));
    const ours = folder;
    folder = other;
    await commit(folder, more(2, 4));
    await snapshotOf(folder);
    copyFileSync(pathOf(5), join(ours, "ledger", snapshotName(5)));
    folder = ours;

    expect(await opened()).toEqual({ last: 6, snapshotAt: 3, flaws: ["5 off-chain"] });
  });

  test("where the snapshot is of frames that the journal never had", async () => {
    const point = { sequence: 9, hash: Buffer.alloc(32, 9) };
    writeFileSync(
      pathOf(9),
      Buffer.concat([
        ...sealSnapshot({ point, image: new Uint8Array(10) }, { kind: "demonstration", keys }),
      ]),
    );

    expect(await opened()).toEqual({ last: 6, snapshotAt: 5, flaws: ["9 off-chain"] });
  });

  test.each([
    ["no ledger at all", async () => new Uint8Array(8192)],
    ["a ledger of other frames", async () => (await openLedger()).image()],
  ])("where an image that we sealed is %s", async (_what, imageOf) => {
    const point = await withBooks(folder, ({ journal }) => journal.point());
    const image = await imageOf();
    const pieces = sealSnapshot({ point, image }, { kind: "demonstration", keys });
    writeFileSync(pathOf(6), Buffer.concat([...pieces]));

    expect(await opened()).toEqual({ last: 6, snapshotAt: 5, flaws: ["6 image"] });
  });
});

describe("every flipped byte of a snapshot", () => {
  let sound: Buffer;
  let at: string;
  beforeAll(async () => {
    folder = newFolder();
    at = folder;
    await commit(folder, more(1, 2));
    await snapshotOf(folder);
    sound = readFileSync(pathOf(2));
  });

  test.each(Array.from({ length: 24 }, (_, part) => part))(
    "leaves the books whole and the start to itself, part %s",
    async (part) => {
      folder = at;
      const bytes = Buffer.from(sound);
      const place = Math.floor(((part + 0.5) * sound.length) / 24);
      bytes[place] = (bytes[place] ?? 0) ^ 0x40;
      writeFileSync(pathOf(2), bytes);

      expect(await opened()).toMatchObject({ last: 2, snapshotAt: 0 });
    },
  );
});
