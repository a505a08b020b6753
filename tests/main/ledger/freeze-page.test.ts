import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { type Ledger, openLedger } from "#main/ledger/ledger.ts";
import { moment, organs, papersOf } from "#tests/support/freeze-desk.ts";
import { batchOf } from "./history.ts";
import { account, customer, slip } from "./invented.ts";

let ledger: Ledger;

beforeEach(async () => {
  ledger = await openLedger();
});
afterEach(() => ledger.close());

const today = businessDate("2026-03-18");
const page = (filter: Partial<Parameters<Ledger["freezePage"]>[0]>) =>
  ledger.freezePage({ show: "all", days: 0, text: "", page: 0, today, ...filter });
const found = (filter: Partial<Parameters<Ledger["freezePage"]>[0]>) =>
  page(filter).rows.map(({ id }) => id);

function order(number: number, over: object = {}) {
  return {
    type: "freeze.registered",
    freeze: {
      id: `f-${number}`,
      account: "a-1",
      customer: "c-1",
      papers: papersOf("court", { documentNumber: `（2026）京执${number}号` }),
      scope: { type: "amount", amount: 100 },
      coversInterest: false,
      term: { unit: "months", count: 12 },
      isExtended: false,
      status: "active",
      effectiveAt: moment("2026-03-01 10:00:00"),
      endsAt: moment("2027-03-02"),
      rest: 100,
      deducted: 0,
      renewals: [],
      ...over,
    },
  } as const;
}

function post(...entries: readonly object[]) {
  ledger.post(
    batchOf(1, [
      { type: "customer.registered", customer: customer(1) },
      { type: "account.opened", account: account(1, "c-1") },
      ...(entries as never[]),
    ]),
  );
}

describe("the register of orders", () => {
  test("F11: an order ends within n days if its last day is n days from today, and not the next", () => {
    post(order(1, { endsAt: moment("2026-03-21") })); // 24:00 of the 20th.

    expect(found({ show: "ending", days: 1 })).toEqual([]);
    expect(found({ show: "ending", days: 2 })).toEqual(["f-1"]);
  });

  test("an order without an end never comes due", () => {
    const { endsAt: _none, ...freeze } = order(1).freeze;
    post({ ...order(1), freeze });

    expect(found({ show: "ending", days: 366 })).toEqual([]);
    expect(found({ show: "in-force" })).toEqual(["f-1"]);
  });

  test("what comes due first stands first, what is new first elsewhere, a queue in its rank", () => {
    const waiting = (number: number, at: string) =>
      order(number, {
        status: "waiting",
        effectiveAt: undefined,
        endsAt: undefined,
        papers: papersOf("police", { deliveredAt: moment(at) }),
      });
    post(
      order(1, { endsAt: moment("2026-04-02") }),
      order(2, { endsAt: moment("2026-04-01") }),
      waiting(3, "2026-03-18 09:00:01"),
      waiting(4, "2026-03-18 09:00:00"),
      order(5, { status: "released" }),
    );

    expect(found({ show: "ending", days: 30 })).toEqual(["f-2", "f-1"]);
    expect(found({ show: "in-force" })).toEqual(["f-2", "f-1"]);
    expect(found({ show: "waiting" })).toEqual(["f-4", "f-3"]);
    expect(found({ show: "ended" })).toEqual(["f-5"]);
    expect(found({})).toEqual(["f-5", "f-4", "f-3", "f-2", "f-1"]);
  });

  test("is found by any paper of an order, however wide and spaced it is typed", () => {
    post(
      order(1, { laterPapers: [papersOf("court", { documentNumber: "（2026）京解9号" })] }),
      order(2, {
        renewals: [
          {
            papers: papersOf("court", { documentNumber: "(2026)京续8号" }),
            term: { unit: "months", count: 6 },
            isExtended: false,
            from: moment("2026-09-02"),
            endsAt: moment("2027-03-02"),
          },
        ],
      }),
    );

    expect(found({ text: "（2026） 京执1号" })).toEqual(["f-1"]);
    expect(found({ text: "(2026)京解9" })).toEqual(["f-1"]);
    expect(found({ text: "京续８号" })).toEqual(["f-2"]);
    expect(found({ text: organs.court })).toEqual(["f-2", "f-1"]);
    expect(found({ text: "顾客1" })).toEqual(["f-2", "f-1"]);
    expect(found({ text: "%" })).toEqual([]);
  });

  test.each([
    ["full-width digits", "（２０２６）京０１执７号"],
    ["an ideographic blank", "（2026）\u3000京01执\u30007号"],
    ["a number in a circle", "（2026）京01执①号"],
    ["small and full-width letters", "（2026）京ａb执7号"],
  ])("an order whose document says %s is found by its exact text", (_, documentNumber) => {
    const renewal = {
      term: { unit: "months", count: 6 },
      isExtended: false,
      from: moment("2026-09-02"),
      endsAt: moment("2027-03-02"),
    } as const;
    post(
      order(1, { papers: papersOf("court", { documentNumber }) }),
      order(2),
      order(3, { renewals: [{ ...renewal, papers: papersOf("court", { documentNumber }) }] }),
      order(4, { laterPapers: [papersOf("court", { documentNumber })] }),
    );

    expect(found({ text: documentNumber })).toEqual(["f-4", "f-3", "f-1"]);
    expect(found({ text: documentNumber.normalize("NFKC") })).toEqual(["f-4", "f-3", "f-1"]);
  });

  test("K10: an account is found whole or by its last four, and never by other parts", () => {
    post(order(1));
    const { number } = account(1, "c-1");

    expect(found({ text: number })).toEqual(["f-1"]);
    expect(found({ text: number.slice(-4) })).toEqual(["f-1"]);
    expect(found({ text: number.slice(0, -1) })).toEqual([]);
    expect(found({ text: number.slice(-5) })).toEqual([]);
  });

  test("is narrowed to the orders of one kind of organ", () => {
    post(order(1), order(2, { papers: papersOf("police") }), order(3));

    expect(found({ kind: "court" })).toEqual(["f-3", "f-1"]);
    expect(found({ kind: "police" })).toEqual(["f-2"]);
    expect(found({ kind: "tax" })).toEqual([]);
  });

  test("is cut into pages of fifty", () => {
    post(...Array.from({ length: 51 }, (_, index) => order(index + 1)));

    expect(page({})).toMatchObject({ total: 51 });
    expect(page({}).rows).toHaveLength(50);
    expect(found({ page: 1 })).toEqual(["f-1"]);
  });
});

