import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addDays, businessDate } from "#core/calendar/business-date.ts";
import { isOpen, statusOn } from "#core/loss/loss-case.ts";
import { type Ledger, openLedger } from "#main/ledger/ledger.ts";
import { PAGE_ROWS } from "#main/ledger/page.ts";
import { fc } from "#tests/support/fast-check.ts";
import { anySteps, batchOf, opening, play } from "./history.ts";
import {
  account,
  card,
  cardNumber,
  customer,
  identityNumber,
  lossCase,
  phoneNumber,
  slip,
} from "./invented.ts";

let ledger: Ledger;

beforeEach(async () => {
  ledger = await openLedger();
});
afterEach(() => ledger.close());

const today = businessDate("2026-03-18");

/** Two customers, a card each; the first has reported hers lost. */
function foundTwo() {
  ledger.post(
    batchOf(
      1,
      [
        { type: "customer.registered", customer: customer(1) },
        { type: "customer.registered", customer: { ...customer(2), name: "欧阳修" } },
        { type: "account.opened", account: account(1, "c-1") },
        { type: "account.opened", account: account(2, "c-2") },
        { type: "card.entered", card: card(1, { account: "a-1", customer: "c-1" }) },
        { type: "card.entered", card: card(2, { account: "a-2", customer: "c-2" }) },
      ],
      { code: "found", teller: "system", businessDate: "2026-03-17" },
    ),
  );
  ledger.post(
    batchOf(
      2,
      [
        {
          type: "loss.reported",
          lossCase: {
            ...lossCase(1, { card: "k-1", account: "a-1", customer: "c-1" }),
            slip: "020026031800010001",
          },
        },
        { type: "slip.issued", slip: slip(1, "顾客1") },
      ],
      { code: "4001" },
    ),
  );
}

describe("the journal", () => {
  const sequences = (filter: Omit<Parameters<Ledger["journalPage"]>[0], "page">) =>
    ledger.journalPage({ ...filter, page: 0 }).rows.map(({ sequence }) => sequence);

  test("9001: shows the newest batch first, whole", () => {
    foundTwo();

    const { rows, total } = ledger.journalPage({ page: 0 });

    expect(rows).toEqual([ledger.batch(2), ledger.batch(1)]);
    expect(total).toBe(2);
  });

  test("9001: is searched by day, code, teller, number, kind of entry and customer, alone and together", () => {
    foundTwo();

    expect(sequences({ date: businessDate("2026-03-17") })).toEqual([1]);
    expect(sequences({ code: "4001" })).toEqual([2]);
    expect(sequences({ teller: "system" })).toEqual([1]);
    expect(sequences({ type: "card.entered" })).toEqual([1]);
    expect(sequences({ sequence: 2 })).toEqual([2]);
    expect(sequences({ sequence: 3 })).toEqual([]);
    expect(sequences({ customer: "c-1" })).toEqual([2, 1]);
    expect(sequences({ customer: "c-2" })).toEqual([1]);
    expect(sequences({ customer: "c-1", teller: "0001", code: "4001" })).toEqual([2]);
    expect(sequences({ customer: "c-2", code: "4001" })).toEqual([]);
  });

  test("9001: is cut into pages, and each says how long the whole is", () => {
    foundTwo();
    for (let sequence = 3; sequence <= PAGE_ROWS + 1; sequence += 1) {
      ledger.post(batchOf(sequence, [{ type: "request.refused", refusal: "account.short" }]));
    }

    const [first, second, third] = [0, 1, 2].map((page) => ledger.journalPage({ page }));

    expect(first?.rows).toHaveLength(PAGE_ROWS);
    expect(second?.rows.map(({ sequence }) => sequence)).toEqual([1]);
    expect(third?.rows).toEqual([]);
    expect([first, second, third].map((page) => page?.total)).toEqual([51, 51, 51]);
  });
});

