import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Asked, type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

/** Written loss reports that have matured; a new number was asked for. */
const DUE = "c-3";
const DUE_TOO = "c-9";

let own: OwnMachine;
let counter: TestedWorkstation;
let people: AtCounter;

beforeEach(async () => {
  own = ownMachine();
  counter = await openWorkstation(await foundedFolder(), "demonstration", own);
  people = atCounter(counter);
  await people.signOn();
});
afterEach(() => counter.close());

async function approved(customer = DUE): Promise<{ request: Asked; grant: string }> {
  const { lossCases } = await people.seen(customer);
  const { number: lossCase, slip } = lossCases[0] ?? {};
  const identity = await people.identity(customer);
  const input = { lossCase, slip, numbering: "new", identity, fee: "cash", signed: true };
  const request: Asked = { code: "4007", input };
  return { request, grant: await people.grant(request, "2001") };
}

async function pieces() {
  const { cardsLeft } = await counter.get("workstation.view", undefined);
  return { left: cardsLeft, next: await people.blank() };
}

/** Asks for a card and pulls the next blank piece through for the writing. */
async function beginWriting(asked: { request: Asked; grant: string }) {
  const writing = counter.ask("card.write", asked);
  const piece = await people.blank();
  await counter.swipe(piece, "write-swipe");
  return { writing, piece };
}

describe("a card that is written well", () => {
  test("is posted by the name of its piece, and takes it from the box", async () => {
    const asked = await approved();
    const before = await pieces();
    const { ref, serial } = await people.written(asked.request, asked.grant);
    expect(await pieces()).toEqual(before);

    await people.done(asked.request, { grant: asked.grant, written: ref });

    expect(before.next).toBe(`blank-${serial}`);
    expect((await pieces()).left).toBe(before.left - 1);
  });

  test("rule 6: is not written a second time for the same request", async () => {
    const asked = await approved();
    const first = await people.written(asked.request, asked.grant);

    expect(await counter.get("card.write", asked)).toEqual(first);
  });

  test("rule 6: is written once by a double click", async () => {
    const asked = await approved();
    const { writing, piece } = await beginWriting(asked);

    expect(await counter.ask("card.write", asked)).toEqual({
      ok: false,
      refusal: { code: "reader.busy" },
    });
    await counter.swipe(piece);
    expect(await writing).toMatchObject({ ok: true });
  });

  test("carries no other request, although that would take the same piece", async () => {
    const one = await approved(DUE);
    const other = await approved(DUE_TOO);
    const { ref: written } = await people.written(one.request, one.grant);

    expect(await people.run(other.request, { grant: other.grant, written })).toEqual({
      ok: false,
      refusal: { code: "voucher.not-written" },
    });
  });

  test("is no longer its request's once the piece was written for another", async () => {
    const one = await approved(DUE);
    const other = await approved(DUE_TOO);
    const { ref: written } = await people.written(one.request, one.grant);
    await people.written(other.request, other.grant);

    expect(await people.run(one.request, { grant: one.grant, written })).toMatchObject({
      refusal: { code: "voucher.not-written" },
    });
  });

  test("is needed: nothing is posted without it", async () => {
    const { request, grant } = await approved();
    const before = await people.seen(DUE);

    expect(await people.run(request, { grant })).toEqual({
      ok: false,
      refusal: { code: "voucher.not-written" },
    });
    expect(await people.seen(DUE)).toEqual(before);
  });
});

