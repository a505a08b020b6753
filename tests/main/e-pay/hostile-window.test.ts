import { afterEach, beforeEach, expect, test } from "vitest";
import { customerGate, type Send } from "#tests/support/customer-gate.ts";
import { book, ePayWindow, hers } from "#tests/support/e-pay-window.ts";
import { linesOf, openBanking } from "#tests/support/online-counter.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

const DAY_MS = 24 * 3_600_000;

let counter: TestedWorkstation;
let send: Send;
let noted: string[];

beforeEach(async () => {
  const { own, ...banking } = await openBanking();
  ({ counter } = banking);
  own.pass(DAY_MS); // On the day of its opening an account takes no channel from home (R17).
  noted = [];
  send = customerGate(counter.handlers, {
    note: (event, facts) => noted.push(JSON.stringify({ event, ...facts })),
    incident(failure) {
      throw failure;
    },
  });
});
afterEach(() => counter.close());

const malformed = { ok: false, refusal: { code: "request.malformed" } };
const identifier = { phone: hers.phone, lastSix: hers.lastSix };
const asked = { id: "payment-1", identifier, order: book };

test.each([
  ["e-pay.pay", { ...asked, more: 1 }],
  ["e-pay.pay", { ...asked, identifier: { ...identifier, lastSix: "12345" } }],
  ["e-pay.pay", { ...asked, identifier: { ...identifier, phone: "23800001234" } }],
  ["e-pay.pay", { ...asked, order: { ...book, amount: -1 } }],
  ["e-pay.pay", { ...asked, order: { ...book, amount: 0.5 } }],
  ["e-pay.pay", { ...asked, order: { ...book, merchant: "网店 8800001111110001" } }],
  ["e-pay.pay", { ...asked, order: { kind: "early-withdrawal", deposit: "a-4" } }],
  ["e-pay.answer", { ...asked, code: "s-1", digits: "12345" }],
  ["e-pay.answer", { ...asked, code: "s-1", digits: "１２３４５６" }],
  [
    "e-pay.apply",
    {
      id: "request-1",
      phone: hers.phone,
      number: hers.number,
      alias: "x".repeat(21),
      agreement: "2014-07",
    },
  ],
  ["e-pay.lower-limits", { limits: { single: -1, day: 1 } }],
  ["e-pay.recall", { customer: "a-1" }],
] as const)("a malformed %s never reaches the rules", async (channel, payload) => {
  expect(await send(channel, payload)).toMatchObject(malformed);
});

test("K06: what is refused at the gate leaves no digit of it in the log", async () => {
  await send("e-pay.pay", { ...asked, identifier: { ...identifier, lastSix: `${hers.lastSix}0` } });

  expect(noted).toHaveLength(1);
  expect(noted.join()).not.toContain(hers.lastSix);
  expect(noted.join()).not.toContain(hers.phone);
});

test("E04: an identifier that is tried out learns nothing: unknown, ended and mistyped are answered alike", async () => {
  const she = ePayWindow(counter);
  const unknown = { ok: false, refusal: { code: "e-pay.unknown" } };
  expect(await send("e-pay.pay", asked)).toEqual(unknown);
  await she.enrol();
  expect(
    await send("e-pay.pay", { ...asked, identifier: { ...identifier, lastSix: "999999" } }),
  ).toEqual(unknown);
  await she.enters();
  await counter.get("e-pay.cancel", undefined);

  expect(await send("e-pay.pay", asked)).toEqual(unknown);
  const [line] = (await linesOf(counter)).filter(({ code }) => code === "e-pay");
  expect(line).toMatchObject({ code: "e-pay", entries: ["request.refused"] });
});
