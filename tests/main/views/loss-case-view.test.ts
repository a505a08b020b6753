import { describe, expect, test } from "vitest";
import type { Books } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { defaultParameters, type Parameters } from "#core/branch/parameters.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { known } from "#core/kernel/assert.ts";
import { lossCaseView } from "#main/views/loss-case-view.ts";
import { orderView } from "#main/views/order-view.ts";
import { batchOf } from "../ledger/history.ts";
import { account, card, customer, lossCase, type RawRecord } from "../ledger/invented.ts";

type Case = Partial<RawRecord<"loss.reported", "lossCase">>;

function booksWith(change: Case, parameters: Partial<Parameters> = {}): Books {
  const batch = batchOf(1, [
    {
      type: "branch.founded",
      branch: { code: "0200", name: "样例支行", englishName: "Sample", kind: "live" },
    },
    { type: "parameters.set", parameters: { ...defaultParameters, ...parameters } },
    { type: "customer.registered", customer: customer(1) },
    { type: "account.opened", account: account(1, "c-1") },
    { type: "card.entered", card: card(1, { account: "a-1", customer: "c-1" }) },
    {
      type: "production.ordered",
      order: {
        id: "o-1",
        card: "k-1",
        customer: "c-1",
        purpose: { type: "loss", lossCase: "02002603180001" },
        orderedOn: "2026-03-18",
        dueOn: "2026-04-01",
        status: "ordered",
        custodians: [],
      },
    },
    {
      type: "loss.reported",
      lossCase: {
        ...lossCase(1, { card: "k-1", account: "a-1", customer: "c-1" }),
        ...change,
      },
    },
  ]);
  return booksAfter(changesOfAll(booksAfter([]), batch.entries, batch));
}

function view(day: string, change: Case, parameters?: Partial<Parameters>) {
  const books = booksWith(change, parameters);
  const [only] = books.all("lossCase");
  return lossCaseView(books, known(only, "there is a case"), businessDate(day));
}

const possible = (day: string, change: Case, parameters?: Partial<Parameters>) =>
  view(day, change, parameters).possible;

const formal = { status: "formal-waiting", maturesOn: "2026-03-26" } as const;

describe("what can be done with a loss case", () => {
  test("T03, T06: an oral report can be made formal or withdrawn, through its last day", () => {
    expect(possible("2026-03-23", {})).toEqual(["4003", "4006"]);
    expect(possible("2026-03-24", {})).toEqual([]);
  });

  test("L12: a formal report of a card ends from D+8 on and not a day before", () => {
    expect(possible("2026-03-25", formal)).toEqual(["4005", "4006", "8006"]);
    expect(possible("2026-03-26", formal)).toEqual([...["4005", "4006", "4007", "4008", "8006"]]);
  });

  test("T10: a lost PIN ends with a new PIN and nothing else; both end with a new card", () => {
    expect(possible("2026-03-26", { ...formal, kind: "pin" })).toEqual(["4005", "4006", "4009"]);
    expect(possible("2026-03-26", { ...formal, kind: "both" })).toEqual([
      ...["4005", "4006", "4007", "4008", "8006"],
    ]);
  });

  test("T13: a report whose slip was lost is never withdrawn", () => {
    const afterwards = { ...formal, slipLost: true };
    expect(possible("2026-03-25", afterwards)).toEqual(["4005", "8006"]);
    expect(possible("2026-03-26", afterwards)).toEqual(["4005", "4007", "4008", "8006"]);
  });

  test("L06: a card of the same number can be ordered once", () => {
    const same = { ...formal, numbering: "same" } as const;

    expect(possible("2026-03-25", same)).toContain("8006");
    expect(possible("2026-03-26", same)).toContain("8006");
    expect(possible("2026-03-25", { ...same, order: "o-1" })).not.toContain("8006");
    expect(possible("2026-03-26", { ...same, order: "o-1" })).not.toContain("8006");
    expect(possible("2026-03-22", {})).not.toContain("8006");
    expect(possible("2026-03-25", { ...same, kind: "pin" })).not.toContain("8006");
  });

  test("L07: a card of the old number can still be ordered by who had agreed to a new one", () => {
    const other = { ...formal, numbering: "new" } as const;

    expect(possible("2026-03-25", other)).toContain("8006");
    expect(possible("2026-03-26", other)).toContain("8006");
    expect(possible("2026-03-26", { ...other, order: "o-1" })).not.toContain("8006");
  });

  test("T17: a card is replaced before its term only where the bank does so", () => {
    const day = "2026-03-18";

    expect(possible(day, formal, { sameDayReplacement: "off" })).not.toContain("4007");
    expect(possible(day, formal, { sameDayReplacement: "new-number-only" })).toContain("4007");
    expect(possible(day, formal, { sameDayReplacement: "any" })).toContain("4007");
  });

  test("T13, T17: and neither for a lost PIN nor once the slip was lost", () => {
    const any = { sameDayReplacement: "any" } as const;

    expect(possible("2026-03-18", { ...formal, kind: "pin" }, any)).not.toContain("4007");
    expect(possible("2026-03-18", { ...formal, slipLost: true }, any)).not.toContain("4007");
  });

  test.each(["lapsed", "withdrawn", "closed-replaced", "closed-account", "closed-pin"] as const)(
    "5.2: nothing once it is %s",
    (status) => {
      expect(possible("2026-03-18", { status })).toEqual([]);
    },
  );
});

describe("a loss case", () => {
  test("4010: shows card and customer, its terms and its order", () => {
    const shown = view("2026-03-20", { ...formal, formalOn: "2026-03-18", order: "o-1" });

    expect(shown).toMatchObject({
      number: "02002603180001",
      customerName: "顾客1",
      cardNumber: "622202*********0018",
      status: "formal-waiting",
      formalOn: "2026-03-18",
      maturesOn: "2026-03-26",
      order: "o-1",
      orderStatus: "ordered",
    });
  });
});

describe("an order", () => {
  test("8006: shows for which loss the card is made, and never its number", () => {
    const books = booksWith({});
    const [order] = books.all("order");

    expect(orderView(books, known(order, "there is an order"))).toEqual({
      id: "o-1",
      customer: "c-1",
      customerName: "顾客1",
      card: "k-1",
      cardNumber: "622202*********0018",
      purpose: "loss",
      lossCase: "02002603180001",
      status: "ordered",
      orderedOn: "2026-03-18",
      dueOn: "2026-04-01",
      custodians: [],
    });
  });
});
