import { describe, expect, test } from "vitest";
import { stockNotSettled } from "#core/voucher/not-settled.ts";
import { openStockDesk, requests, run, type StockDesk } from "./stock-requests.ts";

const open = (desk: StockDesk) =>
  stockNotSettled(desk.books(), desk.context().today).filter(
    ({ which }) => which === "password-card",
  );
const counts = { whose: "0001", which: "password-card" } as const;

describe("counting blank pieces (8005)", () => {
  test("V05: is blind: what should be there stands on the paper alone, after it is posted", () => {
    const desk = openStockDesk();
    const request = requests.counted([run(1, 38), run(45)]);
    const preview = desk.preview(request);
    const shown = [
      { name: "stockHolder", kind: "text", text: "0001" },
      { name: "voucher", kind: "term", term: "voucher.password-card" },
      { name: "pieces", kind: "text", text: "39" },
      { name: "serials", kind: "text", text: `${run(1).first}–${run(38).last} (38)` },
      { name: "serials", kind: "text", text: run(45).first },
    ];

    const { decision, batch } = desk.does(request);

    expect(preview.ok && preview.value.outcome.facts).toEqual(shown);
    expect(decision.level).toBe("A1");
    const paper = batch.entries.flatMap((entry) =>
      entry.type === "slip.issued" ? entry.slip.facts : [],
    );
    expect(paper.slice(shown.length)).toEqual([
      { name: "expected", kind: "text", text: "40" },
      { name: "missing", kind: "text", text: "2" },
      { name: "missingSerials", kind: "text", text: `${run(39).first}–${run(40).last} (2)` },
      { name: "surplus", kind: "text", text: "1" },
      { name: "surplusSerials", kind: "text", text: run(45).first },
      { name: "note", kind: "term", term: "note.stock-differs" },
    ]);
  });

  test("V05: a count that agrees says so", () => {
    const desk = openStockDesk();
    const { batch } = desk.does(requests.counted([run(21, 40), run(1, 20)]));

    const [slip] = batch.entries.flatMap((entry) =>
      entry.type === "slip.issued" ? [entry.slip] : [],
    );
    expect(slip?.facts).toContainEqual({
      name: "note",
      kind: "term",
      term: "note.stock-agrees",
    });
    expect(desk.hand("0001")?.count).toEqual({
      ...{ date: "2026-03-18", pieces: 40, missing: [], surplus: [] },
    });
  });

  test("V05: one piece less or one more is a difference, by its number", () => {
    const desk = openStockDesk();

    desk.does(requests.counted([run(1, 39)]));
    expect(desk.hand("0001")?.count).toMatchObject({ missing: [run(40)], surplus: [] });
    desk.does(requests.counted([run(1, 41)]));
    expect(desk.hand("0001")?.count).toMatchObject({ missing: [], surplus: [run(41)] });
    desk.does(requests.counted([]));
    expect(desk.hand("0001")?.count).toMatchObject({ pieces: 0, missing: [run(1, 40)] });
  });

  test("V05: of the vault one counter is a supervisor, whoever keys it", () => {
    const desk = openStockDesk();
    const request = requests.counted([run(41, 100)], "vault");

    expect(desk.preview(request)).toMatchObject({ value: { level: "A2" } });
    desk.seat("0100");
    expect(desk.preview(request)).toMatchObject({ value: { level: "A1" } });
  });

  test("V05: another teller's box is counted by a supervisor, not by a colleague", () => {
    const desk = openStockDesk();
    desk.seat("0002");
    const request = requests.counted([run(1, 40)], "0001");

    expect(desk.refusal(request)).toEqual({ code: "voucher.not-yours", holder: "0001" });
    desk.seat("0101");
    expect(desk.refusal(request)).toBeUndefined();
  });

  test("V05: a number that is named twice is refused before anything is compared", () => {
    const desk = openStockDesk();

    expect(desk.refusal(requests.counted([run(2, 5), run(1, 2)]))).toEqual({
      code: "voucher.named-twice",
      serial: run(2).first,
    });
  });

  test("V05: the highest number there is can be counted", () => {
    const desk = openStockDesk();
    const last = { first: "999999999998", last: "999999999999" };

    desk.does(requests.counted([run(1, 40), last]));

    expect(desk.hand("0001")?.count?.surplus).toEqual([last]);
  });
});

describe("what of blank pieces keeps the day open", () => {
  test("V05: hands in which pieces moved, and the vault, until each is counted", () => {
    const desk = openStockDesk();
    expect(open(desk)).toEqual([
      { what: "stock-uncounted", ...counts },
      { what: "stock-uncounted", whose: "vault", which: "password-card" },
    ]);

    desk.does(requests.counted([run(1, 40)]));
    desk.does(requests.counted([run(41, 100)], "vault"));

    expect(open(desk)).toEqual([]);
  });

  test("V05: what was counted and moved since is counted again", () => {
    const desk = openStockDesk();
    desk.does(requests.counted([run(1, 40)]));
    desk.does(desk.issueCard("k-1", {}));

    expect(open(desk)).toContainEqual({ what: "stock-uncounted", ...counts });
  });

  test("V05, V09: a difference is open until what is missing is registered as lost", () => {
    const desk = openStockDesk();
    desk.does(requests.counted([run(1, 38)]));
    expect(open(desk)).toContainEqual({ what: "stock-difference", ...counts });

    desk.does(requests.lost({ holder: "0001", ranges: [run(39)] }));
    expect(open(desk)).toContainEqual({ what: "stock-difference", ...counts });
    desk.does(requests.lost({ holder: "0001", ranges: [run(40)] }));

    expect(open(desk).filter(({ whose }) => whose === "0001")).toEqual([]);
  });

  test("V05: on another day it is counted again: the vault always, a box while its teller works", () => {
    const desk = openStockDesk();
    desk.does(requests.counted([run(1, 40)]));
    desk.does(requests.counted([run(41, 100)], "vault"));
    desk.at("2026-03-19 09:00:00");
    const vault = { what: "stock-uncounted", whose: "vault", which: "password-card" };

    expect(open(desk)).toEqual([vault]);
    desk.post([{ type: "teller.signed-on", teller: "0001" }]);
    expect(open(desk)).toEqual([{ what: "stock-uncounted", ...counts }, vault]);
  });
});
