import { beforeEach, describe, expect, test } from "vitest";
import type { Batch } from "#core/journal/batch.ts";
import { Fault } from "#core/kernel/fault.ts";
import { closeBooks } from "#main/open-books.ts";
import type { MadeSnapshot } from "#main/snapshot/make-snapshot.ts";
import type { SnapshotOrder } from "#main/snapshot/snapshot-thread.ts";
import {
  createSnapshots,
  IDLE_FRAMES,
  IDLE_MS,
  LEAVING_MS,
  REST_FRAMES,
} from "#main/snapshot/snapshots.ts";
import { createHandClock } from "#tests/main/card-reader/hand-clock.ts";
import { batchOf } from "#tests/main/ledger/history.ts";
import { openTestVault } from "#tests/support/books.ts";
import { commit, newFolder, readIn } from "./snapshot-branch.ts";

const refused = (sequence: number, more: Partial<Batch> = {}): Batch => ({
  ...batchOf(sequence, [{ type: "request.refused", refusal: "account.short" }]),
  ...more,
});
const signedOff = (sequence: number, teller: Batch["teller"] = "1001" as Batch["teller"]) => ({
  ...batchOf(sequence, [{ type: "teller.signed-off", teller: "1001" }]),
  teller,
});

/** Books whose posting is only told of, and a maker of snapshots that ends when the test says. */
async function counter({ posted = 0, snapshotAt = 0 } = {}) {
  const clock = createHandClock();
  const vault = await openTestVault(newFolder(), "demonstration");
  const noted: string[] = [];
  const orders: SnapshotOrder[] = [];
  let stopped = 0;
  let end: (made: MadeSnapshot) => void = () => {};
  let fail: (failure: unknown) => void = () => {};
  let canStart = true;
  const head = { sequence: posted, hash: Buffer.alloc(32), segment: 1, end: 0 };
  const folder = newFolder();
  const real = await readIn(folder);
  closeBooks(real);
  const books = {
    ...real,
    snapshotAt,
    vault,
    journal: {
      ...real.journal,
      get lastSequence() {
        return head.sequence;
      },
      point: () => ({ ...head }),
    },
  };
  const snapshots = createSnapshots({
    folder,
    books,
    clock,
    log: {
      note: (event, facts) => void noted.push(JSON.stringify({ event, ...facts })),
      incident(failure) {
        noted.push(`incident ${String(failure)}`);
        return "20261122-0001";
      },
    },
    start(order) {
      if (!canStart) throw new Error("no thread");
      orders.push(order);
      const made = new Promise<MadeSnapshot>((resolve, reject) => {
        [end, fail] = [resolve, reject];
      });
      return {
        made,
        stop: async () => {
          stopped += 1;
          fail(new Fault("snapshot.failed"));
        },
      };
    },
  });
  return {
    snapshots,
    clock,
    noted,
    vault,
    orders,
    untils: () => orders.map(({ until }) => until.sequence),
    stopped: () => stopped,
    /** Posts so many batches; the last one may be another. */
    post(count: number, last: (sequence: number) => Batch = refused) {
      for (let at = 1; at <= count; at += 1) {
        head.sequence += 1;
        snapshots.onPosted((at === count ? last : refused)(head.sequence));
      }
    },
    rollSegment() {
      head.segment += 1;
    },
    async end(more: Partial<MadeSnapshot> = {}) {
      end({ sequence: head.sequence, frames: 1, bytes: 4096, notes: [], ...more });
      await clock.advance(0);
    },
    async fail(failure: unknown) {
      fail(failure);
      await clock.advance(0);
    },
    refuseThreads() {
      canStart = false;
    },
  };
}

type Counter = Awaited<ReturnType<typeof counter>>;
let at: Counter;
beforeEach(async () => {
  at = await counter();
});

