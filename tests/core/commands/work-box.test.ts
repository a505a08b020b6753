import { describe, expect, test } from "vitest";
import {
  booked,
  closed,
  counted,
  delivered,
  IN_BOX,
  IN_VAULT,
  moved,
  openCashDesk,
  opened,
} from "#tests/support/cash-desk.ts";

describe("1101: opening a box", () => {
  test("C01: a box that never was is opened by two who count nothing in it", () => {
    const desk = openCashDesk();
    desk.seat("0002");

    const { decision } = desk.does(opened(0));

    expect(decision.level).toBe("A1");
    expect(desk.status("0002")).toBe("open");
    expect(desk.refusal(opened(0))).toEqual({ code: "box.already-open" });
  });

  test("C01: a closed box takes a count, and the count must be right", () => {
    const desk = openCashDesk();
    desk.does(counted(IN_BOX));
    desk.does(closed);

    expect(desk.refusal(opened())).toEqual({ code: "box.count-needed" });
    desk.does(opened(IN_BOX));

    expect(desk.status()).toBe("open");
  });

  test("C02: a count that is one fen off leaves it shut with a difference", () => {
    const desk = openCashDesk();
    desk.does(counted(IN_BOX));
    desk.does(closed);

    desk.does(opened(IN_BOX - 1));

    expect(desk.status()).toBe("difference");
    expect(desk.refusal(opened())).toEqual({ code: "box.difference", box: "0001" });
    desk.does(opened(IN_BOX));
    expect(desk.status()).toBe("open");
  });

  test("5.6: after a right count it goes on without another, by a second person's word", () => {
    const desk = openCashDesk();
    desk.does(counted(IN_BOX));

    expect(desk.does(opened()).decision.level).toBe("A1");

    expect(desk.status()).toBe("open");
    expect(desk.refusal(closed)).toEqual({ code: "box.not-counted" });
  });

  test("C01: only tellers have boxes", () => {
    const desk = openCashDesk();
    desk.seat("0100");

    expect(desk.refusal(opened(0))).toMatchObject({ code: "teller.role", role: "supervisor" });
  });
});

describe("1101: cash between vault and box", () => {
  test("C01: is drawn and handed in, and each is a transfer of both", () => {
    const desk = openCashDesk();

    desk.does(moved("draw", 20_000_00));
    const { decision } = desk.does(moved("hand-in", 5_000_00));

    expect(decision).toMatchObject({ level: "A1", slip: "general" });
    expect([desk.held("0001"), desk.held("vault")]).toEqual([
      IN_BOX + 15_000_00,
      IN_VAULT - 15_000_00,
    ]);
    expect(desk.cashDay()).toMatchObject({ transfersIn: 20_000_00, transfersOut: 5_000_00 });
    expect(desk.cashDay("vault")).toMatchObject({ transfersOut: 20_000_00 });
    expect(desk.cashDay()).toMatchObject({ receipts: 0, payments: 0 });
  });

  test("C01: neither gives more than lies in it, to the fen", () => {
    const desk = openCashDesk();

    expect(desk.preview(moved("draw", IN_VAULT)).ok).toBe(true);
    expect(desk.refusal(moved("draw", IN_VAULT + 1))).toEqual({
      code: "cash.vault-short",
      held: IN_VAULT,
    });
    expect(desk.preview(moved("hand-in", IN_BOX)).ok).toBe(true);
    expect(desk.refusal(moved("hand-in", IN_BOX + 1))).toEqual({
      code: "amount.box-short",
      held: IN_BOX,
    });
    expect(desk.refusal(moved("draw", 0))).toEqual({ code: "amount.zero" });
  });

  test("5.6: needs an open box and a vault whose difference is booked", () => {
    const desk = openCashDesk();
    desk.does(counted(IN_VAULT - 1, "vault"));

    expect(desk.refusal(moved("draw", 1))).toEqual({ code: "box.difference", box: "vault" });
    desk.does(booked("short", 1, "vault"));
    expect(desk.preview(moved("draw", 1)).ok).toBe(true);
    desk.seat("0002");
    expect(desk.refusal(moved("draw", 1))).toEqual({ code: "box.not-open", box: "0002" });
  });

  test("the slip says how many of each denomination", () => {
    const desk = openCashDesk();

    const done = desk.does(moved("draw", 120_50));

    const { facts } = done.decision.outcome;
    expect(facts.filter(({ kind }) => kind === "cash")).toEqual([
      { name: "denomination", kind: "cash", denomination: "note-10000", pieces: 1 },
      { name: "denomination", kind: "cash", denomination: "note-2000", pieces: 1 },
      { name: "denomination", kind: "cash", denomination: "note-50", pieces: 1 },
    ]);
    expect(desk.fact(done, "amountInWords")).toMatchObject({ text: "壹佰贰拾元零伍角整" });
  });
});

