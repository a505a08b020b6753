import { afterAll, beforeAll, expect, test } from "vitest";
import { purchase } from "#tests/support/at-home.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import { openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

let live: TestedWorkstation;

beforeAll(async () => {
  live = await openWorkstation(await trialBranch(), "live");
});
afterAll(() => live.close());

const order = purchase;
const customer = "c-1";

test.each([
  ["bank.view", undefined],
  ["bank.log-in", { customer, channel: "internet-bank", password: "862753" }],
  ["bank.log-out", undefined],
  ["bank.pay", { id: "payment-1", order, confirmed: false }],
  ["bank.answer", { challenge: "ch-1", order, answer: "136135" }],
  ["bank.close-switch", { which: "e-commerce" }],
  ["card.scratch", { card: "p-1", coordinate: "A1" }],
] as const)("a live branch plays no customer: %s is refused", async (channel, input) => {
  expect(await live.ask(channel, input)).toEqual({
    ok: false,
    refusal: { code: "request.not-in-live" },
  });
});

test("a live branch tells the customer's window nothing of a bank", async () => {
  await live.get("session.sign-on", { teller: "1001", password: "Guitai-demo-1001" });

  expect(live.notices.map((told) => told.channel)).not.toContain("bank.changed");
});
