import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  customerRequestChannels,
  sheetRequestChannels,
  tellerRequestChannels,
} from "#core/contract/channels.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

let own: OwnMachine;
let counter: TestedWorkstation;
let people: AtCounter;

async function open(folder: string): Promise<void> {
  counter = await openWorkstation(folder, "demonstration", own);
  people = atCounter(counter);
}

async function openAnew(): Promise<void> {
  own = ownMachine();
  await open(await foundedFolder());
  await people.signOn();
}

async function deposit(amount: number) {
  const { accounts } = await people.seen("c-36");
  return { code: "3011", input: { account: accounts[0]?.id, amount } } as const;
}

describe("after a commit that failed", () => {
  beforeEach(openAnew);
  afterEach(() => counter.close());

  test("every request faults until the books are opened again; what was answered is there", async () => {
    const first = await people.done(await deposit(1_00), { id: "deposit-1" });
    const second = await deposit(2_00);
    own.failDisk(1, "EIO");
    await expect(people.run(second, { id: "deposit-2" })).rejects.toMatchObject({
      code: "journal.write-failed",
    });

    const out = { code: "workstation.out-of-service" };
    await expect(people.run(second, { id: "deposit-2" })).rejects.toMatchObject(out);
    await expect(people.run(second, { id: "deposit-1" })).rejects.toMatchObject(out);
    await expect(people.preview(second)).rejects.toMatchObject(out);
    await expect(people.seen("c-36")).rejects.toMatchObject(out);
    await expect(counter.ask("workstation.view", undefined)).rejects.toMatchObject(out);
    await expect(counter.ask("session.sign-off", undefined)).rejects.toMatchObject(out);

    const { folder } = counter;
    await counter.close();
    await open(folder);
    await people.signOn();
    expect(await people.done(await deposit(1_00), { id: "deposit-1" })).toEqual(first);
    const again = await people.done(second, { id: "deposit-2" });
    expect(again.outcome.facts).toContainEqual({ name: "amount", kind: "money", amount: 2_00 });
  });

  test("a disk that failed half-way has all of a posting or nothing; asked again it is there once", async () => {
    const before = (await people.seen("c-36")).accounts[0]?.balance ?? 0;
    const request = await deposit(2_00);
    own.failDisk(1, "half-written");
    await expect(people.run(request, { id: "deposit-2" })).rejects.toThrow();

    const { folder } = counter;
    await counter.close();
    await open(folder);
    await people.signOn();
    const { balance } = (await people.seen("c-36")).accounts[0] ?? {};
    expect([before, before + 2_00]).toContain(balance);
    await people.done(request, { id: "deposit-2" });
    expect((await people.seen("c-36")).accounts[0]?.balance).toBe(before + 2_00);
  });
});

describe("the program over one data folder", () => {
  beforeEach(openAnew);
  afterEach(() => counter.close());

  test("answers every channel of the contract", async () => {
    expect(Object.keys(counter.handlers).sort()).toEqual(
      [...tellerRequestChannels, ...customerRequestChannels, ...sheetRequestChannels].sort(),
    );
  });

  test("is the only one over it", async () => {
    await expect(openWorkstation(counter.folder)).rejects.toMatchObject({ code: "journal.locked" });
  });

  test("gives the folder back however often it is told to close", async () => {
    await Promise.all([counter.close(), counter.close()]);
    await counter.close();

    await open(counter.folder);
    expect(await counter.ask("workstation.view", undefined)).toMatchObject({ ok: true });
  });

  test("gives the folder back when it cannot start in it", async () => {
    await counter.close();
    await expect(openWorkstation(counter.folder, "live")).rejects.toThrow();

    await open(counter.folder);
  });

  test("closes in the middle of a swipe, and of a PIN", async () => {
    const { accounts } = await people.seen("c-36");
    await counter.waitFor("swipe");
    void counter.ask("pin.ask", { account: accounts[0]?.id ?? "", purpose: "verify" });

    await counter.close();
    await open(counter.folder);
  });
});

const swipesSoFar = () => counter.notices.filter(({ channel }) => channel === "card.swiped").length;

describe("leaving the counter", () => {
  beforeAll(openAnew);
  beforeEach(() => people.sit());
  afterAll(() => counter.close());

  test("calls the question for a PIN off when the teller signs off", async () => {
    const { accounts } = await people.seen("c-36");
    const asked = counter.ask("pin.ask", { account: accounts[0]?.id ?? "", purpose: "verify" });
    await people.signOff();

    expect(await asked).toEqual({ ok: false, refusal: { code: "pin-pad.cancelled" } });
    expect(await counter.get("display.view", undefined)).toMatchObject({ status: "idle" });
  });

  test("ends the stripe test, so that the next teller's swipe finds its customer", async () => {
    await counter.get("stripe.test", { armed: true });
    await people.signOff();
    await people.signOn("1002");

    expect(await people.swiped(await people.cardOf("c-36"))).toMatchObject({ customer: "c-36" });
  });

  test("leaves a card that is swiped then unread", async () => {
    const card = await people.cardOf("c-36");
    const before = swipesSoFar();
    await counter.get("session.lock", { idle: true });
    await counter.swipe(card);
    await counter.waitFor("swipe");

    expect(swipesSoFar()).toBe(before);
  });
});

describe("磁条检测 (3010)", () => {
  beforeAll(openAnew);
  afterAll(() => counter.close());

  test("shows a stripe field by field, and finds nobody by it", async () => {
    await counter.get("stripe.test", { armed: true });
    const tested = counter.told("stripe.tested");
    await counter.swipe(await people.cardOf("c-36"));

    const stripe = await tested;
    expect(stripe).toMatchObject({ verdict: "current", agrees: true });
    expect(stripe.tracks.map(({ status }) => status)).toEqual(["good", "good", "good"]);
    expect(swipesSoFar()).toBe(0);
  });

  test("shows a scratched stripe as damaged, not as empty", async () => {
    await counter.get("stripe.test", { armed: true });
    const tested = counter.told("stripe.tested");
    await counter.swipe("unreadable");

    expect((await tested).tracks.map(({ status }) => status)).toEqual(["bad", "bad", "bad"]);
  });

  test("ends when it is disarmed", async () => {
    await counter.get("stripe.test", { armed: true });
    await counter.get("stripe.test", { armed: false });

    expect(await people.swiped(await people.cardOf("c-36"))).toMatchObject({ verdict: "current" });
  });
});
