import { describe, expect, test } from "vitest";
import {
  booked,
  closed,
  counted,
  IN_BOX,
  IN_VAULT,
  openCashDesk,
  opened,
} from "#tests/support/cash-desk.ts";

describe("1103: counting", () => {
  test("C02: what the books expect is told after the count is posted, and never before", () => {
    const desk = openCashDesk();

    const { decision, batch } = desk.does(counted(IN_BOX - 10_00));

    const names = decision.outcome.facts.map(({ name }) => name);
    expect(names).not.toContain("cashExpected");
    expect(names).not.toContain("cashShort");
    expect(JSON.stringify(decision.outcome)).not.toContain(String(IN_BOX));
    const [slip] = batch.entries.flatMap((entry) =>
      entry.type === "slip.issued" ? [entry.slip] : [],
    );
    expect(slip?.facts).toContainEqual({ name: "cashExpected", kind: "money", amount: IN_BOX });
    expect(slip?.facts).toContainEqual({ name: "cashShort", kind: "money", amount: 10_00 });
  });

  test("C02: a right count balances the box, one fen more or less does not", () => {
    const desk = openCashDesk();
    const standing = [IN_BOX - 1, IN_BOX, IN_BOX + 1].map((amount) => {
      desk.does(counted(amount));
      return desk.status();
    });

    expect(standing).toEqual(["difference", "balanced", "difference"]);
  });

  test("C02: the own box takes nobody's word, the vault a second person's", () => {
    const desk = openCashDesk();

    expect(desk.does(counted(IN_BOX)).decision.level).toBe("A0");
    expect(desk.does(counted(IN_VAULT, "vault")).decision.level).toBe("A1");
    expect(desk.status("vault")).toBe("balanced");
  });

  test("5.6: a box that was never opened, or is closed, is not counted", () => {
    const desk = openCashDesk();
    desk.does(counted(IN_BOX));
    desk.does(closed);

    expect(desk.refusal(counted(IN_BOX))).toEqual({ code: "box.not-open", box: "0001" });
    desk.seat("0002");
    expect(desk.refusal(counted(0))).toEqual({ code: "box.not-open", box: "0002" });
  });
});

describe("1104: over and short", () => {
  test("C02: books the counted difference and no other", () => {
    const desk = openCashDesk();
    desk.does(counted(IN_BOX + 10_00));
    const otherwise = { code: "cash.not-as-counted", over: 10_00, short: 0 };

    expect(desk.refusal(booked("over", 9_99))).toEqual(otherwise);
    expect(desk.refusal(booked("over", 10_01))).toEqual(otherwise);
    expect(desk.refusal(booked("short", 10_00))).toEqual(otherwise);
    const { decision } = desk.does(booked("over", 10_00));

    expect(decision).toMatchObject({ level: "A2", slip: "general" });
    expect(desk.status()).toBe("balanced");
    expect(desk.held("0001")).toBe(IN_BOX + 10_00);
    expect(desk.see("branchBalance", "cash-over").balance).toBe(10_00);
    desk.does(closed);
  });

  test("C02: ten over in the morning and ten short at night are both booked, and never netted", () => {
    const desk = openCashDesk();
    desk.does(counted(IN_BOX + 10_00));
    desk.does(booked("over", 10_00));
    desk.does(opened());
    desk.does(counted(IN_BOX));

    desk.does(booked("short", 10_00));

    expect(desk.cashDay()).toMatchObject({ over: 10_00, short: 10_00 });
    expect(desk.see("branchBalance", "cash-over").balance).toBe(10_00);
    expect(desk.see("branchBalance", "cash-short").balance).toBe(-10_00);
    expect(desk.held("0001")).toBe(IN_BOX);
  });

  test("C02: is refused where nothing was counted, where it was right, and the second time", () => {
    const desk = openCashDesk();
    const none = { code: "cash.no-difference", box: "0001" };

    expect(desk.refusal(booked("over", 1))).toEqual(none);
    desk.does(counted(IN_BOX));
    expect(desk.refusal(booked("over", 0))).toEqual(none);
    desk.does(counted(IN_BOX - 5));
    desk.does(booked("short", 5));
    expect(desk.refusal(booked("short", 5))).toEqual(none);
  });

  test("C02: a count may be taken back by counting again, before it is booked", () => {
    const desk = openCashDesk();
    desk.does(counted(IN_BOX - 5));

    desk.does(counted(IN_BOX));

    expect(desk.status()).toBe("balanced");
    expect(desk.books().find("branchBalance", "cash-short")).toBeUndefined();
  });
});