describe("1101: cash to and from the central vault", () => {
  test("C01: goes by the paper's number, on a supervisor's word", () => {
    const desk = openCashDesk();

    const { decision } = desk.does(delivered("receive", 80_000_00));
    desk.does(delivered("ship", 30_000_00));

    expect(decision.level).toBe("A2");
    expect(decision.outcome.facts).toContainEqual({
      name: "cashOrder",
      kind: "text",
      text: "调20260318-1",
    });
    expect(desk.held("vault")).toBe(IN_VAULT + 50_000_00);
    expect(desk.see("branchBalance", "cash-in-transit").balance).toBe(50_000_00);
    expect(desk.cashDay("vault")).toMatchObject({
      transfersIn: IN_VAULT + 80_000_00,
      transfersOut: 30_000_00,
    });
  });

  test("C01: the vault ships what it has and not a fen more", () => {
    const desk = openCashDesk();

    expect(desk.preview(delivered("ship", IN_VAULT)).ok).toBe(true);
    expect(desk.refusal(delivered("ship", IN_VAULT + 1))).toEqual({
      code: "cash.vault-short",
      held: IN_VAULT,
    });
    expect(desk.refusal(delivered("receive", 0))).toEqual({ code: "amount.zero" });
  });

  test("C01: a supervisor without a box receives it as well", () => {
    const desk = openCashDesk();
    desk.seat("0100");

    desk.does(delivered("receive", 1_00));

    expect(desk.held("vault")).toBe(IN_VAULT + 1_00);
  });
});

describe("1101: closing a box", () => {
  test("C03: is refused without a count of today, and with a difference", () => {
    const desk = openCashDesk();

    expect(desk.refusal(closed)).toEqual({ code: "box.not-counted" });
    desk.does(counted(IN_BOX + 1));
    expect(desk.refusal(closed)).toEqual({ code: "box.difference", box: "0001" });
    desk.does(counted(IN_BOX));
    desk.does(closed);

    expect(desk.status()).toBe("closed");
    expect(desk.refusal(closed)).toEqual({ code: "box.not-open", box: "0001" });
  });

  test("C03: a count of yesterday closes nothing today", () => {
    const desk = openCashDesk();
    desk.does(counted(IN_BOX));
    desk.post([{ type: "day.opened", date: "2026-03-19" }]);
    desk.at("2026-03-19 08:30:00");

    expect(desk.refusal(closed)).toEqual({ code: "box.not-counted" });
    expect(desk.refusal(opened())).toEqual({ code: "box.count-needed" });
  });

  test("C02: a box of the day before begins with what was left in it", () => {
    const desk = openCashDesk();
    desk.does(desk.deposit({ amount: 700_00 }));
    desk.post([{ type: "day.opened", date: "2026-03-19" }]);
    desk.at("2026-03-19 08:30:00");

    desk.does(desk.deposit({ amount: 1_00 }));

    expect(desk.cashDay()).toMatchObject({
      date: "2026-03-19",
      opening: IN_BOX + 700_00,
      receipts: 1_00,
    });
  });
});
