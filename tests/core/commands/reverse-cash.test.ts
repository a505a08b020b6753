import { describe, expect, test } from "vitest";
import { undoableParts } from "#core/reversal/undoable.ts";
import {
  booked,
  closed,
  counted,
  delivered,
  handed,
  IN_BOX,
  IN_VAULT,
  moved,
  openCashDesk,
  opened,
} from "#tests/support/cash-desk.ts";
import { reversalOf } from "#tests/support/reversal-desk.ts";

describe("1106: cash between vault and boxes", () => {
  test("C06: goes back, and out of the columns of its day", () => {
    const desk = openCashDesk();
    const drawn = desk.does(moved("draw", 20_000_00));
    desk.does(moved("hand-in", 1_00));

    const { decision } = desk.does(reversalOf(drawn));

    expect([desk.held("0001"), desk.held("vault")]).toEqual([IN_BOX - 1_00, IN_VAULT + 1_00]);
    expect(desk.cashDay()).toMatchObject({ transfersIn: 0, transfersOut: 1_00 });
    expect(decision.outcome.facts).toContainEqual({
      ...{ name: "box", kind: "term", term: "box.vault" },
    });
  });

  test("C06: stays where the box has paid it out since", () => {
    const desk = openCashDesk();
    const drawn = desk.does(moved("draw", 20_000_00));
    desk.does(moved("hand-in", IN_BOX + 1));

    expect(desk.refusal(reversalOf(drawn))).toEqual({
      ...{ code: "reversal.box-short", box: "0001", held: 20_000_00 - 1 },
    });
  });

  test("C06: between two tellers goes back the same way", () => {
    const desk = openCashDesk();
    desk.seat("0002");
    desk.does(opened(0));
    desk.seat("0001");
    const given = desk.does(handed("0002", 7_00));

    desk.does(reversalOf(given));

    expect([desk.held("0001"), desk.held("0002")]).toEqual([IN_BOX, 0]);
    expect(desk.cashDay("0002")).toMatchObject({ transfersIn: 0 });
  });

  test("C06: a deposit that is undone leaves the receipts of the day as they were", () => {
    const desk = openCashDesk();
    desk.does(desk.deposit({ amount: 3_00 }));
    const wrong = desk.does(desk.deposit({ amount: 4_00 }));

    desk.does(reversalOf(wrong));

    expect(desk.cashDay()).toMatchObject({ receipts: 3_00, payments: 0 });
  });
});

describe("1106: what was done to a box", () => {
  test("C02: opening, counting, booking and closing stand", () => {
    const desk = openCashDesk();
    const done = [
      desk.does(counted(IN_BOX + 1)),
      desk.does(booked("over", 1)),
      desk.does(opened()),
      desk.does(counted(IN_BOX + 1)),
      desk.does(closed),
    ];
    const stands = { code: "reversal.stands", why: "box-counted" };

    expect(done.map((one) => desk.refusal(reversalOf(one)))).toEqual(done.map(() => stands));
    expect(done.flatMap(({ batch }) => undoableParts(batch))).toEqual([]);
  });

  test("C01: what a carrier brought or took goes back by a delivery of its own", () => {
    const desk = openCashDesk();
    const received = desk.does(delivered("receive", 1_00));

    expect(desk.refusal(reversalOf(received))).toEqual({
      ...{ code: "reversal.stands", why: "cash-delivered" },
    });
    expect(undoableParts(received.batch)).toEqual([]);
  });
});
