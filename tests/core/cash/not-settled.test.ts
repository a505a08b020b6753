import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { cashNotSettled } from "#core/cash/not-settled.ts";
import {
  booked,
  type CashDesk,
  closed,
  counted,
  DAY,
  IN_BOX,
  IN_VAULT,
  moved,
  openCashDesk,
  opened,
} from "#tests/support/cash-desk.ts";
import { openReversalDesk } from "#tests/support/reversal-desk.ts";

const leftIn = (desk: Pick<CashDesk, "books">, date = DAY) =>
  cashNotSettled(desk.books(), businessDate(date)).map(({ what, whose }) => `${whose}: ${what}`);

describe("cash that keeps the day from ending", () => {
  test("C03: boxes are counted and closed, and the vault is counted after its last movement", () => {
    const desk = openCashDesk();
    const steps = [leftIn(desk)];
    const then = (...requests: Parameters<CashDesk["does"]>[0][]) => {
      for (const request of requests) desk.does(request);
      steps.push(leftIn(desk));
    };
    then(counted(IN_VAULT, "vault"));
    then(moved("hand-in", 1_00));
    then(counted(IN_VAULT + 1_00, "vault"), counted(IN_BOX - 1_01));
    then(booked("short", 1));
    then(closed);

    expect(steps).toEqual([
      ["0001: cash-uncounted", "vault: cash-uncounted"],
      ["0001: cash-uncounted"],
      ["0001: cash-uncounted", "vault: cash-uncounted"],
      ["0001: cash-difference"],
      ["0001: box-open"],
      [],
    ]);
  });

  test("C03: a vault that was counted yesterday, or is not what the books say, is not settled", () => {
    const desk = openCashDesk();
    desk.does(counted(IN_BOX));
    desk.does(closed);
    desk.does(counted(IN_VAULT, "vault"));

    expect(leftIn(desk)).toEqual([]);
    expect(leftIn(desk, "2026-03-19")).toEqual(["vault: cash-uncounted"]);
    desk.does(counted(IN_VAULT + 1, "vault"));
    expect(leftIn(desk)).toEqual(["vault: cash-difference"]);
  });

  test("C03: every box is its own", () => {
    const desk = openCashDesk();
    desk.seat("0002");
    desk.does(opened(0));

    expect(leftIn(desk)).toEqual([
      "0001: cash-uncounted",
      "0002: cash-uncounted",
      "vault: cash-uncounted",
    ]);
  });

  test("5.6: is none in a branch without days", () => {
    expect(leftIn(openReversalDesk())).toEqual([]);
  });
});
