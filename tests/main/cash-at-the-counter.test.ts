import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Fact } from "#core/slip/slip.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { cashOf } from "#tests/support/cash-desk.ts";
import { openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

let counter: TestedWorkstation;
let people: AtCounter;

// One counter for all: opening one takes longer than what is done at it.
beforeAll(async () => {
  counter = await openWorkstation(undefined, "demonstration");
  people = atCounter(counter);
  await people.signOn();
});
afterAll(() => counter.close());

const count = (amount: number) =>
  ({ code: "1103", input: { place: "own", cash: cashOf(amount) } }) as const;
const names = (facts: readonly Fact[]) => facts.map(({ name }) => name);
const boxNow = async () => (await counter.get("workstation.view", undefined)).box;
const expectedIn = (facts: readonly Fact[]) => {
  const fact = facts.find(({ name }) => name === "cashExpected");
  return fact?.kind === "money" ? fact.amount : 0;
};

describe("the box of a teller at the counter", () => {
  test("C02: is counted blind, then not what the books say, then right, then opened again", async () => {
    expect(await boxNow()).toMatchObject({ status: "open" });
    const blind = await counter.get("transaction.preview", count(1_00));
    expect(names(blind.outcome.facts)).not.toContain("cashExpected");
    expect(names(blind.outcome.facts)).not.toContain("cashShort");

    const wrong = await people.done(count(1_00));
    const expected = expectedIn(wrong.outcome.facts);
    expect(names(wrong.outcome.facts)).toContain("cashShort");
    expect(await boxNow()).toMatchObject({ status: "difference", difference: 1_00 - expected });

    await people.done(count(expected));
    expect(await boxNow()).toMatchObject({ status: "balanced" });
    const again = { code: "1101", input: { action: "open" } } as const;
    expect(await people.run(again)).toMatchObject({
      refusal: { code: "authorisation.needed", level: "A1" },
    });
    await people.done(again, { grant: await people.grant(again, "1002") });

    expect(await boxNow()).toEqual(expect.objectContaining({ status: "open" }));
  });

  test("C07: a fee that was booked as owed stands on the customer's page until it is collected", async () => {
    const customer = "c-36";
    const identity = await people.identity(customer);
    const report = {
      code: "4002",
      input: {
        ...{ card: await people.cardOf(customer), medium: "card", numbering: "new" },
        ...{ reporter: { by: "holder" }, identity, reason: "遗失", fee: "owed", signed: true },
      },
    } as const;
    await people.done(report, { grant: await people.grant(report, "2001") });

    const [owed] = (await people.seen(customer)).owedFees;
    expect(owed).toMatchObject({ kind: "loss-report", amount: 10_00 });
    await people.done({ code: "9007", input: { action: "collect", owed: owed?.id, by: "cash" } });

    expect((await people.seen(customer)).owedFees).toEqual([]);
  });
});
