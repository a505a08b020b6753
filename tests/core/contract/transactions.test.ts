import { describe, expect, test } from "vitest";
import { commands } from "#core/commands/commands.ts";
import {
  customerNoticeChannels,
  customerRequestChannels,
  tellerNoticeChannels,
  tellerRequestChannels,
} from "#core/contract/channels.ts";
import { notices, requests } from "#core/contract/contract.ts";
import { TransactionCode, transactions } from "#core/contract/transactions.ts";
import type { RawInput } from "#tests/support/counter.ts";
import { agent } from "#tests/support/loss-requests.ts";

const ref = "e-00000001";
const slip = "020020260318000001";
const lossCase = "02002603180001";
const signed = true;
const fee = "cash";
const reason = "地铁里丢失";
const reporter = { by: "agent", agent } as const;
const document = { by: "typed", kind: "passport", number: "E12345678" } as const;
const identity = { document, check: "match-with-photo" } as const;
const read = { document: { by: "reader", ref }, check: "not-found" } as const;

/** One request of every transaction, with every part it can have. */
const samples: { readonly [C in TransactionCode]: RawInput<C> } = {
  "3002": { card: "k-1", swipe: ref, identity, pin: ref },
  "3003": { card: "k-1", swipe: ref, reason: "damaged", numbering: "same", identity, signed },
  "3004": { order: "o-1", identity: read, made: ref, slip, old: ref, pin: ref, fee, signed },
  "3009": { swipe: ref, reason },
  "3011": { account: "a-1", card: "k-1", amount: 1 },
  "3012": { account: "a-1", amount: 1, swipe: ref, pin: ref },
  "4001": {
    card: "k-1",
    medium: "card",
    channel: "phone",
    document,
    caller: { name: "来电人", phone: "13900001111" },
    reason,
  },
  "4002": {
    card: "k-1",
    medium: "card",
    numbering: "new",
    reporter,
    identity,
    reason,
    fee,
    signed,
  },
  "4003": { lossCase, numbering: "new", reporter, identity, fee, signed },
  "4004": {
    card: "k-1",
    kind: "both",
    numbering: "same",
    reporter: { by: "holder" },
    identity,
    reason,
    fee,
    signed,
  },
  "4005": { lossCase, reporter, identity, amount: 1, signed },
  "4006": { lossCase, identity, swipe: ref, slip, pin: ref },
  "4007": { lossCase, slip, numbering: "same", identity, made: ref, pin: ref, fee, signed },
  "4008": { lossCase, slip, identity, payout: 1, signed },
  "4009": { lossCase, slip, identity, pin: ref, signed },
  "4011": { slip, reason },
  "8006": { step: "arrive", order: "o-1", custodian: "0002" },
  "9003": { slip, reason },
};

const accepts = (code: TransactionCode, input: unknown) =>
  transactions[code].safeParse(input).success;

/** Every way to spoil one value: another type, too long, out of range, something added. */
function spoiled(value: unknown): readonly unknown[] {
  if (typeof value === "string") return [7, null, [], "", " ", "x".repeat(201), { text: value }];
  if (typeof value === "number") return [String(value), value + 0.5, -1, 1e14, Number.NaN, null];
  if (typeof value === "boolean") return [!value, "true", 1, null];
  const record = value as Readonly<Record<string, unknown>>; // Nothing else stands in a sample.
  return [
    { ...record, added: 1 },
    JSON.parse(`{"__proto__":{},"constructor":1}`),
    [],
    "text",
    null,
    ...Object.entries(record).flatMap(([key, part]) =>
      spoiled(part).map((wrong) => ({ ...record, [key]: wrong })),
    ),
  ];
}

describe("what a transaction asks for", () => {
  test("5.7: every transaction has its command, and every command its transaction", () => {
    expect(Object.keys(commands).sort()).toEqual([...TransactionCode.options].sort());
    expect(Object.keys(samples).sort()).toEqual([...TransactionCode.options].sort());
  });

  test.each(TransactionCode.options)("%s is accepted with every part it can have", (code) => {
    expect(transactions[code].parse(samples[code])).toEqual(samples[code]);
  });

  test.each(TransactionCode.options)(
    "%s is refused with anything added, of another type, empty, or too long",
    (code) => {
      expect(spoiled(samples[code]).filter((input) => accepts(code, input))).toEqual([]);
    },
  );

  test("8006: an order is asked for by its case alone", () => {
    expect(accepts("8006", { step: "order", lossCase })).toBe(true);
    expect(accepts("8006", { step: "order", lossCase, order: "o-1" })).toBe(false);
    expect(accepts("8006", { step: "burn", lossCase })).toBe(false);
  });

  test("a written request is nothing without the customer's signature", () => {
    const { signed: _unsigned, ...unsigned } = samples["4002"];

    expect(accepts("4002", unsigned)).toBe(false);
    expect(accepts("4002", { ...unsigned, signed: false })).toBe(false);
  });

  test("a reason is trimmed, not blank, and at most a hundred characters", () => {
    const trimmed = transactions["3009"].parse({ swipe: ref, reason: "  旧卡 " });

    expect(trimmed.reason).toBe("旧卡");
    expect(accepts("3009", { swipe: ref, reason: "旧".repeat(100) })).toBe(true);
    expect(accepts("3009", { swipe: ref, reason: "旧".repeat(101) })).toBe(false);
  });
});

describe("the wire", () => {
  test("has one line for every channel, and none besides", () => {
    expect(Object.keys(requests).sort()).toEqual(
      [...tellerRequestChannels, ...customerRequestChannels].sort(),
    );
    expect(Object.keys(notices).sort()).toEqual(
      [...tellerNoticeChannels, ...customerNoticeChannels].sort(),
    );
  });

  test("carries a request only with the input of its own code", () => {
    const preview = requests["transaction.preview"].input;

    expect(preview.safeParse({ code: "4008", input: samples["4008"] }).success).toBe(true);
    expect(preview.safeParse({ code: "4009", input: samples["4008"] }).success).toBe(false);
    expect(preview.safeParse({ code: "4010", input: samples["4008"] }).success).toBe(false);
    expect(preview.safeParse({ code: "toString", input: {} }).success).toBe(false);
    expect(preview.safeParse({ code: "4008", input: samples["4008"], level: "A0" }).success).toBe(
      false,
    );
  });

  test("names the field of a request that is wrong, by its path", () => {
    const { data, error } = requests["transaction.preview"].input.safeParse({
      code: "4005",
      input: { ...samples["4005"], amount: 0.5 },
    });

    expect(data).toBeUndefined();
    expect(error?.issues.map(({ path }) => path)).toEqual([["input", "amount"]]);
  });
});
