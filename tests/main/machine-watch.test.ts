import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CardId } from "#core/card/card.ts";
import type { Batch } from "#core/journal/batch.ts";
import { accept } from "#core/kernel/result.ts";
import { createDesk } from "#main/desk.ts";
import { createEvidenceBox, type EvidenceBox } from "#main/evidence/evidence.ts";
import { DISK_FULL_BYTES, DISK_LOW_BYTES } from "#main/journal/disk-space.ts";
import { watchMachine } from "#main/machine-watch.ts";
import { closeBooks } from "#main/open-books.ts";
import { hashOf } from "#main/transactions.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { emptyFolder } from "#tests/support/journal-folder.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const HOUR_MS = 60 * 60 * 1000;

let free: number;
let setByMs: number;
let counter: TestedWorkstation;
let people: AtCounter;
let folder: string;

/** Opens the counter on a machine whose calendar clock and disk a test sets. */
async function open(): Promise<void> {
  const own = ownMachine();
  const machine = {
    ...own.machine,
    disk: { ...own.machine.disk, freeBytes: () => free },
    wallClock: () => own.machine.wallClock() + setByMs,
  };
  counter = await openWorkstation(folder, "demonstration", { machine });
  people = atCounter(counter);
}

beforeEach(async () => {
  free = DISK_LOW_BYTES;
  setByMs = 0;
  folder = await foundedFolder();
});
afterEach(() => counter?.close());

const codesOf = async () =>
  (await counter.get("workstation.view", undefined)).notices.map(({ code }) => code);

/** What was written down of the clock, newest first. */
async function observed() {
  const { rows } = await counter.get("journal.list", { page: 0 });
  return rows.filter(({ entries }) => entries.includes("clock.observed"));
}

describe("a counter on a disk without room", () => {
  test("begins nothing new, and still signs on, looks up, locks and signs off", async () => {
    free = DISK_FULL_BYTES - 1;
    await open();
    await people.signOn();

    const preview = await counter.ask("transaction.preview", { code: "1105", input: {} });
    const view = await counter.get("workstation.view", undefined);

    expect(preview).toEqual({ ok: false, refusal: { code: "workstation.disk-full" } });
    expect(view.notices.map(({ code }) => code)).toContain("disk.full");
    await counter.get("journal.list", { page: 0 });
    await counter.get("session.lock", { idle: false });
    await people.signOff();
  });

  test("does business one byte above the limit, and says that there is little room", async () => {
    free = DISK_FULL_BYTES;
    await open();
    await people.signOn();

    const preview = await counter.ask("transaction.preview", { code: "1105", input: {} });

    expect(preview).not.toMatchObject({ refusal: { code: "workstation.disk-full" } });
    expect(await codesOf()).toContain("disk.low");
  });

  test("takes no word for it that a card was written: only what a device saw is under way", async () => {
    free = DISK_FULL_BYTES - 1;
    await open();
    await people.signOn();

    const run = await counter.ask("transaction.run", {
      id: "0f8fad5b-d9cb-469f-a165-70867728950e",
      request: { code: "1105", input: {} },
      written: "e-0123456789",
    });

    expect(run).toEqual({ ok: false, refusal: { code: "workstation.disk-full" } });
  });

  test("posts what a card was already written for, for that request alone", async () => {
    const request = { code: "1105", input: { report: "z" } } as const;
    free = DISK_FULL_BYTES - 1;
    await withDesk(await trialBranch(), ({ watch, evidence }) => {
      const erased = { type: "erased", card: CardId.parse("k-1") } as const;
      const written = evidence.keepWritten(erased, hashOf(request));
      watch.look();
      const guarded = watch.guard({ "transaction.run": () => accept("posted") } as never);
      const run = (code: "1105" | "8001") =>
        guarded["transaction.run"]({
          id: "0f8fad5b-d9cb-469f-a165-70867728950e",
          request: { code, input: request.input },
          written,
        } as never);

      expect(run("1105")).toEqual({ ok: true, value: "posted" });
      expect(run("8001")).toEqual({ ok: false, refusal: { code: "workstation.disk-full" } });
    });
  });

  test("gives the first answer again to a request that was posted while there was room", async () => {
    await open();
    await people.signOn();
    const request = { code: "1105", input: { report: "x" } } as const;
    const run = { id: "0f8fad5b-d9cb-469f-a165-70867728950e", request };
    const first = await counter.get("transaction.run", run);
    await counter.close();
    free = DISK_FULL_BYTES - 1;
    await open();
    await people.signOn();

    expect(await counter.get("transaction.run", run)).toEqual(first);
    expect(await counter.ask("transaction.run", { ...run, id: `${run.id}-2` })).toEqual({
      ok: false,
      refusal: { code: "workstation.disk-full" },
    });
  });

  test("says nothing with room enough, and lays no reserve while it starts", async () => {
    await open();

    expect(await codesOf()).not.toContain("disk.low");
    expect(readdirSync(join(folder, "ledger"))).not.toContain("reserve.bin");
  });
});

describe("a counter whose calendar clock is set", () => {
  test("back writes that down once, and goes on in the same order", async () => {
    await open();
    await people.signOn();
    setByMs = -2 * HOUR_MS;
    await counter.get("workstation.view", undefined);
    await counter.get("workstation.view", undefined);

    expect(await observed()).toHaveLength(1);
  });

  test("forward by more than five minutes writes that down once", async () => {
    await open();
    await people.signOn();
    setByMs = HOUR_MS;
    await counter.get("workstation.view", undefined);
    await counter.get("workstation.view", undefined);

    expect(await observed()).toHaveLength(1);
  });

  test("back while the program was closed writes that down at the start", async () => {
    await open();
    await people.signOn();
    await counter.close();
    setByMs = -2 * HOUR_MS;

    await open();
    await people.signOn();

    expect(await observed()).toHaveLength(1);
    expect(await codesOf()).toContain("clock.behind");
  });
});

describe("watching the machine", () => {
  test("writes nothing down before there is a branch", async () => {
    await withDesk(emptyFolder(), ({ watch, batches, set }) => {
      watch.start();
      set(-HOUR_MS);
      watch.look();

      expect(batches).toEqual([]);
    });
  });

  test("records by how much, in an entry of the system that changes no record", async () => {
    await withDesk(await trialBranch(), ({ watch, batches, set }) => {
      watch.start();
      set(-HOUR_MS);
      watch.look();

      expect(batches).toMatchObject([
        { teller: "system", entries: [{ type: "clock.observed", against: "stopwatch" }] },
      ]);
    });
  });
});

/** A desk over a live folder, watched; its clock can be set. */
async function withDesk(
  place: string,
  act: (given: {
    readonly watch: ReturnType<typeof watchMachine>;
    readonly evidence: EvidenceBox;
    readonly batches: readonly Batch[];
    readonly set: (byMs: number) => void;
  }) => void,
): Promise<void> {
  const own = ownMachine();
  let byMs = 0;
  const machine = {
    ...own.machine,
    disk: { ...own.machine.disk, freeBytes: () => free },
    wallClock: () => own.machine.wallClock() + byMs,
  };
  const evidence = createEvidenceBox(machine.clock.now);
  const books = await openTestBooks(place, "live");
  const batches: Batch[] = [];
  const desk = createDesk({
    kind: "live",
    ...books,
    clock: machine.wallClock,
    onPosted: (batch) => batches.push(batch),
    onSitting: () => {},
  });
  const set = (ms: number) => {
    byMs = ms;
  };
  const watch = watchMachine({ machine, desk, folder: place, evidence });
  act({ watch, evidence, batches, set });
  closeBooks(books);
}
