import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dateOf, instant } from "#core/calendar/instant.ts";
import { Batch } from "#core/journal/batch.ts";
import { Fault } from "#core/kernel/fault.ts";
import { TellerId } from "#core/teller/teller.ts";
import { createDesk, type Desk, type DeskParts } from "#main/desk.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks, type OpenBooks } from "#main/open-books.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { faultyDisk } from "#tests/support/journal-faulty-disk.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";

const NOW = Date.UTC(2026, 2, 18, 2);
const TELLER = TellerId.parse("1001");
const signedOn = { type: "teller.signed-on", teller: TELLER } as const;
const draft = { teller: TELLER, code: "1001", entries: [signedOn] } as const;

let folder: string;
let books: OpenBooks;
let desk: Desk;
let posted: number[];
let failAt: ReturnType<typeof faultyDisk>["failAt"];

beforeEach(async () => {
  folder = await trialBranch();
  const faulty = faultyDisk();
  failAt = faulty.failAt;
  await open(faulty.disk);
});
afterEach(() => closeBooks(books));

async function open(disk = realDisk): Promise<void> {
  books = await openTestBooks(folder, "live", disk);
  posted = [];
  desk = createDesk(parts());
}

function parts(): DeskParts {
  return {
    kind: "live",
    ...books,
    clock: () => NOW,
    onPosted: ({ sequence }) => posted.push(sequence),
    onSitting: () => {},
  };
}

describe("the one commit", () => {
  test("numbers, dates and signs a batch, makes it durable, posts it, and tells", () => {
    const batch = desk.commit(draft);

    expect(batch).toMatchObject({ sequence: 2, recordedAt: NOW, branch: "0303", approvers: [] });
    expect(batch.businessDate).toBe(dateOf(instant(NOW)));
    expect(books.journal.lastSequence).toBe(2);
    expect(desk.books.find("teller", TELLER)).toMatchObject({ attendance: "on" });
    expect(posted).toEqual([2]);
  });

  test("is as the journal has it however its maker put it together, and nobody's to change", () => {
    const entry = { teller: TELLER, type: "teller.signed-on" } as const;
    const batch = desk.commit({ entries: [entry], code: "1001", teller: TELLER });

    const [frame] = books.journal.frames(1);
    const asParsed = JSON.stringify(Batch.parse(JSON.parse(frame?.body ?? "")));
    expect(frame?.body).toBe(asParsed);
    expect(JSON.stringify(batch)).toBe(asParsed);
    expect(desk.commit(draft).entries.every(Object.isFrozen)).toBe(true);
  });

  test("of what is no batch is our bug: nothing is written, and the counter stays open", () => {
    expect(() => desk.commit({ ...draft, entries: [] })).toThrow();

    expect(books.journal.lastSequence).toBe(1);
    expect(desk.isInService()).toBe(true);
    expect(desk.commit(draft).sequence).toBe(2);
  });

  test("that the disk refuses tells nobody, ends the service, and is not there after reopening", async () => {
    failAt(1, "EIO");

    expect(() => desk.commit(draft)).toThrow(
      expect.objectContaining({ code: "journal.write-failed" }),
    );
    expect(posted).toEqual([]);
    expect(desk.isInService()).toBe(false);
    expect(() => desk.commit(draft)).toThrow(
      expect.objectContaining({ code: "workstation.out-of-service" }),
    );

    closeBooks(books);
    await open();
    expect(desk.books.find("teller", TELLER)).toMatchObject({ attendance: "off" });
  });

  test("that the books cannot take never reaches the disk, and the counter goes on", async () => {
    desk.commit(draft);
    const prepare = () => {
      throw new Fault("ledger.failed");
    };
    const unlucky = createDesk({ ...parts(), ledger: { ...books.ledger, prepare } });
    expect(() => unlucky.commit({ ...draft, code: "1002" })).toThrow("ledger.failed");
    expect(unlucky.isInService()).toBe(true);

    closeBooks(books);
    await open();
    expect(books.journal.lastSequence).toBe(2);
    expect(books.ledger.lastSequence).toBe(2);
  });

  test.each(["EIO", "half-written", "EIO-after"] as const)(
    "that failed with %s is there as a whole or not at all after reopening",
    async (how) => {
      desk.commit(draft);
      failAt(1, how);
      expect(() => desk.commit({ ...draft, code: "1002" })).toThrow();
      closeBooks(books);

      await open();
      const { lastSequence } = books.journal;
      expect([2, 3]).toContain(lastSequence);
      expect(books.ledger.lastSequence).toBe(lastSequence);
      expect(books.ledger.batch(2)).toMatchObject({ code: "1001" });
      expect(desk.commit(draft).sequence).toBe(lastSequence + 1);
    },
  );
});

describe("the clock", () => {
  test("T06: stands still where the machine's was set back, and nothing is reordered", async () => {
    const late = desk.commit(draft).recordedAt;
    const hourBack = () => late - 60 * 60 * 1000;
    const back = createDesk({ ...parts(), clock: hourBack });

    expect(back.now()).toBe(late);
    expect(back.isClockBehind()).toBe(true);
    expect(back.commit({ ...draft, code: "1002" }).recordedAt).toBe(late);
  });

  test("T06: goes on where the machine's is ahead or has drifted a little", () => {
    const late = desk.commit(draft).recordedAt;

    expect(createDesk({ ...parts(), clock: () => late + 1 }).now()).toBe(late + 1);
    expect(createDesk({ ...parts(), clock: () => late - 300_000 }).isClockBehind()).toBe(false);
    expect(createDesk({ ...parts(), clock: () => late - 300_001 }).isClockBehind()).toBe(true);
  });
});

describe("who is at work", () => {
  test("D02: nobody, then whoever sits there, unless locked or with a password to change", () => {
    expect(desk.atWork()).toMatchObject({ refusal: { code: "teller.not-signed-on" } });
    desk.sit({ teller: TELLER, status: "signed-on" });
    expect(desk.atWork()).toMatchObject({ ok: true, value: { id: TELLER } });
    desk.sit({ teller: TELLER, status: "locked" });
    expect(desk.atWork()).toMatchObject({ refusal: { code: "teller.locked" } });
    desk.sit({ teller: TELLER, status: "must-change-password" });
    expect(desk.atWork()).toMatchObject({ refusal: { code: "teller.password-must-change" } });
    desk.sit(undefined);
    expect(desk.atWork()).toMatchObject({ refusal: { code: "teller.not-signed-on" } });
  });

  test("nobody whom the branch does not know", () => {
    desk.sit({ teller: TellerId.parse("9999"), status: "signed-on" });

    expect(desk.atWork()).toMatchObject({ refusal: { code: "teller.not-signed-on" } });
  });
});

test("settling with nothing due writes nothing", () => {
  desk.settle();

  expect(books.journal.lastSequence).toBe(1);
});
