import { describe, expect, test } from "vitest";
import { openStockDesk, requests, run } from "./stock-requests.ts";

const cards = [{ first: "020000009001", last: "020000009100" }];

describe("between the branch and the central store (8009)", () => {
  test("V03, V07: a delivery goes into the vault, counted by two, on its note", () => {
    const desk = openStockDesk();

    const { decision, batch } = desk.does(requests.received(cards, "card"));

    expect(decision.level).toBe("A1");
    expect(batch.approvers).toEqual(["0002"]);
    expect(desk.see("stock", "card:vault").ranges).toEqual(cards);
    expect(decision.outcome.facts).toContainEqual({
      name: "deliveryNote",
      kind: "text",
      text: "调字第1号",
    });
  });

  test("V05: no piece comes twice, wherever it is", () => {
    const desk = openStockDesk();
    desk.does(requests.received(cards, "card"));

    expect(
      desk.refusal(requests.received([{ first: "020000009100", last: "020000009101" }], "card")),
    ).toEqual({
      code: "voucher.already-here",
      ...{ first: "020000009100", last: "020000009100", holder: "vault" },
    });
    expect(
      desk.refusal(requests.received([{ first: "020000009101", last: "020000009101" }], "card")),
    ).toBeUndefined();
  });

  test("V03: password cards come by the stock file of their batch, and by nothing else", () => {
    const desk = openStockDesk();

    expect(desk.refusal(requests.received([run(101, 110)]))).toEqual({
      code: "voucher.comes-by-batch",
      ...run(101, 110),
    });
  });

  test("V07: what was shipped back is in no hand, and may come again", () => {
    const desk = openStockDesk();

    desk.does(requests.shipped([run(91, 100)]));
    expect(desk.ranges("vault")).toEqual([run(41, 90)]);
    expect(desk.ranges("shipped")).toEqual([run(91, 100)]);
    expect(desk.refusal(requests.draw(51))).toEqual({ code: "voucher.vault-short", left: 50 });
    desk.does(requests.received([run(95, 96)]));

    expect(desk.ranges("vault")).toEqual([run(41, 90), run(95, 96)]);
    expect(desk.ranges("shipped")).toEqual([run(91, 94), run(97, 100)]);
  });

  test("V07: only what the vault or the void pile has is shipped", () => {
    const desk = openStockDesk();

    expect(desk.refusal(requests.shipped([run(40)]))).toEqual({
      code: "voucher.not-held",
      ...run(40),
    });
    expect(desk.refusal(requests.shipped([run(41)]))).toBeUndefined();
    expect(desk.refusal(requests.shipped([run(41)], "voided"))).toMatchObject({
      code: "voucher.not-held",
    });
  });
});

describe("destroying void pieces (8010)", () => {
  test("V04: before two people, one of them a supervisor; the slip lists every number", () => {
    const desk = openStockDesk();
    desk.does(requests.voided([run(3), run(10, 12)]));
    desk.seat("0100");

    const { decision, batch } = desk.does(requests.destroyed([run(10, 12), run(3)]));

    expect(decision.level).toBe("A2");
    expect(batch.approvers).toEqual(["0101"]);
    expect(desk.ranges("voided")).toEqual([]);
    expect(desk.ranges("destroyed")).toEqual([run(3), run(10, 12)]);
    expect(decision.outcome.facts.filter(({ name }) => name === "serials")).toEqual([
      { name: "serials", kind: "text", text: run(3).first },
      { name: "serials", kind: "text", text: `${run(10).first}–${run(12).last} (3)` },
    ]);
  });

  test("V04: nothing is destroyed that is not void, and nothing twice", () => {
    const desk = openStockDesk();
    desk.does(requests.voided([run(3)]));
    desk.seat("0100");

    expect(desk.refusal(requests.destroyed([run(3, 4)]))).toEqual({
      code: "voucher.not-held",
      ...run(4),
    });
    desk.does(requests.destroyed([run(3)]));
    expect(desk.refusal(requests.destroyed([run(3)]))).toEqual({
      code: "voucher.not-held",
      ...run(3),
    });
  });

  test("V10: a made card that nobody came for is destroyed after ninety days, not on the ninetieth", () => {
    const desk = openStockDesk();
    desk.does(desk.formal("k-1", { numbering: "same" }));
    const { number } = desk.see("lossCase", "02002603180001");
    desk.does({ code: "8006", input: { step: "order", lossCase: number } });
    desk.does({ code: "8006", input: { step: "arrive", order: "o-1", custodian: "0002" } });
    const request = { code: "8010", input: { what: "unclaimed", orders: ["o-1"] } } as const;
    desk.seat("0100");

    desk.at("2026-06-16 09:00:00");
    expect(desk.refusal(request)).toEqual({ code: "voucher.not-unclaimed", order: "o-1" });
    desk.at("2026-06-17 09:00:00");
    desk.does(request);

    const { status, newCard } = desk.see("order", "o-1");
    expect(status).toBe("voided");
    expect(desk.see("card", newCard ?? "").life).toBe("void");
    expect(desk.refusal(request)).toEqual({ code: "voucher.not-unclaimed", order: "o-1" });
  });
});
