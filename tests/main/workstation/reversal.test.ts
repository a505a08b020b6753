import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { JournalRow } from "#core/contract/posting-view.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import { openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

/** Card in use, nothing reported. */
const HEALTHY = "c-36";

let own: OwnMachine;
let counter: TestedWorkstation;
let people: AtCounter;

// One counter for all: opening one takes longer than what is done at it.
beforeAll(async () => {
  own = ownMachine();
  counter = await openWorkstation(undefined, "demonstration", own);
  people = atCounter(counter);
});
beforeEach(() => people.sit());
afterAll(() => counter.close());

async function deposited(amount = 500_00) {
  const { accounts } = await people.seen(HEALTHY);
  const account = accounts[0]?.id;
  return people.done({ code: "3011", input: { account, amount } });
}

function reversal(sequence: number) {
  const input = { sequence, part: "whole", reason: "amount-wrong", words: "多输一个零" };
  return { code: "1106", input } as const;
}

async function balance(): Promise<number | undefined> {
  return (await people.seen(HEALTHY)).accounts[0]?.balance;
}

async function row(sequence: number): Promise<JournalRow | undefined> {
  return (await counter.get("journal.list", { sequence, page: 0 })).rows[0];
}

describe("1106 at the counter", () => {
  test("design 6: asked for twice under one id it is done once, after a restart as well", async () => {
    const before = await balance();
    const request = reversal((await deposited()).sequence);
    const grant = await people.grant(request, "2001");
    const first = await people.done(request, { id: "reversal-1", grant });

    expect(await people.done(request, { id: "reversal-1" })).toEqual(first);
    await counter.close();
    counter = await openWorkstation(counter.folder, "demonstration", own);
    people = atCounter(counter);
    await people.signOn();
    expect(await people.done(request, { id: "reversal-1" })).toEqual(first);
    expect(await balance()).toBe(before);
  });

  test("C06: another request for the same original is refused, and the refusal recorded", async () => {
    const request = reversal((await deposited()).sequence);
    const undone = await people.done(request, { grant: await people.grant(request, "2001") });

    expect(await people.run(request)).toEqual({
      ok: false,
      refusal: { code: "reversal.already", by: undone.sequence },
    });
    expect(await people.lastLine()).toEqual({
      code: "1106",
      teller: "1001",
      entries: ["request.refused"],
    });
  });

  test("C06: the approver is neither who posted it nor who asks", async () => {
    await people.sit("1002");
    const request = reversal((await deposited()).sequence);
    await people.sit();

    expect(await people.approve(request, "1002")).toMatchObject({
      refusal: { code: "authorisation.own-posting" },
    });
    expect(await people.approve(request, "1001")).toMatchObject({
      refusal: { code: "authorisation.self" },
    });
    const password = "Guitai-demo-1002";
    expect(
      await counter.ask("authorisation.decline", {
        ...{ request, approver: "1002", password, reason: "金额无误" },
      }),
    ).toMatchObject({ refusal: { code: "authorisation.own-posting" } });
    expect(await people.approve(request, "2002")).toMatchObject({ ok: true });
  });

  test("C05: the journal shows what can be undone, and each of the two names the other", async () => {
    const { sequence } = await deposited();
    expect(await row(sequence)).toMatchObject({ undoable: ["whole"] });
    const request = reversal(sequence);

    const undone = await people.done(request, { grant: await people.grant(request, "2001") });

    const original = await row(sequence);
    expect(original).toMatchObject({ reversed: { by: undone.sequence, part: "whole" } });
    expect(original?.undoable).toBeUndefined();
    expect(await row(undone.sequence)).toMatchObject({ reverses: sequence, slip: undone.slip });
  });

  test("3.12: the slip of the original cannot be printed any more, that of the reversal can", async () => {
    const deposit = await deposited();
    const request = reversal(deposit.sequence);
    const undone = await people.done(request, { grant: await people.grant(request, "2001") });
    const printed = (slip = "") =>
      counter.ask("slip.print", { slip, to: "printer", language: "zh-CN" });

    expect(await printed(deposit.slip)).toMatchObject({ refusal: { code: "slip.void" } });
    expect(await printed(undone.slip)).toMatchObject({ ok: true });
    expect(await counter.get("slip.view", { slip: deposit.slip ?? "" })).toMatchObject({
      status: "void",
      reversed: { by: undone.sequence, part: "whole" },
    });
  });
});
