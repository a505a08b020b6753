import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BankView } from "#core/contract/bank-view.ts";
import { type AtHome, atHome } from "#tests/support/at-home.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

let counter: TestedWorkstation;
let home: AtHome;
let view: BankView;

beforeAll(async () => {
  counter = await openWorkstation(await foundedFolder());
  home = atHome(counter);
  view = await counter.get("bank.view", undefined);
});
afterAll(() => counter.close());

describe("the invented people who bank at home", () => {
  test("all log in with the password that the customer's window shows, wherever they can", async () => {
    const attempts = view.people.flatMap(({ customer, channels }) =>
      channels.map((channel) => ({ customer, channel })),
    );
    const refused = [];
    for (const { customer, channel } of attempts) {
      const entered = await home.logIn(customer, channel);
      if (!entered.ok) refused.push({ customer, channel, ...entered.refusal });
    }

    expect(attempts.length).toBeGreaterThan(20);
    expect(refused).toEqual([]);
  });

  test("hold cards whose cells can be scratched, each with its own", async () => {
    const first = await Promise.all(
      view.cards.map(({ id }) => home.scratched(id, ["A1", "B1", "C1"])),
    );

    expect(first.length).toBeGreaterThan(5);
    expect(first.every((cells) => /^\d{9}$/.test(cells))).toBe(true);
    expect(new Set(first).size).toBe(first.length);
  });
});
