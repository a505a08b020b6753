import { describe, expect, test } from "vitest";
import { handed, IN_BOX, openCashDesk, opened } from "#tests/support/cash-desk.ts";

function bothOpen() {
  const desk = openCashDesk();
  desk.seat("0002");
  desk.does(opened(0));
  desk.seat("0001");
  return desk;
}

describe("1102: cash to another teller", () => {
  test("C01: is there when the receiving teller says so, and nobody else", () => {
    const desk = bothOpen();
    const request = handed("0002", 3_000_00);

    expect(desk.ask(request, "0100")).toMatchObject({ ok: false });
    desk.does(request);

    expect([desk.held("0001"), desk.held("0002")]).toEqual([IN_BOX - 3_000_00, 3_000_00]);
    expect(desk.cashDay("0001")).toMatchObject({ transfersOut: 3_000_00 });
    expect(desk.cashDay("0002")).toMatchObject({ transfersIn: 3_000_00, receipts: 0 });
  });

  test("C01: is never more than the box holds, nor nothing, nor to oneself", () => {
    const desk = bothOpen();

    expect(desk.preview(handed("0002", IN_BOX)).ok).toBe(true);
    expect(desk.refusal(handed("0002", IN_BOX + 1))).toEqual({
      code: "amount.box-short",
      held: IN_BOX,
    });
    expect(desk.refusal(handed("0002", 0))).toEqual({ code: "amount.zero" });
    expect(desk.refusal(handed("0001", 1))).toEqual({ code: "cash.same-box" });
  });

  test("5.6: needs both boxes open", () => {
    const desk = openCashDesk();

    expect(desk.refusal(handed("0002", 1))).toEqual({ code: "box.not-open", box: "0002" });
    expect(desk.refusal(handed("0100", 1))).toEqual({ code: "box.not-open", box: "0100" });
    expect(desk.refusal(handed("9999", 1))).toEqual({ code: "box.not-open", box: "9999" });
  });
});
