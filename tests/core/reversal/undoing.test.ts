import { describe, expect, test } from "vitest";
import { commands } from "#core/commands/commands.ts";
import { undoableParts } from "#core/reversal/undoable.ts";
import { undoings } from "#core/reversal/undoing.ts";

describe("how a transaction is undone", () => {
  test("C06: is said of every transaction there is, and an opposite is one of them", () => {
    const opposites = Object.values(undoings).flatMap((undoing) =>
      undoing.by === "opposite" ? [undoing.opposite] : [],
    );

    expect(Object.keys(undoings).sort()).toEqual(Object.keys(commands).sort());
    expect(opposites.filter((code) => !(code in commands))).toEqual([]);
  });

  test("R08: money and blank pieces alone go back by 1106", () => {
    const codes = Object.entries(undoings).flatMap(([code, { by }]) =>
      by === "reversal" ? [code] : [],
    );

    expect(codes).toEqual(["1101", "1102", "3011", "3012", "3013", "8001", "9007"]);
  });

  test("F07: nothing done to an order of the state is undone without the organ", () => {
    const orders = ["6001", "6002", "6003", "6004", "6005", "6006", "6007", "6012"] as const;

    expect(orders.filter((code) => undoings[code].by === "reversal")).toEqual([]);
  });
});

describe("what of a posting can be undone", () => {
  const fee = { type: "money.posted", memo: "fee", postings: [] } as never;
  const word = { type: "authorisation.given" } as never;
  const refused = { type: "request.refused", refusal: "amount.zero" } as never;

  test("C06: the whole, the fee alone, or nothing", () => {
    expect(undoableParts({ code: "3011", entries: [] })).toEqual(["whole"]);
    expect(undoableParts({ code: "4002", entries: [fee] })).toEqual(["fee"]);
    expect(undoableParts({ code: "4002", entries: [] })).toEqual([]);
    expect(undoableParts({ code: "1106", entries: [fee] })).toEqual([]);
    expect(undoableParts({ code: "system", entries: [] })).toEqual([]);
  });

  test("C05: nothing of what was refused, or of a word given beforehand", () => {
    expect(undoableParts({ code: "3011", entries: [refused] })).toEqual([]);
    expect(undoableParts({ code: "3011", entries: [word] })).toEqual([]);
  });
});
