import { expect, test } from "vitest";
import type { RequestChannel } from "#core/contract/channels.ts";
import { requests } from "#core/contract/contract.ts";
import { accept } from "#core/kernel/result.ts";
import { weigh } from "#main/ipc/weigh.ts";
import { fc } from "#tests/support/fast-check.ts";
import { openGate } from "./gate.ts";

const ref = "e-abcdefgh";
const document = { by: "typed", kind: "passport", number: "E12345678" };
const reveal = { code: "9003", input: { slip: "12345678901234", reason: "补打" } };

const transfer = {
  kind: "transfer",
  payeeName: "李四",
  payeeAccount: "6222020000000001",
  amount: 100_00,
};

// One message per shape of input: what a window sends on a good day.
const valid: readonly (readonly [RequestChannel, unknown])[] = [
  ["order.list", undefined],
  ["session.sign-on", { teller: "0001", password: "long enough 1" }],
  ["session.lock", { idle: true }],
  ["transaction.preview", reveal],
  [
    "transaction.preview",
    {
      code: "4001",
      input: {
        card: "k-1",
        medium: "card",
        channel: "phone",
        document,
        caller: { name: "王芳", phone: "13800000000" },
        reason: "遗失",
      },
    },
  ],
  ["transaction.run", { id: "request-0001", request: reveal, grant: "g-1" }],
  ["authorisation.approve", { request: reveal, approver: "0002", password: "long enough 2" }],
  ["customer.find", { by: "card-number", number: "6222", again: "6222", reason: "核对" }],
  ["customer.find", { by: "swipe", ref }],
  ["loss.register", { show: "open", text: "王", page: 0 }],
  ["slip.print", { slip: "12345678901234", to: "pdf", language: "en" }],
  ["demonstration.move-clock", { days: 8 }],
  ["display.enter-pin", { digits: "135790" }],
  ["bank.log-in", { customer: "c-1", channel: "wap-bank", password: "258369" }],
  ["bank.pay", { id: "request-0002", order: transfer, confirmed: false }],
  ["bank.answer", { challenge: "ch-12", order: transfer, answer: "136 135" }],
  ["bank.close-switch", { which: "e-commerce" }],
  ["card.scratch", { card: "p-1", coordinate: "A3" }],
  ["card.print", { card: "p-1", layout: "large-print", language: "en" }],
  ["card.sheet", { card: "p-1" }],
];

const cycle: unknown[] = [];
cycle.push(cycle);

const hostile: readonly unknown[] = [
  Number.NaN,
  -0,
  2 ** 53,
  Number.POSITIVE_INFINITY,
  -1,
  1.5,
  1n,
  "",
  "__proto__",
  "constructor",
  "\ud800",
  "\0",
  "' OR 1=1 --",
  "<img src=x onerror=1>",
  "9".repeat(1_000_000),
  null,
  undefined,
  true,
  [],
  {},
  cycle,
  new Array(2 ** 31),
  new Map([["a", 1]]),
  new Date(0),
  JSON.parse('{"__proto__":{"polluted":true}}'),
  { toString: () => "x" },
];

const names = ["__proto__", "constructor", "prototype", "code", "input", "by", "toString", "0"];

interface Blow {
  readonly at: number;
  readonly how: "replace" | "remove" | "add" | "wrap";
  readonly with: unknown;
  readonly name: string;
}

/** The message with one thing changed, somewhere inside it. */
function struck(message: unknown, blow: Blow): unknown {
  if (typeof message !== "object" || message === null) return blow.with;
  const entries = Object.entries(message);
  const [name, value] = entries[blow.at % Math.max(1, entries.length)] ?? ["none", undefined];
  const deeper = typeof value === "object" && value !== null && blow.at > 0 && blow.at % 2 === 0;
  if (deeper) return { ...message, [name]: struck(value, { ...blow, at: blow.at >> 1 }) };

  switch (blow.how) {
    case "replace":
      return { ...message, [name]: blow.with };
    case "remove":
      return Object.fromEntries(entries.filter(([kept]) => kept !== name));
    case "add":
      return Object.defineProperty({ ...message }, blow.name, {
        value: blow.with,
        enumerable: true,
      });
    case "wrap":
      return [message];
  }
}

const blows = fc.array(
  fc.record({
    at: fc.nat(1000),
    how: fc.constantFrom("replace", "remove", "add", "wrap"),
    with: fc.oneof(fc.constantFrom(...hostile), fc.anything({ withBigInt: true })),
    name: fc.constantFrom(...names),
  }),
  { minLength: 1, maxLength: 3 },
);

// Goal: whatever a window sends, nothing is thrown at it, its handler sees valid input only, and
// the machinery behind the gate has no incident. Method: take messages that are good, strike them
// in one to three places with hostile values, ten thousand times, and judge each by the schema.
test("T1a: ten thousand damaged requests never throw and never reach a handler unless valid", async () => {
  let refused = 0;
  const gate = openGate({ answer: () => accept(undefined) });

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...valid), blows, async ([channel, message], struckBy) => {
      const sent = struckBy.reduce<unknown>(struck, message);
      const before = gate.reached.length;
      const failedBefore = gate.incidents.length;
      gate.pass(1000);

      const reply = await gate.ask(channel, sent);

      const wasReached = gate.reached.length > before;
      const fits = weigh(sent).ok && requests[channel].input.safeParse(sent).success;
      expect(wasReached).toBe(fits);
      if (wasReached) {
        expect(requests[channel].input.safeParse(sent).data).toEqual(gate.reached.at(-1)?.input);
      } else {
        refused += 1;
        expect(reply).toMatchObject({
          ok: false,
          refusal: { code: expect.stringMatching(/^request\.(malformed|too-large)$/) },
        });
        expect(gate.incidents.length).toBe(failedBefore);
      }
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    }),
    { numRuns: 10_000, seed: 20_261_122 },
  );
  expect(refused).toBeGreaterThan(5_000);
}, 60_000);
