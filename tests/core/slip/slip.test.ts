import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { instant } from "#core/calendar/instant.ts";
import { fen } from "#core/money/fen.ts";
import { factNames, terms } from "#core/slip/fact-name.ts";
import { dateFact, instantFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import { Fact } from "#core/slip/slip.ts";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

describe("the lines of a slip", () => {
  test("3.12: are text, days, moments, amounts and words from closed lists", () => {
    const lines = [
      textFact("customer", "顾客1"),
      dateFact("maturesOn", businessDate("2026-03-26")),
      instantFact("acceptedAt", instant(0)),
      moneyFact("fee", fen(10_00)),
      termFact("note", "note.bring-slip"),
    ];

    expect(lines.map((line) => Fact.parse(line))).toEqual(lines);
    expect(lines.map(({ kind }) => kind)).toEqual(["text", "date", "instant", "money", "term"]);
  });

  test("3.12: have names and words that each stand once in their list", () => {
    expect(new Set(factNames).size).toBe(factNames.length);
    expect(new Set(terms).size).toBe(terms.length);
    expect(Fact.safeParse({ name: "pan", kind: "text", text: "1" }).success).toBe(false);
    expect(Fact.safeParse({ name: "note", kind: "term", term: "note.none" }).success).toBe(false);
  });
});

describe("the slip of a transaction", () => {
  test("3.12: bears branch, time, teller, approver, journal number and the lines of the preview", () => {
    const desk = openLossDeskFor();
    const request = desk.formal("k-1");
    const preview = desk.preview(request);

    const { batch } = desk.does(request);

    const [slip] = desk.books().all("slip");
    expect(slip).toEqual({
      number: "020020260318000001",
      kind: "loss-application",
      code: "4002",
      branch: "0200",
      branchName: "样例支行",
      teller: "0001",
      approvers: ["0100"],
      issuedAt: batch.recordedAt,
      sequence: batch.sequence,
      facts: preview.ok && preview.value.outcome.facts,
      relations: [],
      reprints: 0,
      prints: 0,
      status: "valid",
    });
  });

  test("K01, U07: never bears a whole card, document or phone number, whatever is done", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1", { caller: { name: "来电人", phone: "13900001111" } }));
    desk.does(desk.upgrade(desk.caseOf("k-1"), { numbering: "same" }));
    desk.does(desk.order(desk.caseOf("k-1")));
    desk.does(desk.arrive("o-1"));
    desk.does(desk.slipLost(desk.caseOf("k-1")));
    desk.at("2026-03-26");
    desk.does(desk.collect("o-1"));
    desk.does(desk.activate("k-2"));
    desk.does(desk.payOut("k-2"));
    desk.does(desk.exchange("k-2"));

    const { documentNumber } = desk.see("customer", "c-1");
    const paper = JSON.stringify(desk.books().all("slip"));
    expect(desk.books().count("slip")).toBe(8);
    for (const secret of [desk.see("card", "k-1").pan, desk.see("card", "k-3").pan]) {
      expect(paper).not.toContain(secret);
    }
    expect(paper).not.toContain(documentNumber);
    expect(paper).not.toContain("13900001111");
    expect(paper).not.toContain("246813");
  });

  test("3.12: of an activation there is none", () => {
    const desk = openLossDeskFor({ card: { life: "issued-inactive" } });

    desk.does(desk.activate("k-1"));

    expect(desk.books().count("slip")).toBe(0);
  });
});
