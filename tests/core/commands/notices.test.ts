import { describe, expect, test } from "vitest";
import { defaultParameters } from "#core/branch/parameters.ts";
import { instant } from "#core/calendar/instant.ts";
import { noticesOf, phonesTold, withNotices } from "#core/commands/notices.ts";
import { orderCodes } from "#core/freeze/order-codes.ts";
import type { Batch } from "#core/journal/batch.ts";
import { type Entry, Entry as EntrySchema } from "#core/journal/entry.ts";
import type { Message } from "#core/sms/message.ts";
import { phoneNumber } from "#tests/main/ledger/invented.ts";
import { openEBankDesk, openEBankDeskFor } from "#tests/support/e-bank-desk.ts";
import { openFreezeDesk, orderOf, papersOf } from "#tests/support/freeze-desk.ts";
import { type LossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";

const PHONE = phoneNumber(1);
const payee = { name: "王五六", account: "110000000000004321" };

/** What customers are told by some entries, without numbers and moments. */
function told(entries: readonly Entry[]): readonly Pick<Message, "template" | "to" | "values">[] {
  return entries.flatMap((entry) => {
    if (entry.type !== "sms.queued") return [];
    const { template, to, values } = entry.message;
    return [{ template, to, values }];
  });
}
const toldBy = ({ batch }: { readonly batch: Batch }) => told(batch.entries);

/** Entries posted together by a transaction, as the counter would complete them. */
function toldOf(desk: LossDesk, code: string, raw: readonly unknown[]) {
  const entries = raw.map((one) => EntrySchema.parse(one));
  return told(withNotices(entries, code, desk.context()));
}

describe("R17, R19: a customer hears of what is changed for her, in the same batch", () => {
  test("of a channel that was opened, and of one that was closed", () => {
    const desk = openEBankDesk();

    expect(toldBy(desk.does(desk.openPhoneBank("k-1")))).toEqual([
      { template: "channel-opened", to: PHONE, values: { channel: "phone-bank" } },
    ]);
    expect(toldBy(desk.does(desk.closePhoneBank("c-1")))).toEqual([
      { template: "channel-closed", to: PHONE, values: { channel: "phone-bank" } },
    ]);
  });

  test("of an agreement of the telephone bank, with the payee masked", () => {
    const desk = openEBankDesk();
    desk.does(desk.openPhoneBank("k-1"));

    expect(toldBy(desk.does(desk.agreePayee("k-1", payee)))).toEqual([
      {
        template: "agreement-changed",
        to: PHONE,
        values: { action: "agreed", payee: "**六", account: "4321" },
      },
    ]);
    expect(toldBy(desk.does(desk.endAgreement("c-1", payee.account)))).toEqual([
      { template: "agreement-changed", to: PHONE, values: { action: "ended", account: "4321" } },
    ]);
  });

  test("P24, P25: of a switch that lets money out again, and not of one that protects", () => {
    const desk = openEBankDeskFor();

    expect(toldBy(desk.does(desk.closeSwitch("c-1", "outward-transfer")))).toEqual([]);
    expect(toldBy(desk.does(desk.openSwitch("k-1", "outward-transfer")))).toEqual([
      { template: "switch-opened", to: PHONE, values: { switch: "outward-transfer" } },
    ]);
  });

  test("T03: of an oral report with its last day, and of a lost PIN as well", () => {
    const desk = openLossDeskFor();
    const other = openLossDeskFor();

    expect(toldBy(desk.does(desk.oral("k-1")))).toEqual([
      {
        template: "loss-reported",
        to: PHONE,
        values: { kind: "card", card: desk.see("card", "k-1").pan.slice(-4), until: "2026-03-23" },
      },
    ]);
    expect(toldBy(other.does(other.pinLoss("k-1")))).toMatchObject([
      { template: "loss-reported", values: { kind: "pin" } },
    ]);
  });

  test("5.2: of an oral report that lapsed, by the clock alone", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));
    desk.at("2026-03-24 00:00:00");

    desk.preview(desk.deposit());

    const lapse = desk.batches().find(({ entries }) => entries.some(isLapse));
    expect(lapse && told(lapse.entries)).toEqual([
      {
        template: "loss-lapsed",
        to: PHONE,
        values: { card: desk.see("card", "k-1").pan.slice(-4) },
      },
    ]);
  });

  test("5.2: not yet on the last day of the report", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));
    desk.at("2026-03-23 23:59:59");

    desk.preview(desk.deposit());

    expect(desk.batches().some(({ entries }) => entries.some(isLapse))).toBe(false);
    expect(desk.books().count("message")).toBe(1);
  });

  test("K06: of a replaced card by the last four digits of both, and no more of them", () => {
    const desk = openLossDeskFor();

    const done = desk.does(desk.exchange("k-1"));

    const [old, fresh] = [desk.see("card", "k-1").pan, desk.see("card", "k-2").pan];
    expect(toldBy(done)).toEqual([
      {
        template: "card-replaced",
        to: PHONE,
        values: { card: old.slice(-4), newCard: fresh.slice(-4) },
      },
    ]);
  });
});

