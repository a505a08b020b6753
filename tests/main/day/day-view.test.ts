import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { known } from "#core/kernel/assert.ts";
import { type AtFreezeDesk, atFreezeDesk } from "#tests/main/freeze/at-freeze-desk.ts";
import type { Asked } from "#tests/support/at-counter.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const CUSTOMER = "c-36";

let counter: TestedWorkstation;
let desk: AtFreezeDesk;
let account: string;
let amount = 100;

beforeAll(async () => {
  counter = await openWorkstation(await foundedFolder(), "demonstration", ownMachine());
  desk = atFreezeDesk(counter);
  await desk.sit("1001");
  account = await desk.accountOf(CUSTOMER);
});
beforeEach(() => desk.sit("1001"));
afterAll(() => counter.close());

const view = () => counter.get("day.view", undefined);
const deposit = (more = 0): Asked => {
  amount += 1;
  return { code: "3011", input: { account, amount: amount + more } };
};
const cash = async (box: string) => {
  const { figures } = await view();
  const fact = figures.find((one) => one.kind === "cash-day" && one.box === box);
  return fact?.kind === "cash-day" ? fact : undefined;
};

describe("how the day stands (C03)", () => {
  test("is told of the open day, with cash by box to those alone who do not count it", async () => {
    const { today } = await counter.get("workstation.view", undefined);
    expect(await view()).toMatchObject({ date: today, status: "open", box: "open" });
    expect(await cash("1001")).toBeUndefined();

    await desk.sit("2001");
    const before = known(await cash("1001"), "1001 has a box");
    await desk.sit("1001");
    await desk.done(deposit());
    await desk.sit("2001");

    const after = known(await cash("1001"), "1001 has a box");
    expect(after.receipts).toBe(before.receipts + amount);
    expect(after.held).toBe(before.held + amount);
    expect(await cash("vault")).toMatchObject({ receipts: 0 });
  });

  test("C04: a slip not printed keeps its teller, and the day, until it is printed", async () => {
    const { slip } = await desk.done(deposit());
    const open = { what: "slip-unprinted", whose: "1001", which: slip };

    expect((await view()).mine).toContainEqual(open);
    expect((await view()).toEnd).toContainEqual(open);
    await counter.get("slip.print", { slip: slip ?? "", to: "pdf", language: "zh-CN" });
    expect((await view()).mine).not.toContainEqual(open);
    expect((await view()).toEnd).not.toContainEqual(open);
  });

  test("9004: what waits is counted to its teller and to whoever gives a word", async () => {
    const before = (await view()).parked;
    const request = deposit(60_000_00);
    const { id } = await counter.get("queue.park", { request: request as never });

    const day = await view();
    expect(day.parked).toBe(before + 1);
    expect(day.toEnd).toContainEqual({ what: "request-parked", whose: "1001", which: id });
    expect(day.mine.map(({ what }) => what)).not.toContain("request-parked");
    await desk.sit("1002");
    expect((await view()).parked).toBe(0);
    await desk.sit("2001");
    expect((await view()).parked).toBe(before + 1);

    await desk.sit("1001");
    await counter.get("queue.withdraw", { parked: id });
    expect((await view()).parked).toBe(before);
  });

  test("C03: an open box keeps the day, whoever asks; a chief has none", async () => {
    const box = { what: "cash-uncounted", whose: "1001" };
    expect((await view()).toEnd).toContainEqual(box);
    expect((await view()).mine).not.toContainEqual(box);

    await desk.sit("2001");
    const day = await view();
    expect(day.toEnd).toContainEqual(box);
    expect(day.box).toBeUndefined();
  });

  test("D02: is told to nobody who is not at work", async () => {
    await desk.signOff();

    expect(await counter.ask("day.view", undefined)).toEqual({
      ok: false,
      refusal: { code: "teller.not-signed-on" },
    });
  });
});

test("U07: how often orders were carried out is counted to those with the duty alone", async () => {
  const codes = async () =>
    (await view()).figures.flatMap((fact) => (fact.kind === "tally" ? [fact.code] : []));
  await desk.sit("1002");
  const order = await desk.order("c-32", "（密）执字第7654321号", 4_321_09);
  await desk.approved(order);
  expect(await codes()).toContain("6001");

  await desk.sit("1001");
  await desk.done(deposit());

  expect(await codes()).toContain("3011");
  expect(await codes()).not.toContain("6001");
  await desk.sit("4001");
  expect(await codes()).toContain("6001");
});