describe("V04: a piece that nobody can trust is voided once, and the next one serves", () => {
  async function spoilt(why: string, begin: Awaited<ReturnType<typeof pieces>>, reply: unknown) {
    const serial = begin.next.replace("blank-", "");
    expect(reply).toMatchObject({
      refusal: { code: "reader.write-failed", why, spoiled: serial },
    });
    const after = await pieces();
    expect(after.left).toBe(begin.left - 1);
    expect(reply).toMatchObject({ refusal: { next: after.next.replace("blank-", "") } });
    expect(await people.lastLine()).toMatchObject({ code: "8003", entries: ["piece.taken"] });
  }

  test("when the write head fails; the word that was given still carries the request", async () => {
    const asked = await approved();
    const before = await pieces();
    await counter.get("demonstration.fail-next", { how: "write-error" });
    const { writing } = await beginWriting(asked);
    await spoilt("refused-by-reader", before, await writing);

    const { ref } = await people.written(asked.request, asked.grant);
    await people.done(asked.request, { grant: asked.grant, written: ref });
    expect((await pieces()).left).toBe(before.left - 2);
  });

  test("when it was pulled through badly", async () => {
    const asked = await approved();
    const before = await pieces();
    const writing = counter.ask("card.write", asked);
    await counter.swipe(before.next, "write-swipe", true);

    await spoilt("bad-swipe", before, await writing);
  });

  test("when it reads as something else than was written", async () => {
    const asked = await approved();
    const before = await pieces();
    await counter.get("demonstration.fail-next", { how: "mismatch" });
    const { writing, piece } = await beginWriting(asked);
    await counter.swipe(piece);

    await spoilt("mismatch", before, await writing);
  });

  test("when the reader fell silent and the piece was not read back", async () => {
    const asked = await approved();
    const before = await pieces();
    await counter.get("demonstration.fail-next", { how: "silent" });
    const { writing } = await beginWriting(asked);
    own.giveUpWaiting();
    await counter.waitFor("swipe");
    own.giveUpWaiting();

    await spoilt("indeterminate", before, await writing);
  });

  test("when the cable came loose after the command had gone out", async () => {
    const asked = await approved();
    const before = await pieces();
    const writing = counter.ask("card.write", asked);
    await counter.waitFor("write-swipe");
    own.device().unplug();

    await spoilt("indeterminate", before, await writing);
  });

  test("when the teller gave up before it was read back", async () => {
    const asked = await approved();
    const before = await pieces();
    const { writing } = await beginWriting(asked);
    await counter.waitFor("swipe");
    await counter.get("card.cancel", undefined);

    await spoilt("indeterminate", before, await writing);
  });

  test("even if its teller has signed off meanwhile", async () => {
    const asked = await approved();
    const before = await pieces();
    const { writing } = await beginWriting(asked);
    await counter.waitFor("swipe");
    await people.signOff();
    await counter.get("card.cancel", undefined);
    expect(await writing).toMatchObject({ refusal: { code: "reader.write-failed" } });

    await people.signOn();
    expect((await pieces()).left).toBe(before.left - 1);
  });
});

describe("a piece that was not touched stays the next one", () => {
  test("when the reader fell silent and the piece reads as it should", async () => {
    const asked = await approved();
    const before = await pieces();
    await counter.get("demonstration.fail-next", { how: "silent" });
    const { writing, piece } = await beginWriting(asked);
    own.giveUpWaiting();
    await counter.swipe(piece);

    expect(await writing).toMatchObject({ ok: true });
    expect(await pieces()).toEqual(before);
  });

  test("when the teller gave up before the card went through", async () => {
    const asked = await approved();
    const before = await pieces();
    const writing = counter.ask("card.write", asked);
    await counter.waitFor("write-swipe");
    await counter.get("card.cancel", undefined);

    expect(await writing).toEqual({
      ok: false,
      refusal: { code: "reader.cancelled" },
    });
    expect(await pieces()).toEqual(before);
  });

  test("when the reader does not say that it is set to the stripe", async () => {
    const asked = await approved();
    const before = await pieces();
    await counter.waitFor("swipe");
    // It lets go of the standing read, which takes the first two bytes; the next two are lost.
    own.device().harm(3, "drop");
    own.device().harm(4, "drop");

    expect(await counter.ask("card.write", asked)).toEqual({
      ok: false,
      refusal: { code: "reader.no-answer" },
    });
    expect(await pieces()).toEqual(before);
  });

  test("when there is no reader", async () => {
    const asked = await approved();
    const before = await pieces();
    own.device().unplug();

    expect(await counter.ask("card.write", asked)).toMatchObject({
      refusal: { code: "reader.not-ready", status: "lost", reason: "unplugged" },
    });
    expect(await pieces()).toEqual(before);
  });

  test("D03: when nobody approved, and the attempt is written down", async () => {
    const { request } = await approved();

    expect(await counter.ask("card.write", { request })).toMatchObject({
      refusal: { code: "authorisation.needed", level: "A2" },
    });
    expect(await people.lastLine()).toMatchObject({ code: "4007", entries: ["request.refused"] });
  });

  test("when the request makes no card", async () => {
    const { accounts } = await people.seen(DUE);
    const request: Asked = { code: "3011", input: { account: accounts[0]?.id, amount: 1_00 } };

    expect(await counter.ask("card.write", { request })).toMatchObject({ ok: false });
  });
});

test("reading goes on by itself after a card was written", async () => {
  const asked = await approved();
  await people.written(asked.request, asked.grant);

  expect(await people.swiped(await people.cardOf("c-36"))).toMatchObject({ verdict: "current" });
});