describe("a snapshot is begun", () => {
  test("when much was posted and then nothing for half a minute", async () => {
    at.post(IDLE_FRAMES);

    await at.clock.advance(IDLE_MS - 1);
    expect(at.untils()).toEqual([]);
    await at.clock.advance(1);
    expect(at.untils()).toEqual([IDLE_FRAMES]);
  });

  test("not while the counter works: each posting begins the half minute anew", async () => {
    at.post(IDLE_FRAMES);
    await at.clock.advance(IDLE_MS - 1);
    at.post(1);
    await at.clock.advance(IDLE_MS - 1);

    expect(at.untils()).toEqual([]);
    await at.clock.advance(1);
    expect(at.untils()).toEqual([IDLE_FRAMES + 1]);
  });

  test("not for fewer frames than are worth it, however long the counter is idle", async () => {
    at.post(IDLE_FRAMES - 1);
    await at.clock.advance(100 * IDLE_MS);

    expect(at.untils()).toEqual([]);
  });

  test("when the teller signs off, after the answer, if there is a little to save", async () => {
    at.post(REST_FRAMES, signedOff);

    expect(at.untils()).toEqual([]);
    await at.clock.advance(0);
    expect(at.untils()).toEqual([REST_FRAMES]);
  });

  test("when the day is sealed", async () => {
    // Only that there is a seal matters here, not what it says.
    const entries = [{ type: "day.sealed" }] as unknown as Batch["entries"];
    at.post(REST_FRAMES, (sequence) => refused(sequence, { entries }));
    await at.clock.advance(0);

    expect(at.untils()).toEqual([REST_FRAMES]);
  });

  test("not at a sign-off with next to nothing before it", async () => {
    at.post(REST_FRAMES - 1, signedOff);
    await at.clock.advance(IDLE_MS);

    expect(at.untils()).toEqual([]);
  });

  test("not where the program itself signs off whom a crash left signed on", async () => {
    at.post(REST_FRAMES, (sequence) => signedOff(sequence, "system"));
    await at.clock.advance(IDLE_MS);

    expect(at.untils()).toEqual([]);
  });

  test("when the journal has begun a segment", async () => {
    at.rollSegment();
    at.post(1);
    await at.clock.advance(0);

    expect(at.untils()).toEqual([1]);
  });

  test("one at a time, and the next counts from the last", async () => {
    at.post(REST_FRAMES, signedOff);
    await at.clock.advance(0);
    at.post(REST_FRAMES, signedOff);
    await at.clock.advance(IDLE_MS);
    expect(at.untils()).toEqual([REST_FRAMES]);

    await at.end();
    at.post(1, signedOff);
    await at.clock.advance(0);
    expect(at.untils()).toEqual([REST_FRAMES, 2 * REST_FRAMES + 1]);
  });

  test("counted from the snapshot that the books were opened from", async () => {
    for (const snapshotAt of [1, 2]) {
      at = await counter({ posted: REST_FRAMES, snapshotAt });
      at.post(1, signedOff);
      await at.clock.advance(0);

      expect(at.untils()).toEqual(snapshotAt === 1 ? [REST_FRAMES + 1] : []);
    }
  });

  test("with the keys of the vault, or the newest after a change", async () => {
    at.post(REST_FRAMES, signedOff);
    await at.clock.advance(0);
    await at.end();
    const fresh = { ...at.vault, bodyKeyId: 2 };
    at.snapshots.useKeys(fresh);
    at.post(REST_FRAMES, signedOff);
    await at.clock.advance(0);

    expect(at.orders.map(({ keys }) => keys)).toEqual([at.vault, fresh]);
  });
});

describe("what came of it", () => {
  test("stands in the log, with every file that was no use", async () => {
    at.post(REST_FRAMES, signedOff);
    await at.clock.advance(0);
    await at.clock.advance(700);
    await at.end({ frames: 200, bytes: 8192, notes: [{ sequence: 7, flaw: "seal" }] });

    expect(at.noted).toEqual([
      '{"event":"books.opened","snapshot":0,"replayed":0}',
      '{"event":"snapshot.unusable","sequence":7,"flaw":"seal"}',
      '{"event":"snapshot.made","sequence":200,"frames":200,"bytes":8192,"tookMs":700}',
    ]);
  });

  test("is an incident where it failed, and the next is tried when it is due", async () => {
    at.post(REST_FRAMES, signedOff);
    await at.clock.advance(0);
    await at.fail(new Fault("snapshot.failed", { errno: "ENOSPC" }));

    expect(at.noted.at(-1)).toBe('incident Fault: snapshot.failed {"errno":"ENOSPC"}');
    at.post(REST_FRAMES, signedOff);
    await at.clock.advance(0);
    expect(at.untils()).toEqual([REST_FRAMES, 2 * REST_FRAMES]);
  });

  test("is an incident and nothing else where no thread can be had", async () => {
    at.refuseThreads();
    at.post(REST_FRAMES, signedOff);
    await at.clock.advance(0);

    expect(at.noted.at(-1)).toBe("incident Error: no thread");
  });
});

describe("the end of the program", () => {
  test("waits for a snapshot that is ready in a moment", async () => {
    at.post(REST_FRAMES);
    const stopping = at.snapshots.stop();
    expect(at.untils()).toEqual([REST_FRAMES]);

    await at.end();
    await stopping;
    expect(at.noted.at(-1)).toContain("snapshot.made");
  });

  test("gives one up that takes longer, without an incident", async () => {
    at.post(REST_FRAMES, signedOff);
    await at.clock.advance(0);

    let isOver = false;
    const stopping = at.snapshots.stop().then(() => {
      isOver = true;
    });
    await at.clock.advance(LEAVING_MS - 1);
    expect([isOver, at.stopped()]).toEqual([false, 0]);
    await at.clock.until(stopping);

    expect(at.stopped()).toBe(1);
    expect(at.noted.at(-1)).not.toContain("incident");
  });

  test("begins none where the last one took longer than it would wait", async () => {
    at.post(REST_FRAMES, signedOff);
    await at.clock.advance(0);
    await at.clock.advance(LEAVING_MS);
    await at.end();
    at.post(REST_FRAMES);

    await at.snapshots.stop();
    expect(at.untils()).toEqual([REST_FRAMES]);
  });

  test("begins none for next to nothing, and nothing begins afterwards", async () => {
    at.post(REST_FRAMES - 1);
    await at.snapshots.stop();
    at.post(IDLE_FRAMES, signedOff);
    await at.clock.advance(IDLE_MS);

    expect(at.untils()).toEqual([]);
  });
});

test("where no snapshots are to be made none is, and the books open as ever", async () => {
  const folder = newFolder();
  await commit(folder, [refused(1)]);
  const real = await readIn(folder);
  const vault = await openTestVault(newFolder(), "demonstration");
  const clock = createHandClock();
  const noted: string[] = [];
  const log = { note: (event: string) => void noted.push(event), incident: () => "" };
  const snapshots = createSnapshots({ folder, books: { ...real, vault }, clock, log });

  snapshots.onPosted(signedOff(2));
  await clock.advance(IDLE_MS);
  await snapshots.stop();

  expect(noted).toEqual(["books.opened"]);
  closeBooks(real);
});
