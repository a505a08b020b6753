import { describe, expect, test } from "vitest";
import { FreezeKinds } from "#core/freeze/freeze-kind.ts";
import table from "#resources/freeze-kinds.json" with { type: "json" };

const kinds = FreezeKinds.parse(table);
const row = (rule: string) => kinds.find((kind) => kind.rule === rule);
const months = (count: number) => ({ unit: "months", count });
const days = (count: number) => ({ unit: "days", count });
const hours = (count: number) => ({ unit: "hours", count });

/** Table 3.4: rule, organ, whether it deducts, longest term, extended term, renewal. */
const table34 = [
  ["F-COURT", "court", true, months(12), undefined, { longest: months(12) }],
  [
    "F-POLICE",
    "police",
    false,
    months(6),
    months(12),
    { longest: months(6), extended: months(12) },
  ],
  [
    "F-PROC",
    "procuratorate",
    false,
    months(6),
    months(12),
    { longest: months(6), extended: months(12) },
  ],
  [
    "F-SUPV",
    "supervision",
    false,
    months(6),
    months(12),
    { longest: months(6), extended: months(12) },
  ],
  [
    "F-STATE",
    "state-security",
    false,
    months(6),
    months(12),
    { longest: months(6), extended: months(12) },
  ],
  ["F-TAX", "tax", true, months(6), months(24), { longest: months(6) }],
  ["F-CUST", "customs", true, { unit: "open" }, undefined, undefined],
  [
    "F-CSRC",
    "csrc",
    false,
    months(6),
    undefined,
    { longest: months(3), atMost: 6, total: months(24) },
  ],
  ["F-ADMIN", "administrative", false, days(30), undefined, { longest: days(30), atMost: 1 }],
  ["F-TERROR", "terrorism", false, months(2), undefined, { longest: months(1), atMost: 1 }],
  ["F-AML", "aml", false, hours(48), undefined, undefined],
  ["F-STOP", "emergency-stop", false, hours(48), undefined, { longest: hours(48), atMost: 1 }],
] as const;

describe("the table of organs (3.4)", () => {
  test.each(table34)("%s", (rule, kind, deducts, longest, extended, renewal) => {
    expect(row(rule)).toMatchObject({ kind, deducts, longest });
    expect(row(rule)?.extended).toEqual(extended);
    expect(row(rule)?.renewal).toEqual(renewal);
    expect(row(rule)?.statutes.join()).toMatch(/\S/);
  });

  test("F01: knows these organs and no other", () => {
    expect(kinds.map(({ rule }) => rule)).toEqual(table34.map(([rule]) => rule));
  });

  test("F03: a court brings ruling and execution permit, others notice and work permit", () => {
    expect(row("F-COURT")?.papers.freeze).toEqual([
      ...["work-permit", "execution-permit", "ruling", "notice"],
    ]);
    expect(row("F-POLICE")?.papers.freeze).toEqual(["work-permit", "notice"]);
    expect(row("F-STOP")?.papers.freeze).toEqual(["stop-request"]);
  });

  test("F03: for a query every organ brings permits and 协助查询通知书, and nothing else", () => {
    const permits = (rule: string) => (rule === "F-COURT" ? ["execution-permit"] : []);

    for (const { rule, papers } of kinds) {
      expect(papers.query).toEqual(["work-permit", ...permits(rule), "query-notice"]);
    }
  });

  test("5.4: for a deduction a court brings its ruling and 协助扣划通知书; who deducts not has none", () => {
    expect(row("F-COURT")?.papers.deduct).toEqual([
      ...["work-permit", "execution-permit", "ruling", "deduct-notice"],
    ]);
    expect(row("F-TAX")?.papers.deduct).toEqual(["work-permit", "deduct-notice"]);
    expect(row("F-POLICE")?.papers.deduct).toBeUndefined();
  });
});

describe("the table checks itself", () => {
  const accepts = (rows: readonly object[]) => FreezeKinds.safeParse(rows).success;
  const withRow = (rule: string, change: object) =>
    table.map((kind) => (kind.rule === rule ? { ...kind, ...change } : kind));

  test("as it is shipped it is whole", () => {
    expect(accepts(table)).toBe(true);
  });

  test("without a row, or with one twice, it is not", () => {
    expect(accepts(table.slice(1))).toBe(false);
    expect(accepts([...table.slice(1), ...table.slice(1, 2)])).toBe(false);
    expect(accepts([...table, ...table.slice(0, 1)])).toBe(false);
  });

  test("with one rule for two kinds it is not", () => {
    expect(accepts(withRow("F-AML", { rule: "F-STOP" }))).toBe(false);
  });

  test("with an extended term and nobody to approve it, it is not", () => {
    expect(accepts(withRow("F-POLICE", { extendedBy: undefined }))).toBe(false);
    expect(accepts(withRow("F-COURT", { extendedBy: { zh: "院长", en: "president" } }))).toBe(
      false,
    );
  });

  test("with an extended term that is no longer, or of another unit, it is not", () => {
    expect(accepts(withRow("F-POLICE", { extended: months(6) }))).toBe(false);
    expect(accepts(withRow("F-POLICE", { extended: months(7) }))).toBe(true);
    expect(accepts(withRow("F-POLICE", { extended: days(400) }))).toBe(false);
  });

  test("with a total no longer than the first term it is not", () => {
    const renewal = (total: object) => ({ renewal: { longest: months(3), atMost: 6, total } });

    expect(accepts(withRow("F-CSRC", renewal(months(6))))).toBe(false);
    expect(accepts(withRow("F-CSRC", renewal(months(7))))).toBe(true);
  });

  test("without a statute or without papers it is not", () => {
    expect(accepts(withRow("F-COURT", { statutes: [] }))).toBe(false);
    const query = ["work-permit", "query-notice"];
    const freeze = ["work-permit", "notice"];
    expect(accepts(withRow("F-POLICE", { papers: { query, freeze } }))).toBe(true);
    expect(accepts(withRow("F-POLICE", { papers: { query, freeze: [] } }))).toBe(false);
    expect(accepts(withRow("F-POLICE", { papers: { freeze } }))).toBe(false);
  });

  test("with papers for a deduction that the organ may not make, or without, it is not", () => {
    const papers = { query: ["work-permit"], freeze: ["notice"] };
    expect(accepts(withRow("F-POLICE", { papers: { ...papers, deduct: ["notice"] } }))).toBe(false);
    expect(accepts(withRow("F-COURT", { papers }))).toBe(false);
  });
});
