import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CustomerRequestChannel, customerRequestChannels } from "#core/contract/channels.ts";
import { FEN_MAX } from "#core/money/fen.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { customer } from "#tests/main/ledger/invented.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { customerGate, keepingIncidents, type Send } from "#tests/support/customer-gate.ts";
import { ePayWindow, hers } from "#tests/support/e-pay-window.ts";
import { fc } from "#tests/support/fast-check.ts";
import { type Banking, openBanking } from "#tests/support/online-counter.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import { openWorkstation } from "#tests/support/workstation.ts";

/** What a demonstration alone plays: telephones, e支付 and e钱包 of its customers. */
const played = customerRequestChannels.filter((channel) => /^(phone|e-pay|wallet)\./.test(channel));

let banking: Banking;
let incidents: unknown[];
let send: Send;

beforeEach(async () => {
  banking = await openBanking();
  banking.own.pass(24 * 3_600_000); // On the day of its opening an account takes no channel (R17).
  incidents = [];
  send = customerGate(banking.counter.handlers, keepingIncidents(incidents));
});
afterEach(() => banking.counter.close());

/** Every balance of the branch, once it has closed. */
async function balances() {
  const { folder, close } = banking.counter;
  await close();
  const books = await openTestBooks(folder, "demonstration", realDisk);
  const kept = books.ledger.books;
  const own = [...kept.all("account"), ...kept.all("wallet")].map(({ balance }) => balance);
  const house = kept.all("branchBalance").map(({ balance }) => balance);
  closeBooks(books);
  return { least: Math.min(...own), sum: [...own, ...house].reduce((sum, one) => sum + one, 0) };
}

const words = fc.oneof(
  fc.constantFrom("样例书店", "<img src=x onerror=1>", "' OR 1=1 --", "\u202e店书", "　", "a\0b"),
  fc.string({ unit: "grapheme", maxLength: 80 }),
);
const amount = fc.constantFrom(0, 1, 50_00, 5_000_00, 5_000_01, FEN_MAX, -1, 0.5, 1e21);
const id = fc.oneof(fc.constantFrom("request-1", "request-2", "__proto__", "short"), fc.uuid());
const code = fc.constantFrom("s-1", "s-2", "s-3", "s-99", "__proto__", "");
const digits = fc.oneof(fc.constantFrom("000000", "12345", "１２３４５６"), fc.string());
const who = fc.constantFrom("c-1", "c-2", "c-3", "c-99", "__proto__", "");
const identifier = fc.record({
  phone: fc.constantFrom(hers.phone, "13900000001", "23800001234"),
  lastSix: fc.constantFrom(hers.lastSix, "000000", "00000"),
});
const ePayOrder = fc.oneof(
  fc.record({ kind: fc.constant("purchase"), merchant: words, amount }),
  fc.record({
    kind: fc.constant("bill"),
    biller: words,
    reference: fc.constantFrom("SH-1", "1".repeat(30), "__proto__", ""),
    amount,
  }),
  fc.record({
    kind: fc.constant("transfer"),
    payeeName: fc.oneof(words, fc.constantFrom("顾客2", "顾客3")),
    payeeAccount: fc.constantFrom("02000004000000002", "02000004000000003", "0".repeat(21)),
    amount,
  }),
);
const walletOrder = fc.oneof(
  fc.record({
    kind: fc.constant("transfer"),
    payeeName: words,
    payeePhone: fc.constantFrom(hers.phone, "13900000001"),
    amount,
  }),
  fc.record({
    kind: fc.constant("merchant"),
    merchant: fc.constantFrom("999290058120001", "1"),
    merchantName: words,
    amount,
  }),
  fc.record({ kind: fc.constant("code"), text: fc.string({ maxLength: 600 }), amount }),
  fc.record({ kind: fc.constant("bill"), bill: fc.constantFrom("wb-1", "wb-99", "__proto__") }),
);
const password = fc.constantFrom("274951", "Tulip73Fe92", "", "x".repeat(5_000));
const choosing = {
  ...{ id, code, digits },
  phone: fc.constantFrom(hers.phone, "13900000001"),
  documentNumber: fc.constantFrom(customer(2).documentNumber, "1", "x".repeat(5_000)),
  login: password,
  second: password,
};

const sent =
  (channel: CustomerRequestChannel) =>
  (payload: unknown): readonly [CustomerRequestChannel, unknown] => [channel, payload];
