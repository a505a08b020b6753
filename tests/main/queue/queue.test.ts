import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { clockTime, endOfDay, instantAt } from "#core/calendar/instant.ts";
import { type Asked, type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const HEALTHY = "c-36";
const MINUTE = 60_000;

let own: OwnMachine;
let counter: TestedWorkstation;
let people: AtCounter;
let amount = 60_000_00;

// One counter for all: opening one takes longer than what is done at it.
beforeAll(async () => {
  own = ownMachine();
  counter = await openWorkstation(await foundedFolder(), "demonstration", own);
  people = atCounter(counter);
});
beforeEach(() => people.sit());
afterAll(() => counter.close());

/** From 50,000.00 yuan cash needs a supervisor (A2); never the same amount twice. */
async function largeDeposit(): Promise<Asked> {
  const { accounts } = await people.seen(HEALTHY);
  amount += 1;
  return { code: "3011", input: { account: accounts[0]?.id, amount } };
}

/** A written report with a document that the device read: A2, and something that was shown. */
async function formalLoss(): Promise<Asked> {
  const card = await people.cardOf(HEALTHY);
  const identity = await people.identity(HEALTHY);
  return {
    code: "4002",
    input: {
      ...{ card, medium: "card", numbering: "new", reporter: { by: "holder" }, identity },
      ...{ reason: "遗失", fee: "owed", signed: true },
    },
  };
}

/** Lets the clock go on until this time of the day, today or tomorrow. */
async function until(time: string): Promise<void> {
  const { now, today } = await counter.get("workstation.view", undefined);
  const then = instantAt(today, clockTime(time)) - now;
  own.pass(then > 0 ? then : then + 24 * 60 * MINUTE);
}

const park = (request: Asked) => counter.get("queue.park", { request: request as never });
const word = (approver: string, password = `Guitai-demo-${approver}`) => ({ approver, password });
const balance = async () => (await people.seen(HEALTHY)).accounts[0]?.balance;
const open = async () =>
  (await counter.get("queue.list", { whose: "all", show: "open", text: "" })).map(({ id }) => id);

describe("a parked request (9004)", () => {
  test("C05: posts nothing but that it waits, and the customer's money stays as it was", async () => {
    const before = await balance();

    const parked = await park(await largeDeposit());

    expect(parked).toMatchObject({ status: "waiting", level: "A2", maker: "1001", code: "3011" });
    expect(parked).toMatchObject({ customer: HEALTHY, approvers: [] });
    expect(await balance()).toBe(before);
    expect(await people.lastLine()).toMatchObject({ code: "3011", entries: ["request.parked"] });
    const { waiting } = await counter.get("workstation.view", undefined);
    expect(waiting?.own).toBeGreaterThan(0);
  });

  test("is not parked twice by the same teller, and not where nobody is needed", async () => {
    const request = await largeDeposit();
    const { id } = await park(request);

    expect(await counter.ask("queue.park", { request: request as never })).toEqual({
      ok: false,
      refusal: { code: "parked.already", parked: id },
    });
    const small = { ...request, input: { ...(request.input as object), amount: 1 } };
    expect(await counter.ask("queue.park", { request: small as never })).toMatchObject({
      refusal: { code: "parked.needs-nobody" },
    });
  });

  test("D03: is approved by a supervisor who signs on, and posted by its maker with that word", async () => {
    const request = await formalLoss();
    const { id } = await park(request);
    await people.sit("2001");
    const opened = await counter.get("queue.open", { parked: id });
    expect(opened.preview).toMatchObject({ level: "A2" });
    expect(opened.preview.papers).toContainEqual(
      expect.objectContaining({ what: "document", of: "holder", by: "reader" }),
    );
    expect(opened.preview.papers).toContainEqual({ what: "signature" });

    const approved = await counter.get("queue.approve", { parked: id, ...word("2001") });
    expect(approved).toMatchObject({ status: "approved", approvers: ["2001"] });
    expect(await people.lastLine()).toMatchObject({
      entries: ["authorisation.given", "request.checked"],
    });

    await people.sit();
    const taken = await counter.get("queue.take-up", { parked: id });
    expect(taken).toMatchObject({ gone: [], input: request.input });
    const posted = await counter.get("transaction.run", {
      id: "queue-formal-loss",
      request: request as never,
      grant: taken.grant,
      parked: id,
    });
    expect((await people.lastLine()).entries).toContain("request.taken-up");
    expect(await open()).not.toContain(id);

    const again = { id: "queue-formal-loss", request: request as never, grant: taken.grant };
    expect(await counter.get("transaction.run", again)).toEqual(posted);
    const anew = await counter.ask("transaction.run", {
      ...again,
      id: "queue-another",
      parked: id,
    });
    expect(anew.ok).toBe(false);
  });

  test("is settled by a posting of the very same request, although the window does not name it", async () => {
    const request = await largeDeposit();
    const { id } = await park(request);

    await people.done(request, { grant: await people.grant(request, "2001") });

    expect(await open()).not.toContain(id);
    expect(await counter.ask("queue.take-up", { parked: id })).toMatchObject({
      refusal: { code: "parked.settled", status: "taken-up" },
    });
  });

  test("is taken up, withdrawn and posted by nobody but its maker", async () => {
    const request = await largeDeposit();
    const { id } = await park(request);
    await people.sit("2001");
    await counter.get("queue.approve", { parked: id, ...word("2001") });
    for (const channel of ["queue.take-up", "queue.withdraw"] as const) {
      expect(await counter.ask(channel, { parked: id })).toEqual({
        ok: false,
        refusal: { code: "parked.not-yours", maker: "1001" },
      });
    }

    await people.sit("1002");
    expect(await counter.ask("queue.take-up", { parked: id })).toMatchObject({
      refusal: { code: "parked.unknown" },
    });
    expect(await open()).not.toContain(id);
  });
});

describe("a word for a parked request", () => {
  test("D03: is never its maker's own, nor that of a second teller at A2", async () => {
    const { id } = await park(await largeDeposit());

    expect(await counter.ask("queue.approve", { parked: id, ...word("1001") })).toMatchObject({
      refusal: { code: "authorisation.self" },
    });
    expect(await counter.ask("queue.approve", { parked: id, ...word("1002") })).toMatchObject({
      refusal: { code: "authorisation.level" },
    });
    expect(await counter.ask("queue.approve", { parked: id, ...word("2001", "x") })).toMatchObject({
      refusal: { code: "teller.credentials" },
    });
    expect(await open()).toContain(id);
  });

  test("holds half an hour to the last moment, and then it waits again", async () => {
    await until("10:00:00");
    const request = await largeDeposit();
    const { id } = await park(request);
    await counter.get("queue.approve", { parked: id, ...word("2001") });
    const { grant } = await counter.get("queue.take-up", { parked: id });

    own.pass(30 * MINUTE);
    expect((await counter.get("queue.take-up", { parked: id })).grant).toBe(grant);
    own.pass(1);
    const late = await counter.get("queue.take-up", { parked: id });
    expect(late.grant).toBeUndefined();
    expect(late.parked.status).toBe("lapsed");
    expect(await people.run(request, { grant })).toMatchObject({
      refusal: { code: "authorisation.expired" },
    });

    await counter.get("queue.approve", { parked: id, ...word("2002") });
    expect((await counter.get("queue.take-up", { parked: id })).grant).toBeDefined();
  });

  test("holds at most until the day ends: what was compared today is not posted tomorrow", async () => {
    await until("23:50:00");
    const { id } = await park(await largeDeposit());

    const { until: last } = await counter.get("queue.approve", { parked: id, ...word("2001") });

    const { today } = await counter.get("workstation.view", undefined);
    expect(last).toBe(endOfDay(today) - 1);
    await until("10:00:00");
  });

  test("D09: against it ends it with its reason, and every word that was given before", async () => {
    const request = await largeDeposit();
    const { id } = await park(request);
    await counter.get("queue.approve", { parked: id, ...word("2001") });
    const { grant } = await counter.get("queue.take-up", { parked: id });

    const declined = await counter.get("queue.decline", {
      ...{ parked: id, ...word("2002"), reason: "签字与预留不符" },
    });

    expect(declined).toMatchObject({
      ...{ status: "declined", declined: { by: "2002", why: "签字与预留不符" } },
    });
    expect(await people.run(request, { grant })).toMatchObject({
      refusal: { code: "authorisation.used" },
    });
    expect(await open()).not.toContain(id);
    expect(await counter.get("queue.take-up", { parked: id })).toMatchObject({ gone: [] });
  });

  test("is refused where the rules refuse the request by now, and that is said", async () => {
    const parked = await park(await formalLossOf("c-34"));
    await people.done(await oralLossOf("c-34"));
    const opened = await counter.ask("queue.open", { parked: parked.id });
    const said = await counter.ask("queue.approve", { parked: parked.id, ...word("2001") });

    expect(opened.ok).toBe(false);
    expect(said).toEqual(opened);
  });
});

async function formalLossOf(customer: string): Promise<Asked> {
  const card = await people.cardOf(customer);
  const identity = await people.identity(customer);
  return {
    code: "4002",
    input: {
      ...{ card, medium: "card", numbering: "new", reporter: { by: "holder" }, identity },
      ...{ reason: "遗失", fee: "owed", signed: true },
    },
  };
}

async function oralLossOf(customer: string): Promise<Asked> {
  const card = await people.cardOf(customer);
  const { document } = await people.identity(customer);
  return {
    code: "4001",
    input: { card, medium: "card", channel: "counter", document, reason: "遗失" },
  };
}
