import { cpSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import type { FreezeStackView } from "#core/contract/freeze-view.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import {
  emptyPlace,
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";
import { type AtFreezeDesk, atFreezeDesk, police } from "./at-freeze-desk.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Rich and held by nobody when the demonstration begins. */
const CUSTOMER = "c-32";
const FIRST = "（密）执字第0000101号";
const SECOND = "（密）冻字第0000102号";

const open: TestedWorkstation[] = [];
afterEach(async () => {
  for (const counter of open.splice(0)) await counter.close();
});

async function at(folder: string, own: OwnMachine = ownMachine()) {
  const counter = await openWorkstation(folder, "demonstration", own);
  open.push(counter);
  const desk = atFreezeDesk(counter);
  await desk.sit("1002");
  return { counter, desk };
}

/** The balance is far below what the court asks for, so that the police wait behind it. */
async function heldAndQueued(desk: AtFreezeDesk) {
  const { balance } = await desk.stack(CUSTOMER);
  await desk.approved(await desk.order(CUSTOMER, FIRST, balance + 5_000_00), "court-order");
  await desk.approved(await desk.order(CUSTOMER, SECOND, 1_000_00, police), "police-order");
  return { balance };
}

async function release(desk: AtFreezeDesk) {
  const order = await desk.idOf(CUSTOMER, FIRST);
  const papers = await desk.papers("（密）执字第0000103号");
  return { code: "6004", input: { order, papers } } as const;
}

/** What holds the account, in one line an order. */
function lines({ orders }: FreezeStackView) {
  return orders.map(({ status, controlled, queue }) => ({ status, controlled, queue }));
}

describe("an order over restarts", () => {
  test("F09: is released after a restart, and the one behind it takes effect in the same posting", async () => {
    const before = await at(await foundedFolder());
    const { balance } = await heldAndQueued(before.desk);
    const asHeld = await before.desk.stack(CUSTOMER);
    await open.pop()?.close();

    const { counter, desk } = await at(before.counter.folder);
    expect(await desk.stack(CUSTOMER)).toEqual(asHeld);
    expect(lines(asHeld)).toEqual([
      { status: "active", controlled: balance, queue: undefined },
      { status: "waiting", controlled: 0, queue: 1 },
    ]);
    expect(asHeld.available).toBe(0);
    expect(asHeld.orders.map(({ missing }) => missing)).toEqual([5_000_00, 1_000_00]);

    const request = await release(desk);
    const preview = await counter.get("transaction.preview", request);
    const receipt = await desk.approved(request);

    expect(receipt.outcome).toEqual(preview.outcome);
    const released = await desk.stack(CUSTOMER);
    expect(lines(released)).toEqual([
      { status: "active", controlled: 1_000_00, queue: undefined },
      { status: "released", controlled: 0, queue: undefined },
    ]);
    expect(released.available).toBe(balance - 1_000_00);
    // F16: when it ended, by which paper and who brought it; its plan of an end says nothing of that.
    expect(released.orders[1]).toMatchObject({
      endedAt: receipt.recordedAt,
      endedBy: { documentNumber: "（密）执字第0000103号", officers: ["密查甲", "密查乙"] },
    });
    expect(released.orders[0]).not.toHaveProperty("endedAt");
    expect(released.slices.map(({ amount }) => amount)).toEqual([1_000_00, balance - 1_000_00]);
  });

  test("F11: ends by the clock while the program was closed, to the moment, and lets the next in", async () => {
    const own = ownMachine();
    const before = await at(await foundedFolder(), own);
    await heldAndQueued(before.desk);
    const [courts] = (await before.desk.stack(CUSTOMER)).orders;
    await open.pop()?.close();
    own.pass((courts?.endsAt ?? 0) - own.machine.wallClock() + 3 * DAY_MS);

    const { desk } = await at(before.counter.folder, own);
    const stack = await desk.stack(CUSTOMER);
    const taken = stack.orders.find(({ documentNumber }) => documentNumber === SECOND);

    expect(stack.orders.map(({ status }) => status)).toEqual(["active", "expired"]);
    expect(stack.orders[1]?.endedAt).toBe(courts?.endsAt);
    expect(stack.orders[1]).not.toHaveProperty("endedBy");
    // F18: its term began when the first one ended, not when somebody opened the program.
    expect(taken?.effectiveAt).toBe(courts?.endsAt);
  });

  test("F11: holds through its last millisecond and not one longer", async () => {
    const own = ownMachine();
    const { counter, desk } = await at(await foundedFolder(), own);
    await heldAndQueued(desk);
    const [courts] = (await desk.stack(CUSTOMER)).orders;
    const { now } = await counter.get("workstation.view", undefined);
    const statusNow = async () =>
      (await desk.stack(CUSTOMER)).orders.find(({ id }) => id === courts?.id)?.status;

    own.pass((courts?.endsAt ?? 0) - now - 1);
    expect(await statusNow()).toBe("active");
    own.pass(1);
    expect(await statusNow()).toBe("expired");
  });
});

describe("an order and a failing machine", () => {
  test("after every commit a killed program opens with all that was held", async () => {
    const { counter, desk } = await at(await foundedFolder());
    const killed: { readonly folder: string; readonly stack: FreezeStackView }[] = [];
    const kill = async () => {
      const stack = await desk.stack(CUSTOMER);
      const folder = emptyPlace();
      cpSync(counter.folder, folder, { recursive: true });
      killed.push({ folder, stack });
    };
    const account = await desk.accountOf(CUSTOMER);
    const { balance } = await desk.stack(CUSTOMER);

    await desk.approved(await desk.order(CUSTOMER, FIRST, balance + 5_000_00));
    await kill();
    const queued = await desk.order(CUSTOMER, SECOND, 1_000_00, police);
    const grant = await desk.grant(queued, "2001");
    await kill();
    await desk.done(queued, { grant });
    await kill();
    await desk.done({ code: "3011", input: { account, amount: 100_00 } });
    await kill();
    await desk.approved(await release(desk));
    await kill();

    expect(killed.map(({ stack }) => lines(stack).length)).toEqual([1, 1, 2, 2, 2]);
    for (const { folder, stack } of killed) {
      const again = await at(folder);
      expect(await again.desk.stack(CUSTOMER)).toEqual(stack);
      await open.pop()?.close();
    }
  });

  test.each(["EIO", "half-written"] as const)(
    "a release whose frame the disk does not take (%s) has not happened",
    async (how) => {
      const own = ownMachine();
      const { counter, desk } = await at(await foundedFolder(), own);
      await heldAndQueued(desk);
      const held = await desk.stack(CUSTOMER);
      const request = await release(desk);
      const grant = await desk.grant(request, "2001");
      own.failDisk(1, how);
      await expect(desk.run(request, { id: "release-1", grant })).rejects.toMatchObject({
        code: "journal.write-failed",
      });
      await open.pop()?.close();

      const again = await at(counter.folder);
      expect(await again.desk.stack(CUSTOMER)).toEqual(held);
      await again.desk.approved(request, "release-1");
      expect(lines(await again.desk.stack(CUSTOMER)).map(({ status }) => status)).toEqual([
        "active",
        "released",
      ]);
    },
  );
});

describe("an order asked for twice (rule 6)", () => {
  test("is laid down once, and its first receipt comes again, after a restart too", async () => {
    const { counter, desk } = await at(await foundedFolder());
    const request = await desk.order(CUSTOMER, FIRST, 1_000_00);
    const first = await desk.approved(request, "court-order");

    expect(await desk.done(request, { id: "court-order" })).toEqual(first);
    await open.pop()?.close();
    const again = await at(counter.folder);
    expect(await again.desk.done(request, { id: "court-order" })).toEqual(first);
    expect((await again.desk.stack(CUSTOMER)).orders).toHaveLength(1);
  });

  test("under another id is refused: the organ's paper is known", async () => {
    const { desk } = await at(await foundedFolder());
    const request = await desk.order(CUSTOMER, FIRST, 1_000_00);
    await desk.approved(request);

    expect(await desk.run(request)).toMatchObject({
      ok: false,
      refusal: { code: "freeze.document-known" },
    });
  });
});