const blow = (channel: CustomerRequestChannel, shape: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(shape).map(sent(channel));

const shaped = fc.oneof(
  blow("e-pay.pay", { id, identifier, order: ePayOrder }),
  blow("e-pay.answer", { id, identifier, order: ePayOrder, code, digits }),
  blow("e-pay.ask-code", { purpose: fc.constantFrom("e-pay.manage", "e-pay.resume"), identifier }),
  blow("e-pay.enter", { identifier, code, digits }),
  blow("e-pay.resume", { identifier, code, digits }),
  blow("e-pay.confirm", { id, enrolment: fc.constantFrom("ep-1", "ep-9"), code, digits }),
  blow("e-pay.lower-limits", { limits: fc.record({ single: amount, day: amount }) }),
  blow("e-pay.rename", { alias: words }),
  blow("wallet.ask-code", {
    purpose: fc.constantFrom("register", "reset"),
    phone: choosing.phone,
    documentNumber: choosing.documentNumber,
  }),
  blow("wallet.register", choosing),
  blow("wallet.reset", choosing),
  blow("wallet.log-in", { customer: who, password }),
  blow("wallet.pay", { id, order: walletOrder, password }),
  blow("wallet.top-up", { id, amount, password }),
  blow("wallet.add-bill", {
    bill: fc.record({
      biller: words,
      reference: fc.constantFrom("SH-1", ""),
      amount,
      dueOn: fc.constantFrom("2026-03-20", "2026-02-30", "9999-12-31"),
    }),
  }),
  blow("wallet.read-code", { text: fc.string({ unit: "grapheme", maxLength: 600 }) }),
  blow("phone.answer", { flag: fc.constantFrom("rf-1", "rf-99", "__proto__"), yes: fc.boolean() }),
);
/** Nothing of the right shape at all. */
const shapeless = fc
  .tuple(
    fc.constantFrom(...played.filter((channel) => channel !== "e-pay.apply")),
    fc.oneof(
      fc.anything({ withNullPrototype: true, maxDepth: 3 }),
      fc.constantFrom(
        JSON.parse('{"__proto__":{"id":"request-1"},"constructor":{"prototype":{}}}'),
        "x".repeat(1_000_000),
        { id: "x".repeat(1_000_000) },
        Array.from({ length: 10_000 }, () => 0),
      ),
    ),
  )
  .map(([channel, payload]) => [channel, payload] as const);
const blows = fc.array(fc.oneof({ weight: 3, arbitrary: shaped }, shapeless), {
  minLength: 10,
  maxLength: 30,
});

describe("a window of e支付 and e钱包 that is not what it should be", () => {
  // Goal: nothing that it sends is a fault, moves money without a code, or makes or loses a fen.
  // Method: runs of requests, right in shape and not, through the real gate, of an enrolled customer.
  test("gets a typed answer to whatever it sends, and moves nothing", async () => {
    const she = ePayWindow(banking.counter);
    await she.enrol();
    await fc.assert(
      fc.asyncProperty(blows, async (run) => {
        for (const [channel, payload] of run) {
          expect(await send(channel, payload)).toMatchObject({ ok: expect.any(Boolean) });
          expect(incidents).toEqual([]);
        }
        banking.own.pass(60_000);
      }),
      { numRuns: 25 },
    );

    expect(Object.prototype).not.toHaveProperty("id");
    const { least, sum } = await balances();
    expect({ least, sum }).toEqual({ least: 8_000_00, sum: 0 });
  });

  test("E11: hundreds of answers at once are one after the other: three count, one code ends", async () => {
    const she = ePayWindow(banking.counter);
    await she.enrol();
    const order = { kind: "purchase", merchant: "样例书店", amount: 50_00 } as const;
    const asked = await she.pay(order);
    const code = asked.ok ? asked.value.sent.code : "";
    const right = await she.digits();
    const guesses = Array.from({ length: 300 }, (_, guess) => String(guess).padStart(6, "0"));

    const replies = await Promise.all(
      guesses
        .filter((guess) => guess !== right)
        .map((guess) =>
          send("e-pay.answer", {
            ...{ id: randomUUID(), identifier: she.identifier, order, code, digits: guess },
          }),
        ),
    );

    const count = (what: string) =>
      replies.filter((reply) => JSON.stringify(reply).includes(`"${what}"`)).length;
    // Most are turned away at the gate already.
    expect(count("sms-code.wrong")).toBe(3);
    expect(count("sms-code.used-up") + count("request.too-many")).toBe(replies.length - 3);
    expect(incidents).toEqual([]);
    expect(await she.answer(code, right)).toMatchObject({ refusal: { code: "sms-code.used-up" } });
  });

  test("E11: the right code a hundred times at once pays once", async () => {
    const she = ePayWindow(banking.counter);
    await she.enrol();
    const order = { kind: "purchase", merchant: "样例书店", amount: 50_00 } as const;
    const asked = await she.pay(order);
    const code = asked.ok ? asked.value.sent.code : "";
    const right = await she.digits();
    const answer = { identifier: she.identifier, order, code, digits: right };

    const replies = await Promise.all(
      Array.from({ length: 100 }, () => send("e-pay.answer", { ...answer, id: randomUUID() })),
    );

    expect(replies.filter((reply) => JSON.stringify(reply).startsWith('{"ok":true'))).toHaveLength(
      1,
    );
    expect((await balances()).least).toBe(8_000_00 - 50_00);
  });
});

test("a live branch answers no channel that plays a customer, whatever is sent", async () => {
  const live = await openWorkstation(await trialBranch(), "live");
  const failures: unknown[] = [];
  const sentLive = customerGate(live.handlers, keepingIncidents(failures));
  const refusals = await Promise.all(
    played.map(async (channel) => {
      const handler = live.handlers[channel] as (input: unknown) => unknown;
      return [channel, await handler({ flag: "rf-1", yes: true, text: "x", customer: "c-1" })];
    }),
  );
  const malformed = await Promise.all(played.map((channel) => sentLive(channel, { x: 1 })));
  await live.close();

  expect(played.length).toBeGreaterThan(30);
  expect(refusals).toEqual(
    played.map((channel) => [channel, { ok: false, refusal: { code: "request.not-in-live" } }]),
  );
  expect(malformed).toEqual(played.map(() => expect.objectContaining({ ok: false })));
  expect(failures).toEqual([]);
});
