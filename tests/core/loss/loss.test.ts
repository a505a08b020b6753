import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { BranchCode } from "#core/branch/branch.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { Card } from "#core/card/card.ts";
import { isOpenOn, withSlip } from "#core/loss/collection.ts";
import { isOpen, LossCase, LossKind, LossStatus, statusOn } from "#core/loss/loss-case.ts";
import { LossEntry, lossCaseAfter } from "#core/loss/loss-entry.ts";
import { nextCaseNumber, reportable } from "#core/loss/report.ts";
import { card, lossCase as invented } from "#tests/main/ledger/invented.ts";

const TODAY = businessDate("2026-03-18");
const of = { card: "k-1", account: "a-1", customer: "c-1" };
const lossCase = (over: Partial<z.input<typeof LossCase>> = {}) =>
  LossCase.parse({ ...invented(1, of), ...over });
const lost = Card.parse(card(1, of));

describe("the number of a case", () => {
  const branch = BranchCode.parse("0200");

  test("5.2: is branch, date and the first free serial of the day", () => {
    expect(nextCaseNumber(branch, TODAY, () => false)).toBe("02002603180001");
    expect(nextCaseNumber(branch, TODAY, (number) => number < "02002603180042")).toBe(
      "02002603180042",
    );
  });

  test("5.2: begins anew every day", () => {
    const taken = (number: string) => number === "02002603180001";

    expect(nextCaseNumber(branch, businessDate("2026-03-19"), taken)).toBe("02002603190001");
  });

  test("5.2: reaches 9999 a day, and beyond that something is wrong with the books", () => {
    expect(nextCaseNumber(branch, TODAY, (number) => number < "02002603189999")).toBe(
      "02002603189999",
    );
    expect(() => nextCaseNumber(branch, TODAY, () => true)).toThrow("Invariant broken");
  });
});

describe("one open case per card and kind", () => {
  test("5.2: the kinds exclude each other as card and PIN do", () => {
    const excluded = LossKind.options.map((open) =>
      LossKind.options.filter(
        (kind) => !reportable(lost, [lossCase({ kind: open })], kind, TODAY).ok,
      ),
    );

    expect(excluded).toEqual([
      ["card", "both"],
      ["pin", "both"],
      ["card", "pin", "both"],
    ]);
  });

  test("5.2: a case that is over, or that has lapsed by the clock, stands in nobody's way", () => {
    const inTheWay = LossStatus.options.filter(
      (status) => !reportable(lost, [lossCase({ status })], "card", TODAY).ok,
    );

    expect(inTheWay).toEqual(["oral-active", "formal-waiting", "matured"]);
    expect(reportable(lost, [lossCase()], "card", businessDate("2026-03-23"))).toEqual({
      ok: false,
      refusal: { code: "loss.already-reported", lossCase: "02002603180001" },
    });
    expect(reportable(lost, [lossCase()], "card", businessDate("2026-03-24")).ok).toBe(true);
  });

  test("5.1: only a card in the customer's hands can be lost", () => {
    expect(reportable({ ...lost, life: "made" }, [], "card", TODAY)).toEqual({
      ok: false,
      refusal: { code: "loss.not-reportable", life: "made" },
    });
    expect(reportable({ ...lost, life: "issued-inactive" }, [], "card", TODAY).ok).toBe(true);
  });
});

describe("the status of a case by the clock", () => {
  const on = (over: Partial<z.input<typeof LossCase>>, day: string) =>
    statusOn(lossCase(over), businessDate(day));

  test("T06: an oral report is over the day after its last day", () => {
    expect(on({}, "2026-03-23")).toBe("oral-active");
    expect(on({}, "2026-03-24")).toBe("lapsed");
    expect(isOpenOn(lossCase(), businessDate("2026-03-23"))).toBe(true);
    expect(isOpenOn(lossCase(), businessDate("2026-03-24"))).toBe(false);
  });

  test("T06: a written one matures on its day", () => {
    const waiting = { status: "formal-waiting", maturesOn: "2026-03-26" } as const;

    expect(on(waiting, "2026-03-25")).toBe("formal-waiting");
    expect(on(waiting, "2026-03-26")).toBe("matured");
  });

  test("5.2: what has ended stays as it ended", () => {
    const ended = [
      "lapsed",
      "withdrawn",
      "closed-replaced",
      "closed-account",
      "closed-pin",
    ] as const;

    expect(ended.map((status) => on({ status, maturesOn: "2026-03-26" }, "2026-05-01"))).toEqual(
      ended,
    );
    expect(ended.filter((status) => isOpen(lossCase({ status })))).toEqual([]);
  });
});

describe("the slip of a case", () => {
  test("L11: is the paper in hand or it is not", () => {
    const slip = "020020260318000001";
    const mismatch = { ok: false, refusal: { code: "loss.slip-mismatch" } };

    expect(withSlip(lossCase({ slip }), slip).ok).toBe(true);
    expect(withSlip(lossCase({ slip }), "020020260318000002")).toEqual(mismatch);
    expect(withSlip(lossCase({ slip }), undefined)).toEqual(mismatch);
    expect(withSlip(lossCase(), undefined)).toEqual(mismatch);
  });
});

describe("what becomes of a case", () => {
  const afterwards = (
    over: Partial<z.input<typeof LossCase>>,
    entry: Exclude<z.input<typeof LossEntry>, { type: "loss.reported" }>,
  ) => {
    const parsed = LossEntry.parse(entry);
    if (parsed.type === "loss.reported") throw new Error("a case is reported once");
    return lossCaseAfter(lossCase(over), parsed);
  };
  const number = "02002603180001";

  test("5.2: is told by entries, and the report itself stays", () => {
    const formal = {
      formalOn: "2026-03-20",
      maturesOn: "2026-03-28",
      slip: "020020260320000001",
      numbering: "same",
    } as const;

    expect(
      afterwards({}, { type: "loss.upgraded", lossCase: number, kind: "card", ...formal }),
    ).toEqual(lossCase({ status: "formal-waiting", ...formal }));
    expect(afterwards({}, { type: "loss.lapsed", lossCase: number })).toEqual(
      lossCase({ status: "lapsed" }),
    );
    expect(afterwards(formal, { type: "loss.matured", lossCase: number })).toEqual(
      lossCase({ ...formal, status: "matured" }),
    );
    expect(afterwards({}, { type: "loss.withdrawn", lossCase: number })).toEqual(
      lossCase({ status: "withdrawn" }),
    );
    expect(afterwards({}, { type: "loss.card-ordered", lossCase: number, order: "o-1" })).toEqual(
      lossCase({ order: "o-1" }),
    );
    expect(
      afterwards(formal, { type: "loss.closed", lossCase: number, outcome: "closed-pin" }),
    ).toEqual(lossCase({ ...formal, status: "closed-pin" }));
  });

  test("T13: a lost slip sends it back to waiting, for good without a way to withdraw it", () => {
    const slip = "020020260318000002";
    const entry = { lossCase: number, maturesOn: "2026-04-03", slip };

    expect(afterwards({ status: "matured" }, { type: "loss.slip-lost", ...entry })).toEqual(
      lossCase({ status: "formal-waiting", maturesOn: "2026-04-03", slip, slipLost: true }),
    );
  });
});