const isLapse = ({ type }: Entry) => type === "loss.lapsed";

describe("5.5: what is done about e支付 and e钱包 is told", () => {
  const enrolment = {
    id: "ep-1",
    customer: "c-1",
    relation: "r-1",
    alias: "日常卡123456",
    phone: PHONE,
    status: "pending",
    limits: { single: 5_000_00, day: 5_000_00 },
    agreement: { version: "2014-07", acceptedAt: Date.UTC(2026, 2, 18) },
  };
  const wallet = {
    id: "wa-1",
    customer: "c-1",
    phone: PHONE,
    life: "registered",
    freezes: [],
    balance: 0,
    passwords: { login: "x", second: "y", setAt: Date.UTC(2026, 2, 18) },
  };
  const applied = { type: "e-pay.applied", applied: enrolment };
  const registered = { type: "wallet.registered", registered: wallet };
  const alias = "日常卡**3456";

  test("K06: an alias never brings more than four digits beside the telephone", () => {
    const raw = [applied, { type: "e-pay.enrolled", enrolment: "ep-1" }];

    expect(toldOf(openLossDeskFor(), "7001", raw)).toEqual([
      { template: "e-pay.enrolled", to: PHONE, values: { alias } },
    ]);
  });

  test("limits in yuan, a new name, and each stop and its end", () => {
    const step = (type: string, more: object = {}) => ({ type, enrolment: "ep-1", ...more });
    const raw = [
      applied,
      step("e-pay.limited", { limits: { single: 1_000_00, day: 2_000_50 } }),
      step("e-pay.suspended"),
      step("e-pay.resumed"),
      step("e-pay.cancelled"),
      step("e-pay.renamed", { alias: "菜钱" }),
    ];

    expect(toldOf(openLossDeskFor(), "7002", raw)).toMatchObject([
      { template: "e-pay.limits", values: { single: "1,000.00", day: "2,000.50" } },
      { template: "e-pay.suspended" },
      { template: "e-pay.resumed" },
      { template: "e-pay.cancelled" },
      { template: "e-pay.renamed", values: { alias: "菜钱" } },
    ]);
  });

  test("W04, W12: a wallet that is registered, certified, frozen and let go", () => {
    const freeze = { kind: "customer", since: Date.UTC(2026, 2, 18), words: "来电" };
    const raw = [
      registered,
      { type: "wallet.certified", wallet: "wa-1", account: "a-1" },
      { type: "wallet.frozen", wallet: "wa-1", freeze },
      { type: "wallet.unfrozen", wallet: "wa-1", kind: "customer" },
    ];
    const desk = openLossDeskFor();

    expect(toldOf(desk, "7101", raw)).toEqual([
      { template: "wallet.registered", to: PHONE, values: {} },
      {
        template: "wallet.certified",
        to: PHONE,
        values: { account: desk.see("account", "a-1").number.slice(-4) },
      },
      { template: "wallet.frozen", to: PHONE, values: { kind: "customer" } },
      { template: "wallet.unfrozen", to: PHONE, values: { kind: "customer" } },
    ]);
  });
});

