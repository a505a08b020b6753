import { describe, expect, test } from "vitest";
import { openStockDesk, requests, run } from "./stock-requests.ts";

describe("voiding pieces (8003)", () => {
  test("V04: any piece of the box may be damaged; it leaves, and the order of the rest stays", () => {
    const desk = openStockDesk();

    const { decision, batch } = desk.does(requests.voided([run(3), run(10, 12)]));

    expect(decision.level).toBe("A2");
    expect(batch.approvers).toEqual(["0100"]);
    expect(desk.ranges("0001")).toEqual([run(1, 2), run(4, 9), run(13, 40)]);
    expect(desk.ranges("voided")).toEqual([run(3), run(10, 12)]);
    expect(desk.nextPiece("password-card")).toBe(run(1).first);
    expect(desk.hand("0001")?.day?.voided).toEqual([run(3), run(10, 12)]);
  });

  test("V02: the next piece is voided, and the one after it is next", () => {
    const desk = openStockDesk();

    desk.does(requests.voided([run(1)]));

    expect(desk.nextPiece("password-card")).toBe(run(2).first);
  });

  test("V04: pieces that are not in the hand, or named twice, are refused by their numbers", () => {
    const desk = openStockDesk();

    expect(desk.refusal(requests.voided([run(40, 41)]))).toEqual({
      code: "voucher.not-held",
      ...run(41),
    });
    expect(desk.refusal(requests.voided([run(40)]))).toBeUndefined();
    expect(desk.refusal(requests.voided([run(1, 5), run(5)]))).toEqual({
      code: "voucher.named-twice",
      serial: run(5).first,
    });
  });

  test("V04: another teller's box is only their own business, and a supervisor's", () => {
    const desk = openStockDesk();
    desk.seat("0002");
    const request = requests.voided([run(1)]);

    expect(desk.refusal(request)).toEqual({ code: "voucher.not-yours", holder: "0001" });
    desk.seat("0100");
    expect(desk.refusal(request)).toBeUndefined();
  });

  test("V04: a void piece stays void: it is neither used, nor drawn, nor undone", () => {
    const desk = openStockDesk();
    const { batch } = desk.does(requests.voided([run(1)]));

    expect(desk.run(desk.issueCard("k-1", { serial: run(1).first }))).toMatchObject({ ok: false });
    expect(
      desk.refusal({
        code: "1106",
        input: { sequence: batch.sequence, part: "whole", reason: "other", words: "弄错" },
      }),
    ).toEqual({ code: "reversal.stands", why: "piece-void" });
  });
});

describe("lost pieces (8004)", () => {
  test("V09: are blocked at once: no command can use, draw, hand over or void them", () => {
    const desk = openStockDesk();
    const { decision, batch } = desk.does(requests.lost({ holder: "0001", ranges: [run(1, 2)] }));

    expect(decision.level).toBe("A3");
    expect(batch.approvers).toEqual(["0900"]);
    expect(desk.ranges("lost")).toEqual([run(1, 2)]);
    expect(desk.nextPiece("password-card")).toBe(run(3).first);
    expect(desk.refusal(desk.issueCard("k-1", { serial: run(1).first }))).toMatchObject({
      code: "voucher.not-next",
      next: run(3).first,
    });
    expect(desk.refusal(requests.giveIn(39))).toEqual({ code: "voucher.box-short", left: 38 });
    expect(desk.refusal(requests.voided([run(2, 3)]))).toEqual({
      code: "voucher.not-held",
      ...run(2),
    });
    expect(desk.refusal(requests.received([run(1)]))).toMatchObject({
      code: "voucher.already-here",
      holder: "lost",
    });
  });

  test("V09: one that turns up again is void, and never comes back into a box", () => {
    const desk = openStockDesk();
    desk.does(requests.lost({ holder: "0001", ranges: [run(1, 2)] }));

    const { decision } = desk.does(requests.found([run(2)]));

    expect(decision.level).toBe("A3");
    expect(desk.ranges("lost")).toEqual([run(1)]);
    expect(desk.ranges("voided")).toEqual([run(2)]);
    expect(desk.nextPiece("password-card")).toBe(run(3).first);
  });

  test("V09: what nobody lost, or what is in another hand, cannot be found", () => {
    const desk = openStockDesk();

    for (const known of [run(1), run(41), run(101)]) {
      expect(desk.refusal(requests.found([known]))).toEqual({ code: "voucher.not-lost", ...known });
    }
  });

  test("V05, V09: a piece that no book had is found once two people counted it, and is void", () => {
    const desk = openStockDesk();
    desk.does(requests.counted([run(1, 40), run(101, 102)]));

    desk.does(requests.found([run(101)]));

    expect(desk.ranges("voided")).toEqual([run(101)]);
    expect(desk.hand("0001")?.count?.surplus).toEqual([run(102)]);
    expect(desk.ranges("0001")).toEqual([run(1, 40)]);
  });

  test("V09: a supervisor registers what a colleague's box lacks; a teller only the own", () => {
    const desk = openStockDesk();
    const request = requests.lost({ holder: "0001", ranges: [run(7)] });
    desk.seat("0002");
    expect(desk.refusal(request)).toEqual({ code: "voucher.not-yours", holder: "0001" });

    desk.seat("0101");
    desk.doesWith(request, "0900");

    expect(desk.ranges("lost")).toEqual([run(7)]);
  });
});
