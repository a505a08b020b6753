import { describe, expect, test } from "vitest";
import { openStockDesk, requests, run } from "./stock-requests.ts";

const other = "0002";

describe("pieces from box to box (8002)", () => {
  test("V07: both sign: only the word of whoever takes them over counts", () => {
    const desk = openStockDesk();
    const request = requests.handOver({ to: other, count: 10 });

    expect(desk.ask(request, "0100")).toEqual({
      ok: false,
      refusal: { code: "authorisation.only-by", people: [other] },
    });
    expect(desk.ask(request, "0900").ok).toBe(false);
    const { decision, batch } = desk.does(request);

    expect(decision).toMatchObject({ level: "A1", onlyBy: [other] });
    expect(batch.approvers).toEqual([other]);
    expect(desk.ranges("0001")).toEqual([run(1, 30)]);
    expect(desk.ranges(other)).toEqual([run(31, 40)]);
  });

  test("V05: gives the last piece of the box, and not one more", () => {
    const desk = openStockDesk();

    expect(desk.refusal(requests.handOver({ to: other, count: 41 }))).toEqual({
      code: "voucher.box-short",
      left: 40,
    });
    desk.does(requests.handOver({ to: other, count: 40 }));
    expect(desk.ranges("0001")).toEqual([]);
  });

  test.each(["0001", "0100", "0700", "0300", "9999"])(
    "V07: %s takes nothing over: not oneself, and only another teller of this branch",
    (to) => {
      const desk = openStockDesk();

      expect(desk.refusal(requests.handOver({ to, count: 1 }))).toEqual({
        code: "voucher.no-receiver",
        teller: to,
      });
    },
  );
});

describe("pieces that lie in the wrong hand (8002)", () => {
  const misplaced = { way: "out", other, ranges: [run(40)] } as const;

  test("V05: are booked into the hand that both counts of today found them in", () => {
    const desk = openStockDesk();
    desk.does(requests.counted([run(1, 39)]));
    desk.seat(other);
    desk.doesWith(requests.counted([run(40)], other), "0001");
    desk.seat("0001");

    const { decision } = desk.does(requests.setRight(misplaced));

    expect(decision).toMatchObject({ level: "A1", onlyBy: [other] });
    expect(desk.ranges("0001")).toEqual([run(1, 39)]);
    expect(desk.ranges(other)).toEqual([run(40)]);
    expect(desk.hand("0001")?.count).toMatchObject({ missing: [], surplus: [] });
    expect(desk.hand(other)?.count).toMatchObject({ missing: [], surplus: [] });
  });

  test("V05: come out of the vault too, where it gave out the wrong ones", () => {
    const desk = openStockDesk();
    desk.does(requests.counted([run(1, 40), run(100)]));
    desk.does(requests.counted([run(41, 99)], "vault"));

    desk.does(requests.setRight({ way: "in", other: "vault", ranges: [run(100)] }));

    expect(desk.ranges("0001")).toEqual([run(1, 40), run(100)]);
    expect(desk.ranges("vault")).toEqual([run(41, 99)]);
  });

  test("V05: are not moved on counts of yesterday", () => {
    const desk = openStockDesk();
    desk.does(requests.counted([run(1, 40), run(100)]));
    desk.does(requests.counted([run(41, 99)], "vault"));
    desk.at("2026-03-19 09:00:00");

    expect(
      desk.refusal(requests.setRight({ way: "in", other: "vault", ranges: [run(100)] })),
    ).toEqual({ code: "voucher.not-misplaced", ...run(100) });
  });

  test("V05: are not moved by one count alone, nor by none", () => {
    const desk = openStockDesk();
    const refusal = { code: "voucher.not-misplaced", ...run(40) };

    expect(desk.refusal(requests.setRight(misplaced))).toEqual(refusal);
    desk.does(requests.counted([run(1, 39)]));
    expect(desk.refusal(requests.setRight(misplaced))).toEqual(refusal);
  });
});