describe("whom a message reaches", () => {
  test("R17: the telephone as it was before the posting that changes it", () => {
    const desk = openLossDeskFor();
    const before = desk.see("customer", "c-1");
    const fresh = { type: "customer.registered", customer: { ...before, phone: phoneNumber(77) } };
    const opened = { type: "e-bank.opened", customer: "c-1", channel: "phone-bank", password: "x" };

    expect(toldOf(desk, "5011", [fresh, opened])).toMatchObject([{ to: before.phone }]);
  });

  test("E01: nobody who has no reserved telephone", () => {
    const desk = openLossDeskFor({ customer: { phone: undefined } });

    expect(toldBy(desk.does(desk.oral("k-1")))).toEqual([]);
  });

  test("9006: nobody at all while the branch sends no notices", () => {
    const desk = openLossDeskFor();
    desk.set({ sms: { ...defaultParameters.sms, notices: false } });

    expect(toldBy(desk.does(desk.oral("k-1")))).toEqual([]);
  });

  test("each message has a number of its own, after those the transaction wrote itself", () => {
    const desk = openLossDeskFor();
    const own = {
      id: "m-1",
      customer: "c-1",
      to: PHONE,
      template: "phone-changed",
      values: {},
      madeAt: Date.UTC(2026, 2, 18),
      status: "waiting",
      tries: 0,
    };
    const open = (channel: string) => ({
      ...{ type: "e-bank.opened", customer: "c-1", channel, password: "x" },
    });
    const entries = [
      { type: "sms.queued", message: own },
      open("phone-bank"),
      open("wap-bank"),
    ].map((one) => EntrySchema.parse(one));

    const all = withNotices(entries, "5011", desk.context());

    const ids = all.flatMap((one) => (one.type === "sms.queued" ? [one.message.id] : []));
    expect(ids).toEqual(["m-1", "m-2", "m-3"]);
  });

  test("the preview names the telephones, masked, each once", () => {
    const desk = openEBankDeskFor();
    const decided = desk.preview(desk.closeInternetBank("c-1"));
    const entries = decided.ok ? decided.value.entries : [];

    const notices = noticesOf(entries, "5006", desk.context());

    expect(phonesTold([...entries, ...notices, ...notices])).toEqual([
      `${PHONE.slice(0, 3)}****${PHONE.slice(-4)}`,
    ]);
  });
});

describe("U07: orders of the state never cause a message", () => {
  test.each(orderCodes)("whatever else a posting under %s did", (code) => {
    const desk = openLossDeskFor();
    const raw = [
      { type: "e-bank.opened", customer: "c-1", channel: "phone-bank", password: "x" },
      { type: "e-bank.closed", customer: "c-1", channel: "phone-bank" },
    ];

    expect(toldOf(desk, code, raw)).toEqual([]);
    expect(toldOf(desk, "5011", raw)).toHaveLength(2);
  });

  test("from the registration to the deduction nothing is told, nor by the clock that ends them", () => {
    const desk = openFreezeDesk();
    const messages = () => desk.books().count("message");

    const first = desk.freeze(orderOf(3_000_00));
    const all = { scope: { type: "account", block: "debit" } } as const;
    const three = { unit: "months", count: 3 } as const;
    const second = desk.freeze(orderOf(1, { ...all, term: three }));
    desk.stop();
    desk.does(desk.renew(first, { unit: "months", count: 6 }));
    const waits = { ...orderOf(9_000_00), papers: papersOf("police") };
    desk.does({ code: "6003", input: { ...waits, term: { unit: "months", count: 6 } } });
    desk.does(desk.release(second));
    desk.does(desk.deduct(first, 1_000_00));
    const asked = { customer: "c-1", papers: papersOf("court"), asked: "近三年流水" };
    desk.does({ code: "6012", input: asked });
    desk.at("2029-03-18 10:00:00");
    desk.preview(desk.deposit(1_00));

    expect(desk.order(first).status).not.toBe("active");
    expect(messages()).toBe(0);
  });

  test("a loss of a frozen customer is told in the very same words as anybody's", () => {
    const frozen = openFreezeDesk();
    frozen.freeze(orderOf(3_000_00));
    frozen.seat("0001");
    const free = openFreezeDesk();
    free.seat("0001");

    const tellsFrozen = toldBy(frozen.does(frozen.oral("k-1")));

    expect(tellsFrozen).toHaveLength(1);
    expect(tellsFrozen).toEqual(toldBy(free.does(free.oral("k-1"))));
  });

  test("no posting of the bank's own hold is told either", () => {
    const hold = {
      id: "h-1",
      account: "a-1",
      kind: "debit-block",
      source: { type: "judicial", order: "f-1", organ: "样例法院" },
      placedAt: instant(Date.UTC(2026, 2, 18)),
      status: "active",
    };
    const raw = [
      { type: "hold.placed", hold },
      { type: "hold.lifted", hold: "h-1" },
    ];

    expect(toldOf(openLossDeskFor(), "6009", raw)).toEqual([]);
  });
});
