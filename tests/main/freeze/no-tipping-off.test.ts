import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RequestChannel } from "#core/contract/channels.ts";
import type { Sent } from "#core/contract/contract.ts";
import { known } from "#core/kernel/assert.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";
import { type AtFreezeDesk, atFreezeDesk, court } from "./at-freeze-desk.ts";

/** Whose money a court of the tests holds 4,321.09 yuan of. */
const CUSTOMER = "c-32";
const DOCUMENT = "（密）执字第7654321号";
const AMOUNT = 4_321_09;

/** What nobody without the duty may ever be shown. */
const SECRETS = [
  court.organ.name,
  "7654321",
  court.officers[0].name,
  court.officers[1].name,
  "密A7001",
  String(AMOUNT),
  '"6001"',
  "freeze.registered",
  "freeze.looked-at",
  "freeze-receipt",
];

let counter: TestedWorkstation;
let desk: AtFreezeDesk;
let order: string;
let slip: string;
let asked: Awaited<ReturnType<AtFreezeDesk["order"]>>;

beforeAll(async () => {
  counter = await openWorkstation(await foundedFolder(), "demonstration", ownMachine());
  desk = atFreezeDesk(counter);
  await desk.sit("1002");
  asked = await desk.order(CUSTOMER, DOCUMENT, AMOUNT);
  const receipt = await desk.approved(asked, "secret-order-1");
  slip = known(receipt.slip, "the organ gets a receipt");
  order = await desk.idOf(CUSTOMER, DOCUMENT);
  await counter.get("slip.print", { slip, to: "pdf", language: "zh-CN" });
  await desk.approved({ code: "9003", input: { slip, reason: `${court.organ.name}来取` } });
  await counter.get("freeze.register", { filter, page: 0 });
});
afterAll(() => counter.close());

const filter = { show: "all", days: 0, text: "" } as const;

/** Every answer and refusal that a teller can get out of the program by asking. */
async function everythingAsked(): Promise<string> {
  const seen: unknown[] = [];
  const ask = async <C extends RequestChannel>(channel: C, input: Sent<C>) => {
    const reply = await counter.ask(channel, input);
    seen.push(reply);
    return reply;
  };
  const { accounts, documentKind } = await desk.seen(CUSTOMER);
  const account = accounts[0]?.id ?? "";

  await ask("workstation.view", undefined);
  await ask("customer.view", { customer: CUSTOMER });
  await ask("customer.find", { by: "account-number", number: "0" });
  await ask("customer.find", { by: "document", kind: documentKind, number: "0" });
  await ask("loss.register", { show: "all", text: "", page: 0 });
  await ask("order.list", undefined);
  await ask("batch.list", undefined);
  await ask("demonstration.tray", undefined);
  await ask("display.view", undefined);
  await ask("bank.view", undefined);
  await ask("slip.view", { slip });
  await ask("slip.print", { slip, to: "pdf", language: "zh-CN" });
  await ask("freeze.stack", { account });
  await ask("freeze.register", { filter, page: 0 });
  await ask("freeze.ending", { days: 366 });
  await ask("freeze.export", { filter, as: "csv", passphrase: "told by telephone" });
  for (const text of ["", court.organ.name, "7654321", slip]) {
    for (let page = 0; page < 12; page += 1) await ask("slip.list", { text, page });
  }
  for (let page = 0; page < 30; page += 1) await ask("journal.list", { page });
  for (const code of ["6001", "6003", "6011", "9003"]) await ask("journal.list", { code, page: 0 });
  await ask("journal.list", { teller: "1002", page: 0 });

  const papers = await desk.papers("（密）执字第0000002号");
  const reason = "好奇";
  for (const request of [
    asked,
    { code: "6004", input: { order, papers } },
    { code: "6005", input: { order, papers } },
    {
      code: "6006",
      input: { order, papers, amount: 1, to: { name: "谁", account: "0".repeat(12) } },
    },
    { code: "6007", input: { action: "extend", order, papers } },
    { code: "6012", input: { customer: CUSTOMER, papers, asked: "余额" } },
    { code: "6009", input: { action: "lift", hold: `h-${order}`, words: reason } },
    { code: "9003", input: { slip, reason } },
  ] as const) {
    seen.push(await desk.preview(request));
    seen.push(await desk.run(request, { id: `curious-${request.code}` }));
    seen.push(await desk.approve(request, "2001"));
  }
  seen.push(await desk.run(asked, { id: "secret-order-1" }));
  return JSON.stringify(seen);
}

