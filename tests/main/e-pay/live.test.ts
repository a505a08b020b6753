import { afterAll, beforeAll, expect, test } from "vitest";
import { book, hers } from "#tests/support/e-pay-window.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import { openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

let live: TestedWorkstation;

beforeAll(async () => {
  live = await openWorkstation(await trialBranch(), "live");
});
afterAll(() => live.close());

const id = "request-1";
const identifier = { phone: hers.phone, lastSix: hers.lastSix };
const typed = { code: "s-1", digits: "123456" };

test.each([
  ["e-pay.view", undefined],
  ["e-pay.recall", { customer: "c-1" }],
  [
    "e-pay.apply",
    { id, phone: hers.phone, number: hers.number, alias: "日常卡", agreement: "2014-07" },
  ],
  ["e-pay.confirm", { id, enrolment: "ep-1", ...typed }],
  ["e-pay.pay", { id, identifier, order: book }],
  ["e-pay.answer", { id, identifier, order: book, ...typed }],
  ["e-pay.ask-code", { purpose: "e-pay.manage", identifier }],
  ["e-pay.enter", { identifier, ...typed }],
  ["e-pay.leave", undefined],
  ["e-pay.resume", { identifier, ...typed }],
  ["e-pay.suspend", { identifier }],
  ["e-pay.lower-limits", { limits: { single: 1, day: 1 } }],
  ["e-pay.rename", { alias: "新名字" }],
  ["e-pay.cancel", undefined],
] as const)("a live branch plays no customer: %s is refused", async (channel, input) => {
  expect(await live.ask(channel, input)).toEqual({
    ok: false,
    refusal: { code: "request.not-in-live" },
  });
});