describe("the register of losses", () => {
  const found = (text: string) =>
    ledger.lossPage({ show: "all", text, page: 0, today }).rows.map(({ card }) => card);

  // Goal: the SQL says of every case what `statusOn` says, on every day of its life.
  // Method: random histories, seen on the days round every term.
  test("T06: shows what is open and what is due by the clock", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, fc.integer({ min: 0, max: 18 }), async (steps, days) => {
        const { batches, books } = play([...opening, ...opening, ...steps]);
        const day = addDays(today, days);
        const register = await openLedger();
        for (const batch of batches) register.post(batch);
        const shown = (show: "open" | "due") =>
          register.lossPage({ show, text: "", page: 0, today: day }).rows.map((one) => one.number);

        const now = books.all("lossCase").map((one) => ({ ...one, status: statusOn(one, day) }));

        expect(shown("open").sort()).toEqual(
          now
            .filter(isOpen)
            .map((one) => one.number)
            .sort(),
        );
        expect(shown("due").sort()).toEqual(
          now
            .filter(({ status }) => status === "matured")
            .map((one) => one.number)
            .sort(),
        );
        register.close();
      }),
      { numRuns: 30 },
    );
  });

  test("T06: holds an oral report through its last day", () => {
    foundTwo();
    const open = (day: string) =>
      ledger.lossPage({ show: "open", text: "", page: 0, today: businessDate(day) }).total;

    expect(open("2026-03-23")).toBe(1);
    expect(open("2026-03-24")).toBe(0);
  });

  test("L12: counts a formal report as due from D+8 on and not a day before", () => {
    foundTwo();
    ledger.post(
      batchOf(3, [
        {
          type: "loss.upgraded",
          lossCase: "02002603180001",
          kind: "card",
          formalOn: "2026-03-18",
          maturesOn: "2026-03-26",
          slip: "020026031800010001",
        },
      ]),
    );
    const due = (day: string) =>
      ledger.lossPage({ show: "due", text: "", page: 0, today: businessDate(day) }).total;

    expect(due("2026-03-25")).toBe(0);
    expect(due("2026-03-26")).toBe(1);
  });

  test("4010: finds by text among those that are open", () => {
    foundTwo();
    const open = (text: string, day: string) =>
      ledger.lossPage({ show: "open", text, page: 0, today: businessDate(day) }).total;

    expect(open("顾客", "2026-03-23")).toBe(1);
    expect(open("欧阳修", "2026-03-23")).toBe(0);
    expect(open("顾客", "2026-03-24")).toBe(0);
  });

  test("4010: finds a case by number, name, slip, and by numbers that are known whole", () => {
    foundTwo();

    expect(found("0318")).toEqual(["k-1"]);
    expect(found("顾客")).toEqual(["k-1"]);
    expect(found("020026031800010001")).toEqual(["k-1"]);
    expect(found(cardNumber(1))).toEqual(["k-1"]);
    expect(found(identityNumber(1).toLowerCase())).toEqual(["k-1"]);
    expect(found(phoneNumber(1))).toEqual(["k-1"]);
    expect(found(` ${cardNumber(1).slice(-4)} `)).toEqual(["k-1"]);
    expect(found("欧阳修")).toEqual([]);
  });

  test("K10: tells nobody, digit by digit, what a mask hides", () => {
    foundTwo();

    expect(found(cardNumber(1).slice(0, -1))).toEqual([]);
    expect(found(cardNumber(1).slice(6, 15))).toEqual([]);
    expect(found(cardNumber(1).slice(-5))).toEqual([]);
    expect(found(identityNumber(1).slice(0, -1))).toEqual([]);
    expect(found(phoneNumber(1).slice(0, -1))).toEqual([]);
    expect(found("%")).toEqual([]);
  });
});

describe("the drawer of slips", () => {
  const found = (text: string) => ledger.slipPage({ text, page: 0 });

  test("9003: shows the newest first and finds by number, transaction and what the slip says", () => {
    foundTwo();
    ledger.post(batchOf(3, [{ type: "slip.issued", slip: slip(2, "欧阳修") }]));
    const [first, second] = ledger.books.all("slip");

    expect(found("").rows).toEqual([second, first]);
    expect(found("00010002").rows).toEqual([second]);
    expect(found("顾客").rows).toEqual([first]);
    expect(found("4002").total).toBe(2);
    expect(found("没有").rows).toEqual([]);
  });
});
