import { describe, expect, test } from "vitest";
import { commands } from "#core/commands/commands.ts";
import {
  customerNoticeChannels,
  customerRequestChannels,
  sheetRequestChannels,
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
const cash = { "note-10000": 3, "coin-1": 1 } as const;
const waiver = "银行差错";
const reason = "地铁里丢失";
const reporter = { by: "agent", agent } as const;
const { reason: _reason, ...checkedAgent } = agent;
const document = { by: "typed", kind: "passport", number: "E12345678" } as const;
const passport = { kind: "passport", number: "E12345678" } as const;
const identity = { document, check: "match-with-photo" } as const;
const read = { document: { by: "reader", ref }, check: "not-found" } as const;
const registered = { card: "k-1", swipe: ref, identity, signed } as const;
const opening = { ...registered, pin: ref, password: ref };
const piece = { serial: "030000000001", fee, waiver } as const;
const checked = { wrapper: true, film: true } as const;
const run = [{ first: "020000000001", last: "020000000009" }];
const closing = { customer: "c-1", identity, signed } as const;
const payee = { name: "收款人", account: "6222020000000000017" } as const;

const papers = {
  organ: { kind: "court", name: "朝阳区人民法院" },
  documentNumber: "（2026）京01执1号",
  shown: ["notice"],
  officers: [
    { name: "经办甲", permit: "京A0001", permitValidTo: "2030-12-31" },
    { name: "经办乙", permit: "京A0002", permitValidTo: "2030-12-31" },
  ],
  deliveredAt: 1_773_799_200_000,
} satisfies RawInput<"6012">["papers"];
const changing = { order: "f-1", papers } as const;
const term = { unit: "months", count: 6 } as const;
const registration = {
  account: "a-1",
  nameOnNotice: "顾客1",
  papers,
  scope: { type: "amount", amount: 1 },
  amountInWords: "零元壹分",
  coversInterest: true,
  term,
  isExtended: false,
  lastDay: "2026-09-18",
} satisfies RawInput<"6001">;

/** One request of every transaction, with every part it can have. */
const samples: { readonly [C in TransactionCode]: RawInput<C> } = {
  "1004": { action: "open" },
  "1101": { action: "ship", cash, order: "调20260318-1" },
  "1102": { to: "0002", cash },
  "1103": { place: "own", cash },
  "1104": { place: "vault", kind: "short", amount: 1, words: "找零有误" },
  "1105": { report: "x" },
  "1106": { sequence: 7, part: "whole", reason: "amount-wrong", words: "多输一个零" },
  "2002": {
    finding: "forged",
    document,
    nameOnDocument: "冒名者",
    check: "not-found",
    sign: "print-wrong",
    words: "印章模糊",
    business: "挂失补卡",
    retained: false,
  },
  "2004": { customer: "c-1", identity, phone: "13900001111", code: ref, signed: true },
  "2005": {
    action: "register",
    customer: "c-1",
    identity: {
      ...identity,
      check: "not-found",
      resolution: { by: "other-document", words: "驾驶证" },
      onBehalf: {
        basis: "registered",
        agent: { agency: "d-1", check: "match-with-photo", reason },
      },
    },
    basis: "guardian",
    agent: checkedAgent,
    papers: "出生医学证明",
    scope: ["4002"],
    validTo: "2030-01-01",
    signed,
  },
  "3002": { card: "k-1", swipe: ref, identity, pin: ref },
  "3003": { card: "k-1", swipe: ref, reason: "damaged", numbering: "same", identity, signed },
  "3004": {
    order: "o-1",
    identity: read,
    made: ref,
    slip,
    old: ref,
    pin: ref,
    fee,
    waiver,
    signed,
  },
  "3009": { swipe: ref, reason },
  "3011": { account: "a-1", card: "k-1", amount: 1 },
  "3012": { account: "a-1", amount: 1, swipe: ref, pin: ref },
  "3014": { swipe: ref },
  "3013": {
    account: "a-1",
    payeeName: payee.name,
    payeeAccount: payee.account,
    amount: 1,
    swipe: ref,
    pin: ref,
  },
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
    waiver,
    signed,
  },
  "4003": { lossCase, numbering: "new", reporter, identity, fee, waiver, signed },
  "4004": {
    card: "k-1",
    kind: "both",
    numbering: "same",
    reporter: { by: "holder" },
    identity,
    reason,
    fee,
    waiver,
    signed,
  },
  "4005": { lossCase, reporter, identity, amount: 1, signed },
  "4006": { lossCase, identity, swipe: ref, slip, pin: ref },
  "4007": { lossCase, slip, numbering: "same", identity, made: ref, pin: ref, fee, waiver, signed },
  "4008": { lossCase, slip, identity, payout: 1, signed },
  "4009": { lossCase, slip, identity, pin: ref, signed },
  "4011": { slip, reason, fee: "waived", waiver },
  "5001": { ...registered, ...piece, pin: ref, checked, open: { password: ref } },
  "5002": {
    ...registered,
    ...piece,
    passwordCard: "p-1",
    reason: "film-damaged",
    returned: true,
    checked,
  },
  "5003": { what: "card", passwordCard: "p-1", identity, returned: false, signed },
  "5005": opening,
  "5006": closing,
  "5007": { customer: "c-1", document, which: "e-commerce" },
  "5008": { ...registered, which: "outward-transfer" },
  "5009": { action: "issue", ...registered, ...piece, pin: ref },
  "5010": { action: "open", ...opening },
  "5011": { action: "agree", ...registered, pin: ref, payee },
  "6001": registration,
  "6002": { ...changing, term, isExtended: true },
  "6003": { ...registration, scope: { type: "account", block: "full" } },
  "6004": { ...changing, amount: 1 },
  "6005": changing,
  "6006": { ...changing, amount: 1, to: payee },
  "6007": { action: "stop", account: "a-1", papers, block: "debit" },
  "6008": {
    action: "freeze",
    account: "a-1",
    channel: "phone",
    document,
    why: "stolen",
    policeCase: "京公立字1号",
    evidence: ["短信截图"],
  },
  "6009": {
    action: "place",
    account: "a-1",
    control: "non-counter",
    reason: "other",
    words: reason,
    notice: "letter",
  },
  "6010": { account: "a-1", identity, signed },
  "6012": { customer: "c-1", papers, asked: "账户余额" },
  "7201": {
    action: "start",
    customer: "c-1",
    callerName: "来电人",
    callerPhone: "021-58880000",
    asked: [
      { question: "document-number", right: true },
      { question: "reserved-phone", right: false },
    ],
  },
  "7101": {
    action: "freeze",
    customer: "c-1",
    channel: "phone",
    document,
    kind: "stolen",
    words: "手机被盗",
    case: "京公立字第1号",
    evidence: ["付款记录"],
  },
  "7102": { customer: "c-1", account: "a-1", identity, signed },
  "7103": { customer: "c-1", identity, signed },
  "7001": {
    ...{ ...registered, pin: ref, code: ref },
    ...{ alias: "购物卡", phone: "13900001234", agreement: "2014-07" },
  },
  "7002": { enrolment: "ep-1", single: 1, day: 2, identity, signed },
  "7003": { action: "resume", enrolment: "ep-1", identity, code: ref, signed },
  "7004": { enrolment: "ep-1", identity, signed },
  "7005": {
    ...{ action: "re-bind", enrolment: "ep-1", phone: "13900001234" },
    ...{ identity, code: ref, signed },
  },
  "8001": { action: "return", kind: "card", count: 1 },
  "8002": { action: "hand-over", kind: "usb-key", to: "0002", count: 1 },
  "8003": { kind: "card", holder: "vault", ranges: run, reason: "damaged", words: reason },
  "8004": { action: "lost", kind: "card", holder: "voided", ranges: run, words: reason },
  "8005": { kind: "card", holder: "0001", counted: run },
  "8006": { step: "arrive", order: "o-1", custodian: "0002" },
  "8007": { count: 100_000, shopKey: { x: "x".repeat(43), y: "y".repeat(43) } },
  "8008": { delivery: ref },
  "8009": { action: "receive", kind: "card", ranges: run, note: "调字第1号" },
  "8010": { what: "voided", kind: "card", ranges: run },
  "9003": { slip, reason, fee, waiver },
  "9007": { action: "collect", owed: "u-1", by: "account", account: "a-1", signed },
  "9005": { lossCase, reason },
  "9006": { changes: [{ path: "eBank.limits.card.day", from: "500000", to: "600000" }], reason },
  "9012": { flag: "rf-1", verdict: "watched", words: "已回访客户" },
  "9013": { changes: [{ path: "risk.many-cards.numbers.cards", from: "4", to: "6" }], reason },
  "9008": { action: "link", teller: "1002", whose: "relative", document: passport, reason },
};

