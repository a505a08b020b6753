import { beforeEach, describe, expect, test } from "vitest";
import type { RawRequest } from "#tests/support/counter.ts";
import { type FreezeDesk, openFreezeDesk, orderOf, papersOf } from "#tests/support/freeze-desk.ts";

let desk: FreezeDesk;
beforeEach(() => {
  desk = openFreezeDesk();
});

/** The measure and its object on the receipt of a request that is carried out now. */
function stated(request: RawRequest) {
  const { facts } = desk.does(request).decision.outcome;
  return facts.flatMap((fact) =>
    fact.kind === "term" && fact.name.startsWith("measure") ? [fact.term] : [],
  );
}

describe("F17: the receipt states the measure and its object", () => {
  test("01 where money is frozen, 03 where the order waits for it, 05 where it waits no more", () => {
    const police = orderOf(1, {
      papers: papersOf("police"),
      term: { unit: "months", count: 6 },
    });

    expect(stated({ code: "6001", input: orderOf(10_000_00) })).toEqual([
      "measure.01",
      "measure-object.1",
    ]);
    expect(stated({ code: "6003", input: police })).toEqual(["measure.03", "measure-object.1"]);
    expect(stated({ code: "6005", input: { order: "f-2", papers: papersOf("police") } })).toEqual([
      "measure.05",
      "measure-object.1",
    ]);
  });

  test("02 where it is renewed, 04 where it is released in part, 06 where money is taken", () => {
    const order = desk.freeze(orderOf(10_000_00));

    expect(stated(desk.renew(order, { unit: "months", count: 6 }))).toContain("measure.02");
    expect(stated(desk.release(order, "court", 1))).toContain("measure.04");
    expect(stated(desk.deduct(order, 1))).toContain("measure.06");
  });

  test("object 2 where the whole account is frozen, or stopped", () => {
    const scope = { type: "account", block: "full" } as const;
    const papers = papersOf("emergency-stop");
    const input = { action: "stop", account: "a-1", papers, block: "debit" } as const;

    expect(stated({ code: "6001", input: orderOf(1, { scope }) })).toEqual([
      "measure.01",
      "measure-object.2",
    ]);
    expect(stated({ code: "6007", input })).toEqual(["measure.01", "measure-object.2"]);
  });

  test("none where an organ only asked", () => {
    const input = { customer: "c-1", papers: papersOf("court"), asked: "余额" };

    expect(stated({ code: "6012", input })).toEqual([]);
  });
});
