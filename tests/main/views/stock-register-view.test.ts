import { describe, expect, test } from "vitest";
import { StockRegisterView } from "#core/contract/stock-view.ts";
import { known } from "#core/kernel/assert.ts";
import { stockRegister } from "#main/views/stock-register-view.ts";
import {
  openStockDesk,
  requests,
  run,
  type StockDesk,
} from "#tests/core/commands/stock/stock-requests.ts";

function seenBy(desk: StockDesk, id: string): StockRegisterView {
  const { today, parameters } = desk.context();
  const teller = known(desk.books().find("teller", id), "somebody looks");
  return StockRegisterView.parse(stockRegister(desk.books(), teller, { today, parameters }));
}
const hands = (view: StockRegisterView) =>
  view.hands.filter(({ kind }) => kind === "password-card").map(({ holder }) => holder);

describe("8011 blank stock", () => {
  test("V05: shows a hand's day in pieces and runs", () => {
    const desk = openStockDesk();
    desk.does(requests.voided([run(1, 2)]));
    desk.does(requests.counted([run(3, 39)]));

    const box = seenBy(desk, "0001").hands.find(({ id }) => id === "password-card:0001");

    expect(box).toMatchObject({
      ...{ holder: "0001", name: "柜员1", state: "difference" },
      opening: { pieces: 0 },
      received: { pieces: 40, ranges: [run(1, 40)] },
      voided: { pieces: 2, ranges: [run(1, 2)] },
      held: { pieces: 38, ranges: [run(3, 40)] },
      count: { pieces: 37, missing: { pieces: 1, ranges: [run(40)] }, surplus: { pieces: 0 } },
    });
  });

  test("R23: a teller sees the own box and what the branch keeps; whoever leads or audits, all", () => {
    const desk = openStockDesk();
    desk.does(requests.handOver({ to: "0002", count: 1 }));
    desk.does(requests.lost({ holder: "0001", ranges: [run(1)] }));

    expect(hands(seenBy(desk, "0002"))).toEqual(["vault", "0002", "lost"]);
    for (const id of ["0100", "0900", "0700"]) {
      expect(hands(seenBy(desk, id))).toEqual(["vault", "0001", "0002", "lost"]);
    }
  });

  test("V05: yesterday's movements are over: a day begins with what is held", () => {
    const desk = openStockDesk();
    desk.does(requests.voided([run(1, 2)]));
    desk.at("2026-03-19 09:00:00");

    const box = seenBy(desk, "0001").hands.find(({ id }) => id === "password-card:0001");

    expect(box).toMatchObject({
      opening: { pieces: 38 },
      voided: { pieces: 0, ranges: [] },
      held: { pieces: 38 },
    });
    expect(box?.count).toBeUndefined();
  });

  test("V07: pieces are handed over to tellers of this branch alone", () => {
    expect(seenBy(openStockDesk(), "0001").tellers.map(({ id }) => id)).toEqual(["0001", "0002"]);
  });
});