const accepts = (code: TransactionCode, input: unknown) =>
  transactions[code].safeParse(input).success;

/** What may be answered with yes as well as with no; anything else must be ticked. */
const either = ["retained", "returned", "coversInterest", "isExtended"];

/** A moment is any whole number of milliseconds within the calendar; what it may be, rules say. */
const isOtherMoment = (key: string, part: unknown) =>
  key === "deliveredAt" && (part === -1 || part === 1e14);

/** There may be no evidence at all, and an empty box is counted as well. */
const isNone = (key: string, part: unknown) =>
  ["evidence", "counted"].includes(key) && String(part) === "";

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
      spoiled(part)
        .filter((wrong) => !(either.includes(key) && typeof wrong === "boolean"))
        .filter(
          (wrong) => !isOtherMoment(key, wrong) && !(Array.isArray(wrong) && isNone(key, wrong)),
        )
        .map((wrong) => ({ ...record, [key]: wrong })),
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

  test("P26: a password card is handed over only with wrapper and film both seen whole", () => {
    const { checked: _checked, ...unchecked } = samples["5001"];
    const withCheck = (check: unknown) => ({ ...unchecked, checked: check });

    expect(accepts("5001", withCheck({ wrapper: true, film: true }))).toBe(true);
    expect(accepts("5001", unchecked)).toBe(false);
    expect(accepts("5001", withCheck({ wrapper: true }))).toBe(false);
    expect(accepts("5001", withCheck({ film: true }))).toBe(false);
    expect(accepts("5001", withCheck({ wrapper: false, film: true }))).toBe(false);
    expect(accepts("5001", withCheck({ wrapper: true, film: false }))).toBe(false);
    expect(accepts("5002", { ...samples["5002"], checked: { wrapper: true, film: false } })).toBe(
      false,
    );
  });

  test("P33: no agent has a place in the issue, reissue or giving up of a password card", () => {
    expect(accepts("5001", { ...samples["5001"], reporter })).toBe(false);
    expect(accepts("5001", { ...samples["5001"], agent })).toBe(false);
    expect(accepts("5002", { ...samples["5002"], reporter })).toBe(false);
    expect(accepts("5003", { ...samples["5003"], reporter })).toBe(false);
  });

  test("P23: a reissue is asked for with document and registered card, and with no PIN", () => {
    const { identity: _identity, ...unidentified } = samples["5002"];
    const { swipe: _swipe, ...unread } = samples["5002"];

    expect(accepts("5002", unidentified)).toBe(false);
    expect(accepts("5002", unread)).toBe(false);
    expect(accepts("5002", { ...samples["5002"], pin: ref })).toBe(false);
  });

  test("P31: an issue is asked for with document, registered card and PIN", () => {
    const { identity: _identity, ...unidentified } = samples["5001"];
    const { swipe: _swipe, ...unread } = samples["5001"];
    const { pin: _pin, ...withoutPin } = samples["5001"];

    expect(accepts("5001", unidentified)).toBe(false);
    expect(accepts("5001", unread)).toBe(false);
    expect(accepts("5001", withoutPin)).toBe(false);
  });

  test("P22: a card is reissued for one of six reasons and no other", () => {
    const reasons = ["lost", "disclosed", "damaged", "exhausted", "locked", "film-damaged"];
    const accepted = [...reasons, "usb-key", "customer-request", "unlock"].filter((wish) =>
      accepts("5002", { ...samples["5002"], reason: wish }),
    );

    expect(accepted).toEqual(reasons);
  });

  test("P27: a blank piece is voided by its serial alone", () => {
    expect(accepts("5003", { what: "blank", serial: "030000000001" })).toBe(true);
    expect(accepts("5003", { what: "blank", serial: "030000000001", signed })).toBe(false);
    expect(accepts("5003", { what: "blank", serial: "30000000001" })).toBe(false);
    expect(accepts("5003", { what: "blank", serial: "０３００００００００１" })).toBe(false);
  });

  test("8007: a batch has from one to two hundred thousand cards", () => {
    const { shopKey } = samples["8007"];
    const sizes = [0, 1, 200_000, 200_001];

    expect(sizes.filter((count) => accepts("8007", { count, shopKey }))).toEqual([1, 200_000]);
  });

  test("8001: from one to a thousand pieces are drawn at a time", () => {
    const sizes = [0, 1, 1000, 1001];

    expect(sizes.filter((count) => accepts("8001", { kind: "password-card", count }))).toEqual([
      1, 1000,
    ]);
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
      [...tellerRequestChannels, ...customerRequestChannels, ...sheetRequestChannels].sort(),
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