describe("no tipping off (F02, F19)", () => {
  test("an ordinary teller learns nothing of an order, whatever is asked", async () => {
    await desk.sit("1001");
    const before = counter.notices.length;

    const seen = await everythingAsked();
    const told = JSON.stringify(counter.notices.slice(before));

    expect(SECRETS.filter((secret) => seen.includes(secret))).toEqual([]);
    expect(SECRETS.filter((secret) => told.includes(secret))).toEqual([]);
    expect(seen).toContain("freeze.not-allowed");
  });

  test("neither does the window of an ordinary teller while the clock ends an order", async () => {
    await desk.sit("1001");
    const before = counter.notices.length;
    await counter.get("demonstration.move-clock", { days: 3 });

    const told = JSON.stringify(counter.notices.slice(before));
    const { rows } = await counter.get("journal.list", { page: 0 });

    expect(told).not.toContain("freeze");
    expect(JSON.stringify(rows)).not.toMatch(/"freeze\.|freeze-receipt/);
    expect(rows.some(({ code }) => code === "clock")).toBe(true);
  });

  test("whoever has the duty is shown all of it", async () => {
    await desk.sit("1002");

    const { rows } = await counter.get("journal.list", { code: "6001", page: 0 });
    const slips = await counter.get("slip.list", { text: court.organ.name, page: 0 });
    const stack = await desk.stack(CUSTOMER);

    const row = rows.find((one) => one.slip === slip);
    expect(row?.entries).toContain("freeze.registered");
    expect(slips.rows.map(({ number }) => number)).toContain(slip);
    expect(JSON.stringify(stack)).toContain(court.organ.name);
    expect(JSON.stringify(await counter.get("journal.list", { page: 0 }))).toContain(
      "freeze.expired",
    );
  });

  test("the audit sees everything and does nothing", async () => {
    await desk.sit("4001");

    const stack = await desk.stack(CUSTOMER);

    expect(stack.orders.find(({ id }) => id === order)?.possible).toEqual([]);
    expect(await desk.preview(asked)).toMatchObject({
      ok: false,
      refusal: { code: "teller.role" },
    });
    expect(await counter.get("slip.view", { slip })).toMatchObject({ kind: "freeze-receipt" });
  });

  test("how many orders end soon is not an ordinary teller's to know, be there any or none", async () => {
    await desk.sit("1001");

    expect(await counter.ask("freeze.ending", { days: 0 })).toEqual({
      ok: false,
      refusal: { code: "freeze.not-allowed" },
    });
    expect(await counter.ask("freeze.ending", { days: 366 })).toEqual({
      ok: false,
      refusal: { code: "freeze.not-allowed" },
    });
  });

  test("each look is in the journal, and so is each that was refused", async () => {
    await desk.sit("1001");
    await counter.ask("freeze.stack", { account: await desk.accountOf(CUSTOMER) });
    await desk.sit("2001");
    await desk.stack(CUSTOMER);

    const { rows } = await counter.get("journal.list", { code: "6011", page: 0 });

    expect(rows.slice(0, 2)).toMatchObject([
      { teller: "2001", entries: ["freeze.looked-at"] },
      { teller: "1001", entries: ["request.refused"] },
    ]);
  });

  test("a word for or against printing a receipt again is hidden as the print is", async () => {
    const reprints = async (teller: string) => {
      await desk.sit(teller);
      return (await counter.get("journal.list", { code: "9003", page: 0 })).rows;
    };
    const seenBefore = await reprints("1001");
    const allBefore = await reprints("1002");
    const again = { code: "9003", input: { slip, reason: "卡纸" } } as const;
    await counter.get("authorisation.decline", {
      request: again,
      approver: "2001",
      password: "Guitai-demo-2001",
      reason: "不同意",
    });
    await counter.ask("authorisation.approve", {
      request: again,
      approver: "2001",
      password: "wrong password 1",
    });
    await desk.approved(again);

    const added = (await reprints("1002")).slice(0, -allBefore.length);
    expect(added.map(({ slip: about, entries }) => [about, entries[0]])).toEqual([
      [undefined, "slip.reprinted"],
      [slip, "authorisation.given"],
      [slip, "authorisation.declined"],
      [slip, "authorisation.declined"],
    ]);
    expect(await reprints("1001")).toEqual(seenBefore);
  });

  test("a word for printing a customer's slip again is there for everybody, and names it", async () => {
    await desk.sit("1001");
    const account = await desk.accountOf("c-3");
    const deposit = await desk.done({ code: "3011", input: { account, amount: 1_00 } });
    const own = known(deposit.slip, "a deposit has a slip");
    await desk.approved({ code: "9003", input: { slip: own, reason: "卡纸" } });

    const { rows } = await counter.get("journal.list", { code: "9003", page: 0 });
    expect(rows.slice(0, 2)).toMatchObject([
      { entries: ["slip.reprinted", "authorisation.spent"] },
      { entries: ["authorisation.given"], slip: own },
    ]);
  });

  test("what a deposit sets in motion behind it is not the depositing teller's to know", async () => {
    await desk.sit("1001");
    const account = await desk.accountOf("c-44");
    const receipt = await desk.done({ code: "3011", input: { account, amount: 30_000_00 } });

    const [row] = (await counter.get("journal.list", { page: 0 })).rows;
    expect(row).toMatchObject({ sequence: receipt.sequence, code: "3011" });
    expect(JSON.stringify([receipt, row])).not.toMatch(/freeze|promoted|公安局|法院/);

    await desk.sit("1002");
    const [whole] = (await counter.get("journal.list", { code: "3011", page: 0 })).rows;
    expect(whole?.entries).toContain("freeze.took-effect");
  });
});
