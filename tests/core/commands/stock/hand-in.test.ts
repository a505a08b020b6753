import { describe, expect, test } from "vitest";
import { openStockDesk, requests, run } from "./stock-requests.ts";

describe("handing pieces in (8001, 上缴)", () => {
  test("V02, V07: the highest pieces go back, and the box goes on from its next one", () => {
    const desk = openStockDesk();
    const next = desk.nextPiece("password-card");

    const { decision, batch } = desk.does(requests.giveIn(10));

    expect(decision.level).toBe("A1");
    expect(batch.approvers).toEqual(["0002"]);
    expect(desk.ranges("0001")).toEqual([run(1, 30)]);
    expect(desk.ranges("vault")).toEqual([run(31, 100)]);
    expect(desk.nextPiece("password-card")).toBe(next);
    expect(decision.outcome.facts).toEqual([
      { name: "action", kind: "term", term: "action.give-in" },
      { name: "voucher", kind: "term", term: "voucher.password-card" },
      { name: "pieces", kind: "text", text: "10" },
      { name: "firstSerial", kind: "text", text: run(31).first },
      { name: "lastSerial", kind: "text", text: run(40).last },
    ]);
  });

  test("V05: gives the last piece of the box, and not one more", () => {
    const desk = openStockDesk();

    expect(desk.refusal(requests.giveIn(41))).toEqual({ code: "voucher.box-short", left: 40 });
    desk.does(requests.giveIn(40));
    expect(desk.ranges("0001")).toEqual([]);
    expect(desk.refusal(requests.giveIn(1))).toEqual({ code: "voucher.box-short", left: 0 });
  });

  test("V05: what was drawn and handed in again stands in both columns of the day", () => {
    const desk = openStockDesk();

    desk.does(requests.draw(5));
    desk.does(requests.giveIn(5));

    expect(desk.hand("0001")?.day).toMatchObject({
      received: [run(1, 45)],
      handedOver: [run(41, 45)],
    });
    expect(desk.hand("vault")?.day).toMatchObject({
      received: [run(1, 100), run(41, 45)],
      handedOver: [run(1, 45)],
    });
  });

  test("C06, V05: a reversal of either takes its original out of the day again", () => {
    const desk = openStockDesk();
    const before = [desk.hand("0001"), desk.hand("vault")];

    for (const request of [requests.draw(5), requests.giveIn(5)]) {
      const { batch } = desk.does(request);
      desk.does({
        code: "1106",
        input: { sequence: batch.sequence, part: "whole", reason: "keyed-twice", words: "重复" },
      });
      expect([desk.hand("0001"), desk.hand("vault")]).toEqual(before);
    }
  });

  test("C06: a return is not undone once the vault gave one of its pieces out", () => {
    const desk = openStockDesk();
    const { batch } = desk.does(requests.giveIn(10));
    desk.does(requests.draw(1));

    const undo = desk.refusal({
      code: "1106",
      input: { sequence: batch.sequence, part: "whole", reason: "other", words: "不该上缴" },
    });

    expect(undo).toEqual({ code: "reversal.pieces-gone", ...run(31, 40) });
  });

  test("V05: a day ends with what the next one begins with", () => {
    const desk = openStockDesk();
    desk.does(requests.giveIn(10));
    desk.at("2026-03-19 09:00:00");

    desk.does(requests.giveIn(1));

    expect(desk.hand("0001")?.day).toEqual({
      date: "2026-03-19",
      opening: [run(1, 30)],
      ...{ received: [], used: [], voided: [], lost: [] },
      handedOver: [run(30)],
    });
  });
});
