import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Sent } from "#core/contract/contract.ts";
import { known } from "#core/kernel/assert.ts";
import { walletOwner } from "#main/demonstration/wallet-steps.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const customer = `c-${walletOwner}`;

let counter: TestedWorkstation;
let password: string;

beforeEach(async () => {
  counter = await openWorkstation(await foundedFolder());
  const { login = "", second = "" } = await counter.get("wallet.recall", { customer });
  password = second;
  await counter.get("wallet.log-in", { customer, password: login });
});
afterEach(() => counter.close());

type Order = Sent<"wallet.pay">["order"];
const to = (merchant: string, amount = 1_00): Order => ({
  ...{ kind: "merchant", merchantName: "虚构早餐铺", amount },
  merchant,
});
const [HERS, HIS] = ["999290058120001", "999290058120002"];
const pay = (order: Order) => counter.ask("wallet.pay", { id: randomUUID(), order, password });
const asksFirst = { ok: false, refusal: expect.objectContaining({ code: "risk.confirm-first" }) };

/** Pays until the eye on unusual payments wants her to confirm the next one (W04). */
async function untilAsked(order: Order): Promise<void> {
  await vi.waitFor(
    async () => {
      expect(await pay(order)).toEqual(asksFirst);
    },
    { timeout: 10_000, interval: 0 },
  );
}

/** Answers the question that waits on her telephone. */
async function answers(yes: boolean): Promise<void> {
  const flag = await vi.waitFor(async () => {
    const { phones } = await counter.get("phone.view", undefined);
    const asked = phones.flatMap(({ messages }) => messages).map(({ asks }) => asks);
    return known(asked.find((one) => one?.status === "waiting")?.flag, "she was asked");
  }, 10_000);
  await counter.get("phone.answer", { flag, yes });
  expect(await counter.ask("phone.answer", { flag, yes: true })).toMatchObject({
    refusal: { code: "risk.nothing-to-answer" },
  });
}

test("W04: her yes is for one payment to one merchant, once: not for one of the same name, not for a fen more", async () => {
  await untilAsked(to(HERS));
  await answers(true);

  expect(await pay(to(HIS))).toEqual(asksFirst);
  expect(await pay(to(HERS, 1_01))).toEqual(asksFirst);
  expect(await pay(to(HERS))).toMatchObject({ ok: true });
  expect(await pay(to(HERS))).toEqual(asksFirst);
});

test("W04: her no stops the wallet at once, and no later yes lets the payment through", async () => {
  await untilAsked(to(HERS));
  await answers(false);

  expect(await pay(to(HERS))).toMatchObject({
    refusal: { code: "wallet.frozen", kinds: ["risk"] },
  });
  expect(await counter.ask("wallet.unfreeze", { password })).toMatchObject({
    refusal: { code: "wallet.not-frozen" },
  });
  expect(await counter.ask("wallet.close", { id: randomUUID(), password })).toMatchObject({
    refusal: { code: "wallet.frozen" },
  });
});
