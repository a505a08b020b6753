import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { walletOwner } from "#main/demonstration/wallet-steps.ts";
import { atCounter } from "#tests/support/at-counter.ts";
import {
  emptyPlace,
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const owner = `c-${walletOwner}`;
const order = {
  kind: "merchant",
  merchant: "999290058120001",
  merchantName: "虚构早餐铺",
  amount: 12_80,
} as const;

let counter: TestedWorkstation;
beforeEach(async () => {
  counter = await openWorkstation(await foundedFolder());
});
afterEach(() => counter.close());

/** The owner of the demonstration's wallet logs in; her second password. */
async function enter(): Promise<string> {
  const { login = "", second = "" } = await counter.get("wallet.recall", { customer: owner });
  await counter.get("wallet.log-in", { customer: owner, password: login });
  return second;
}

/** What the reminder of a bill says on her telephone, once it is there. */
async function dueTold(): Promise<string> {
  const { phones } = await counter.get("phone.view", undefined);
  const messages = phones.filter((one) => one.customer === owner).flatMap((one) => one.messages);
  return messages.find((one) => one.template === "wallet.bill-due")?.texts["zh-CN"] ?? "";
}

const held = async () => (await counter.get("wallet.view", undefined)).entered?.balance;

describe("e-Wallet in the customer's window", () => {
  test("rule 6: a payment that arrives twice is made once and answered the same, also after a restart", async () => {
    const password = await enter();
    const before = Number(await held());
    const id = randomUUID();

    const first = await counter.get("wallet.pay", { id, order, password });
    const again = await counter.get("wallet.pay", { id, order, password });
    await counter.close();
    counter = await openWorkstation(counter.folder);
    await enter();
    const later = await counter.get("wallet.pay", { id, order, password });

    expect(again).toEqual(first);
    expect(later).toEqual(first);
    expect(await held()).toBe(before - 12_80);
    const other = { ...order, amount: 12_81 };
    expect(await counter.ask("wallet.pay", { id, order: other, password })).toEqual({
      ok: false,
      refusal: { code: "request.repeated-differently" },
    });
  });

  test("W16: a played fault stops the next payment alone, and nothing of it is posted", async () => {
    const password = await enter();
    const before = await held();
    await counter.get("wallet.play-fault", { on: true });
    const id = randomUUID();

    const failed = await counter.ask("wallet.pay", { id, order, password });

    expect(failed).toEqual({ ok: false, refusal: { code: "wallet.network" } });
    expect(await held()).toBe(before);
    expect((await counter.ask("wallet.pay", { id, order, password })).ok).toBe(true);
  });

  test("nobody pays, freezes or closes without having entered", async () => {
    const id = randomUUID();
    const replies = await Promise.all([
      counter.ask("wallet.pay", { id, order, password: "000000" }),
      counter.ask("wallet.top-up", { id, amount: 1, password: "000000" }),
      counter.ask("wallet.freeze", { words: "手机遗失" }),
      counter.ask("wallet.unfreeze", { password: "000000" }),
      counter.ask("wallet.close", { id, password: "000000" }),
    ]);

    expect(replies).toEqual(
      replies.map(() => ({ ok: false, refusal: { code: "wallet.not-logged-in" } })),
    );
  });

  test("K07: neither password is in the data folder or the log, whatever was typed", async () => {
    const password = await enter();
    const { login = "" } = await counter.get("wallet.recall", { customer: owner });
    await counter.get("wallet.pay", { id: randomUUID(), order, password });
    await counter.ask("wallet.pay", { id: randomUUID(), order, password: "839274" });

    const told = JSON.stringify([counter.noted, counter.told]);
    for (const secret of [login, password, "839274"]) expect(told).not.toContain(secret);
    for (const file of filesIn(counter.folder)) {
      const bytes = readFileSync(file);
      for (const secret of [login, "839274"]) expect(bytes.includes(secret)).toBe(false);
    }
  });

  test("W01: when the day of a bill has come its customer is told, and it can still be paid", async () => {
    const password = await enter();
    await atCounter(counter).sit();
    await counter.get("demonstration.move-clock", { days: 4 });

    await enter();
    const { entered } = await counter.get("wallet.view", undefined);
    expect(entered?.bills).toMatchObject([{ status: "reminded", amount: 63_20 }]);
    // The outbox sends behind the posting.
    await expect.poll(dueTold).toContain("演示水务");

    const bill = entered?.bills[0]?.id ?? "wb-0";
    const order = { kind: "bill", bill } as const;
    const paid = await counter.get("wallet.pay", { id: randomUUID(), order, password });
    expect(paid).toMatchObject({ payee: "演示水务", amount: 63_20 });
  });
});

test("rule 11: a live branch plays no wallet", async () => {
  const live = await openWorkstation(emptyPlace(), "live");
  const no = { ok: false, refusal: { code: "request.not-in-live" } };

  expect(await live.ask("wallet.view", undefined)).toEqual(no);
  expect(await live.ask("wallet.recall", { customer: "c-1" })).toEqual(no);
  expect(await live.ask("wallet.play-fault", { on: true })).toEqual(no);
  await live.close();
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}
