import { describe, expect, test } from "vitest";
import { counted, DAY, IN_BOX, openCashDesk, opened } from "#tests/support/cash-desk.ts";
import { openReversalDesk, reversalOf } from "#tests/support/reversal-desk.ts";

describe("a box that is not open", () => {
  test("5.6: neither takes in cash nor pays any out, nor moves a transfer or a piece", () => {
    const desk = openCashDesk();
    desk.does(counted(IN_BOX));
    const shut = { code: "box.counted", box: "0001" };

    expect(desk.refusal(desk.deposit())).toEqual(shut);
    expect(desk.refusal(desk.payOut("k-1"))).toEqual(shut);
    expect(desk.refusal(desk.toNeighbour())).toEqual(shut);
    desk.does(opened());
    expect(desk.preview(desk.deposit()).ok).toBe(true);
  });

  test("5.6: takes no fee, though nothing else of a report concerns it", () => {
    const desk = openCashDesk();
    desk.seat("0002");
    const shut = { code: "box.not-open", box: "0002" };

    expect(desk.refusal(desk.formal("k-1", { fee: "cash" }))).toEqual(shut);
    expect(desk.refusal(desk.formal("k-1", { fee: "account" }))).toEqual(shut);
    expect(desk.preview(desk.oral("k-1")).ok).toBe(true);
  });

  test("5.6: gives nothing back for a reversal either, whoever keys it", () => {
    const desk = openCashDesk();
    const done = desk.does(desk.deposit({ amount: 5_00 }));
    desk.does(counted(IN_BOX + 5_00));
    desk.seat("0002");

    expect(desk.refusal(reversalOf(done))).toEqual({ code: "box.counted", box: "0001" });
    desk.seat("0001");
    desk.does(opened());
    desk.seat("0002");
    expect(desk.preview(reversalOf(done)).ok).toBe(true);
  });

  test("5.6: neither gives a blank piece nor takes one, whatever the vault's cash is like", () => {
    const desk = openCashDesk();
    const draw = { code: "8001", input: { kind: "password-card", count: 1 } } as const;
    desk.does(counted(1, "vault"));

    desk.does(draw);
    desk.does(counted(IN_BOX));

    expect(desk.refusal(draw)).toEqual({ code: "box.counted", box: "0001" });
  });

  test("5.6: is no matter where the branch has no days", () => {
    const desk = openReversalDesk();

    expect(desk.preview(desk.deposit()).ok).toBe(true);
    desk.post([{ type: "day.opened", date: DAY }]);
    expect(desk.refusal(desk.deposit())).toEqual({ code: "box.not-open", box: "0001" });
  });
});
