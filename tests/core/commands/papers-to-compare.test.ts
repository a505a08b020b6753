import { describe, expect, test } from "vitest";
import { papersToCompare } from "#core/commands/papers-to-compare.ts";
import { type TransactionRequest, transactions } from "#core/contract/transactions.ts";
import { openCounter, type RawRequest } from "#tests/support/counter.ts";
import { agent } from "#tests/support/loss-requests.ts";

const counter = openCounter();
const ref = counter.keep({ type: "document", kind: "passport", number: "E12345678" });
const seen = {
  books: counter.books(),
  evidence: (name: string) =>
    name === ref
      ? ({ type: "document", kind: "passport", number: "E12345678" } as const)
      : undefined,
};

/** The papers of a request as a window sends it. */
function papersOf({ code, input }: RawRequest) {
  const parsed = transactions[code].parse(input);
  return papersToCompare({ code, input: parsed } as TransactionRequest, seen);
}

const typed = { by: "typed", kind: "resident-id", number: "11010119900307863X" } as const;
const read = { by: "reader", ref } as const;

describe("what a checker compares with the screen (D04)", () => {
  test("T09: of a report by an agent both documents, how each was read, and the signed application", () => {
    const papers = papersOf({
      code: "4002",
      input: {
        ...{ card: "k-1", medium: "card", numbering: "new", reason: "遗失", fee: "cash" },
        reporter: { by: "agent", agent },
        identity: { document: read, check: "match-with-photo" },
        signed: true,
      },
    });

    expect(papers).toEqual([
      {
        ...{ what: "document", of: "holder", kind: "passport", by: "reader" },
        check: "match-with-photo",
      },
      expect.objectContaining({ what: "document", of: "agent", kind: agent.documentKind }),
      { what: "signature" },
    ]);
  });

  test("L11: of a replacement the collection paper too", () => {
    const papers = papersOf({
      code: "4007",
      input: {
        ...{ lossCase: "02002603180001", slip: "020020260318000001", numbering: "new" },
        identity: { document: typed, check: "match-with-photo" },
        ...{ fee: "cash", signed: true },
      },
    });

    expect(papers.map(({ what }) => what)).toEqual(["document", "slip", "signature"]);
    expect(papers[0]).toMatchObject({ kind: "resident-id", by: "typed" });
  });

  test("9003: a slip that is to be printed again is no paper that somebody brought", () => {
    expect(
      papersOf({ code: "9003", input: { slip: "020020260318000001", reason: "卡纸" } }),
    ).toEqual([]);
  });

  test("F02, F03: of a measure its papers, and both officers unless they came by network", () => {
    const papers = {
      organ: { kind: "court", name: "朝阳区人民法院" },
      documentNumber: "（2026）京01执1号",
      shown: ["work-permit", "ruling", "notice"],
      officers: [
        { name: "经办甲", permit: "京A0001", permitValidTo: "2030-12-31" },
        { name: "经办乙", permit: "京A0002", permitValidTo: "2030-12-31" },
      ],
      deliveredAt: 1_773_799_200_000,
    } as const;
    const ofCounter = papersOf({ code: "6005", input: { order: "f-1", papers: papers as never } });
    const byNetwork = papersOf({
      code: "6005",
      input: { order: "f-1", papers: { ...papers, delivery: "network" } as never },
    });

    const shown = papers.shown.map((paper) => ({ what: "organ-paper", paper }));
    expect(ofCounter).toEqual([...shown, { what: "officers" }]);
    expect(byNetwork).toEqual(shown);
  });

  test("K01: names papers and no number of a person", () => {
    const papers = papersOf({
      code: "4002",
      input: {
        ...{ card: "k-1", medium: "card", numbering: "new", reason: "遗失", fee: "cash" },
        reporter: { by: "agent", agent },
        identity: { document: typed, check: "match-with-photo" },
        signed: true,
      },
    });

    expect(JSON.stringify(papers)).not.toContain(typed.number);
    expect(JSON.stringify(papers)).not.toContain(agent.documentNumber);
  });
});