describe("no tipping off", () => {
  const hidden = (code?: string) =>
    ledger.journalPage({ page: 0, withoutOrders: true, code }).rows.map(({ sequence }) => sequence);

  test("a deposit that an order took up is shown, and what the clock did to orders alone is not", () => {
    post(order(1, { status: "waiting", effectiveAt: undefined, endsAt: undefined }), order(2));
    const took = {
      type: "freeze.took-effect",
      order: "f-1",
      effectiveAt: moment("2026-03-18 10:00:00"),
    } as const;
    const paid = {
      type: "money.posted",
      memo: "cash",
      postings: [
        { account: "cash:0001", amount: -1 },
        { account: "a-1", amount: 1 },
      ],
    } as const;
    ledger.post(batchOf(2, [paid, took], { code: "3011" }));
    ledger.post(batchOf(3, [{ type: "freeze.expired", order: "f-2" }], { code: "system" }));
    ledger.post(batchOf(4, [{ type: "request.refused", refusal: "x.y" }], { code: "6001" }));

    expect(hidden()).toEqual([2, 1]);
    expect(hidden("6001")).toEqual([]);
    expect(ledger.journalPage({ page: 0 }).total).toBe(4);
  });

  test("an organ's receipt and its prints are not there, another slip and its prints are", () => {
    post(
      { type: "slip.issued", slip: { ...slip(1, "法院"), kind: "freeze-receipt" } },
      { type: "slip.issued", slip: slip(2, "顾客") },
    );
    const [receipt, other] = ledger.books.all("slip").map(({ number }) => number);
    ledger.post(batchOf(2, [{ type: "slip.printed", slip: receipt ?? "" }], { code: "9003" }));
    ledger.post(batchOf(3, [{ type: "slip.printed", slip: other ?? "" }], { code: "9003" }));

    expect(hidden()).toEqual([3, 1]);
    const slips = ledger.slipPage({ text: "", page: 0, withoutOrders: true });
    expect(slips.rows.map(({ number }) => number)).toEqual([other]);
    expect(slips.total).toBe(1);
    expect(ledger.slipPage({ text: "", page: 0 }).total).toBe(2);
  });

  test("a further print of an organ's receipt, and each word for or against one, is not there", () => {
    post(
      { type: "slip.issued", slip: { ...slip(1, "法院"), kind: "freeze-receipt" } },
      { type: "slip.issued", slip: slip(2, "顾客") },
    );
    const [receipt = "", other = ""] = ledger.books.all("slip").map(({ number }) => number);
    const refused = { type: "request.refused", refusal: "x.y" } as const;
    for (const [at, number] of [receipt, other].entries()) {
      const reprinted = { type: "slip.reprinted", slip: number, reason: "卡纸" } as const;
      ledger.post(batchOf(2 + 2 * at, [reprinted], { code: "9003" }));
      ledger.post(batchOf(3 + 2 * at, [refused], { code: "9003", slip: number }));
    }
    ledger.post(batchOf(6, [refused], { code: "9003" }));

    expect(hidden()).toEqual([6, 5, 4, 1]);
    expect([1, 2, 3, 4, 5, 6].map(ledger.isOfOrdersAlone)).toEqual(
      [1, 2, 3, 4, 5, 6].map((sequence) => sequence === 2 || sequence === 3),
    );
  });
});
