import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

/** Somebody of the demonstration with a reserved telephone. */
const CALLER = "c-1";

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

const view = (): Promise<WorkstationView> => counter.get("workstation.view", undefined);
const run = (input: object) =>
  counter.ask("transaction.run", {
    id: randomUUID(),
    request: { code: "7201", input },
  } as never); // The id's brand; the handler parses the whole.

async function takeCall(): Promise<void> {
  const questions = await counter.get("call.questions", { customer: CALLER } as never); // Branded.
  const asked = questions.slice(0, 2).map(({ question }) => ({ question, right: true }));
  const caller = { callerName: "来电人", callerPhone: "02158880000" };
  const taken = await run({ action: "start", customer: CALLER, ...caller, asked });
  expect(taken).toMatchObject({ ok: true });
}

/** What else stands in the batch that ended the call. */
async function endedWith(): Promise<readonly string[] | undefined> {
  const { rows } = await counter.get("journal.list", { page: 0 });
  return rows.find(({ entries }) => entries.includes("call.ended"))?.entries;
}

describe("7201 at the workstation", () => {
  test("K09: what can be asked comes with the record as every page shows it, masked", async () => {
    const person = await people.seen(CALLER);

    const questions = await counter.get("call.questions", { customer: CALLER } as never); // Branded.

    const record = new Map(questions.map((one) => [one.question, one.record]));
    expect(record.get("document-number")).toBe(person.documentNumber);
    expect(record.get("reserved-phone")).toBe(person.phone);
    expect(record.get("address")).toBe(person.address);
  });

  test("the frame names who is on the telephone, and not from which number", async () => {
    expect(await view()).not.toHaveProperty("call");

    await takeCall();

    const { call } = await view();
    expect(call).toMatchObject({ id: "hc-1", customer: CALLER, callerName: "来电人" });
    expect(JSON.stringify(call)).not.toContain("58880000");
  });

  test("is ended by whoever took it", async () => {
    await takeCall();

    expect(await run({ action: "end", call: "hc-1" })).toMatchObject({ ok: true });
    expect(await view()).not.toHaveProperty("call");
  });

  test("D07: ends with the desk that is left, in the same batch", async () => {
    await takeCall();

    await counter.get("session.lock", { idle: true });

    await counter.get("session.resume", { password: "Guitai-demo-1001" });
    expect(await view()).not.toHaveProperty("call");
    expect(await endedWith()).toEqual(["call.ended", "teller.locked"]);
  });

  test("C04: ends with the sign-off, in the same batch", async () => {
    await takeCall();

    await people.signOff();

    await people.signOn();
    expect(await view()).not.toHaveProperty("call");
    expect(await endedWith()).toEqual(["call.ended", "teller.signed-off"]);
  });

  test("ends where the program was cut off in the midst of it", async () => {
    await takeCall();
    await counter.close();

    counter = await openWorkstation(counter.folder, "demonstration", own);
    people = atCounter(counter);
    await people.signOn();

    expect(await view()).not.toHaveProperty("call");
    expect(await endedWith()).toEqual(["call.ended", "teller.signed-off"]);
  });

  test("D02: whoever serves no customers takes no calls", async () => {
    await people.signOff();
    await people.signOn("2001");

    const asked = await counter.ask("call.questions", { customer: CALLER } as never); // Branded.

    expect(asked).toMatchObject({ ok: false, refusal: { code: "teller.role" } });
  });
});
