import { beforeEach, describe, expect, test } from "vitest";
import { officerFact, textFact } from "#core/slip/facts.ts";
import { maskedFacts } from "#core/slip/masked-facts.ts";
import type { Fact } from "#core/slip/slip.ts";
import type { RawRequest } from "#tests/support/counter.ts";
import { type FreezeDesk, openFreezeDesk, orderOf, papersOf } from "#tests/support/freeze-desk.ts";

let desk: FreezeDesk;
beforeEach(() => {
  desk = openFreezeDesk();
});

/** What a posting shows at the desk, and what its paper bears. */
function bothSides(request: RawRequest): {
  readonly shown: readonly Fact[];
  readonly paper: readonly Fact[];
} {
  const { decision, batch } = desk.does(request);
  const paper = batch.entries.flatMap((entry) =>
    entry.type === "slip.issued" ? entry.slip.facts : [],
  );
  return { shown: decision.outcome.facts, paper };
}
const officers = [
  officerFact("officer", { name: "经办甲", permit: "京A0001" }),
  officerFact("officer", { name: "经办乙", permit: "京A0002" }),
];

describe("the organ's receipt as evidence (F16)", () => {
  test("bears account and holder's document in full; the desk and lists show them masked", () => {
    const { number } = desk.see("account", "a-1");
    const { documentNumber } = desk.see("customer", "c-1");

    const { shown, paper } = bothSides({ code: "6001", input: orderOf(1_00) });

    const inFull = [textFact("account", number), textFact("document", documentNumber)];
    expect(paper).toEqual(expect.arrayContaining([...inFull, textFact("customer", "顾客1")]));
    for (const said of [JSON.stringify(shown), JSON.stringify(maskedFacts(paper))]) {
      expect(said).not.toContain(number);
      expect(said).not.toContain(documentNumber);
    }
    expect(shown.filter(({ name }) => name === "account" || name === "document")).toHaveLength(2);
  });

  test("names both officers with their permits, at the desk too, for whoever agrees compares them", () => {
    const { shown, paper } = bothSides({ code: "6001", input: orderOf(1_00) });

    expect(paper).toEqual(expect.arrayContaining(officers));
    expect(shown).toEqual(expect.arrayContaining(officers));
  });

  test("of a measure on an order names the document of that order beside its own", () => {
    const papers = papersOf("court", { documentNumber: "（2026）京01执7号" });
    const order = desk.freeze(orderOf(6_000_00, { papers }));
    const original = textFact("orderDocument", "（2026）京01执7号");

    for (const request of [
      desk.renew(order, { unit: "months", count: 6 }),
      desk.deduct(order, 1_00),
      desk.release(order, "court", 1_00),
      desk.release(order),
    ]) {
      expect(bothSides(request).paper).toContainEqual(original);
    }
    const { paper } = bothSides({ code: "6001", input: orderOf(1_00) });
    expect(paper.map(({ name }) => name)).not.toContain("orderDocument");
  });

  test("F15: of a query names the holder by the document too", () => {
    const { documentNumber } = desk.see("customer", "c-1");
    const input = { customer: "c-1", papers: papersOf("court"), asked: "余额" };

    const { shown, paper } = bothSides({ code: "6012", input });

    expect(paper).toContainEqual(textFact("document", documentNumber));
    expect(JSON.stringify(shown)).not.toContain(documentNumber);
  });

  test("K09: in a list of slips has every number masked", () => {
    const { number } = desk.see("account", "a-1");
    const { documentNumber } = desk.see("customer", "c-1");
    const { paper, shown } = bothSides({ code: "6001", input: orderOf(1_00) });

    const listed = maskedFacts(paper);

    expect(JSON.stringify(listed)).not.toMatch(new RegExp(`${number}|${documentNumber}|京A000`));
    expect(listed).toContainEqual(officerFact("officer", { name: "经办甲", permit: "****01" }));
    const masked = (facts: readonly Fact[]) =>
      facts.filter(({ name }) => name === "account" || name === "document");
    expect(masked(listed)).toEqual(masked(shown));
    expect(maskedFacts(listed)).toEqual(listed);
  });
});
