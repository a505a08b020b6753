import { afterEach, beforeEach, expect, test } from "vitest";
import { atCounter } from "#tests/support/at-counter.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

let counter: TestedWorkstation;
beforeEach(async () => {
  counter = await openWorkstation(await foundedFolder());
});
afterEach(() => counter.close());

test("9013: a try-out whose asker has left tells nothing to whoever sits there then, and leaves room for another", async () => {
  const people = atCounter(counter);
  await people.signOn("2001");

  const running = counter.ask("risk.try-out", { changes: [] });
  const left = counter.get("session.sign-off", undefined);
  const [reply] = await Promise.all([running, left]);

  expect(reply).toEqual({ ok: false, refusal: { code: "risk.try-out-cancelled" } });
  await people.signOn("1001");
  expect(await counter.ask("risk.try-out", { changes: [] })).toMatchObject({
    refusal: { code: "teller.role" },
  });
  await people.sit("2001");
  expect(await counter.ask("risk.try-out", { changes: [] })).toMatchObject({ ok: true });
});

test("9013: the counter goes on serving while one runs", async () => {
  const people = atCounter(counter);
  await people.signOn("2001");

  const order: string[] = [];
  const running = counter.ask("risk.try-out", { changes: [] }).then(() => order.push("tried out"));
  await counter.get("workstation.view", undefined);
  order.push("served");
  await running;

  expect(order).toEqual(["served", "tried out"]);
});
