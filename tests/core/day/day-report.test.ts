import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { dayFacts, type Tally } from "#core/day/day-report.ts";
import { orderCodes } from "#core/freeze/order-codes.ts";
import { signedFen } from "#core/money/fen.ts";
import type { Role } from "#core/teller/teller.ts";
import { piecesIn } from "#core/voucher/stock.ts";
import {
  booked,
  type CashDesk,
  counted,
  DAY,
  IN_BOX,
  IN_VAULT,
  moved,
  openCashDesk,
} from "#tests/support/cash-desk.ts";
import { type LossDesk, openLossDesk } from "#tests/support/loss-desk.ts";

const tally = (code: string): Tally => ({ code, count: 1, turnover: signedFen(1_00) });
const cashOf = (desk: Pick<CashDesk, "books">, date: string, box: string) =>
  dayFacts(desk.books(), businessDate(date), { teller: { role: "supervisor" }, tallies: [] }).find(
    (fact) => fact.kind === "cash-day" && fact.box === box,
  );
const stockOf = (desk: Pick<LossDesk, "books">, date: string) =>
  dayFacts(desk.books(), businessDate(date), { teller: { role: "teller" }, tallies: [] }).find(
    ({ kind }) => kind === "stock-day",
  );

describe("cash on the X and Z report (C02)", () => {
  test("is opening, what came and went, over and short apart, and what is held", () => {
    const desk = openCashDesk();
    desk.does(moved("draw", 3_00));
    desk.does(moved("hand-in", 1_00));
    desk.does(counted(IN_BOX + 1_99));
    desk.does(booked("short", 1));

    expect(cashOf(desk, DAY, "0001")).toEqual({
      ...{ name: "cashDay", kind: "cash-day", box: "0001", opening: IN_BOX },
      ...{ receipts: 0, payments: 0, transfersIn: 3_00, transfersOut: 1_00 },
      ...{ over: 0, short: 1, held: IN_BOX + 1_99 },
    });
    expect(cashOf(desk, DAY, "vault")).toMatchObject({
      ...{ opening: 0, transfersIn: IN_VAULT + 1_00, transfersOut: 3_00, held: IN_VAULT - 2_00 },
    });
  });

  test("on a day on which nothing moved is what was held, and nothing besides", () => {
    const desk = openCashDesk();
    desk.does(moved("draw", 3_00));

    expect(cashOf(desk, "2026-03-19", "0001")).toMatchObject({
      ...{ opening: IN_BOX + 3_00, transfersIn: 0, transfersOut: 0, held: IN_BOX + 3_00 },
    });
  });
});

test("C02: a teller is not told what should lie in a box before it was counted", () => {
  const desk = openCashDesk();
  const boxes = () =>
    dayFacts(desk.books(), businessDate(DAY), { teller: { role: "teller" }, tallies: [] }).flatMap(
      (fact) => (fact.kind === "cash-day" ? [fact.box] : []),
    );

  expect(boxes()).not.toContain("0001");
  desk.does(counted(IN_BOX));
  expect(boxes()).toContain("0001");
});

describe("blank pieces on the X and Z report (V05)", () => {
  test("V08: stand off the balance at one yuan a piece, until they are used", () => {
    const desk = openLossDesk();
    const offBalance = () =>
      dayFacts(desk.books(), desk.context().today, {
        teller: { role: "teller" },
        tallies: [],
      }).find(({ name }) => name === "offBalance");
    const pieces = desk
      .books()
      .all("stock")
      .reduce((sum, stock) => sum + piecesIn(stock.ranges), 0);
    expect(offBalance()).toEqual({ name: "offBalance", kind: "money", amount: pieces * 100 });

    desk.post([
      { type: "piece.taken", piece: { ...piece, id: `card:${piece.serial}`, status: "used" } },
    ]);

    expect(offBalance()).toMatchObject({ amount: (pieces - 1) * 100 });
  });

  test("are an equation of the hand's own day", () => {
    const desk = openLossDesk();
    const before = stockOf(desk, DAY);
    expect(before).toMatchObject({ holder: "0001", voucher: "card", used: 0, voided: 0 });

    desk.post([
      { type: "piece.taken", piece: { ...piece, id: `card:${piece.serial}`, status: "voided" } },
    ]);

    expect(before).toMatchObject({ opening: 40, held: 40 });
    expect(stockOf(desk, DAY)).toMatchObject({ opening: 40, used: 0, voided: 1, held: 39 });
    expect(stockOf(desk, "2026-03-19")).toMatchObject({ opening: 39, voided: 0, held: 39 });
  });
});

const piece = {
  kind: "card",
  serial: "020000000001",
  teller: "0001",
  reason: "写卡失败",
} as const;

describe("postings by transaction", () => {
  test("C02: stand in the order of their codes, whatever order they come in", () => {
    const tallies = [tally("9003"), tally("3011"), tally("4001")];
    const teller = { role: "teller" } as const;
    const facts = dayFacts(openLossDesk().books(), businessDate(DAY), { teller, tallies });

    const codes = facts.flatMap((fact) => (fact.kind === "tally" ? [fact.code] : []));
    expect(codes).toEqual(["3011", "4001", "9003"]);
  });

  const all = [...orderCodes, "3011", "6008", "6009", "6010"].map(tally);
  const shown = (role: Role, assists = false) => {
    const asked = { teller: { role, assists }, tallies: all };
    const facts = dayFacts(openLossDesk().books(), businessDate(DAY), asked);
    return facts.flatMap((fact) => (fact.kind === "tally" ? [fact.code] : []));
  };

  test("U07: of orders of the state are no tellers' to count, unless they have the duty", () => {
    expect(shown("teller")).toEqual(["3011", "6008", "6009", "6010"]);
    expect(shown("administrator")).toEqual(["3011", "6008", "6009", "6010"]);
    expect(shown("teller", true)).toHaveLength(all.length);
  });

  test.each(["supervisor", "branch-head", "auditor"] as const)("U07: a %s sees all", (role) => {
    expect(shown(role)).toHaveLength(all.length);
  });
});
