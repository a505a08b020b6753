import { describe, expect, test } from "vitest";
import { parameterRows, valueFrom, valueIn, withValue } from "#core/branch/parameter-list.ts";
import { defaultParameters, Parameters } from "#core/branch/parameters.ts";
import { businessDate } from "#core/calendar/business-date.ts";
import { withFeeLine } from "#core/commands/fee-table.ts";
import { withRight } from "#core/commands/rights-table.ts";
import { feeLineOn } from "#core/fee/fee-line.ts";
import { riskRows } from "#core/risk/risk-rows.ts";
import { openPeopleDesk } from "#tests/support/people-desk.ts";

const change = (path: string, from: string, to: string) =>
  ({ code: "9006", input: { changes: [{ path, from, to }], reason: "总行通知" } }) as const;

describe("9006 parameters", () => {
  test.each(parameterRows)(
    "5.0: $path has a value now that its own shape takes",
    ({ path, shape }) => {
      const now = valueIn(defaultParameters, path);

      expect(valueFrom(now, shape)).toBeDefined();
    },
  );

  test.each(parameterRows.filter(({ shape }) => shape.kind === "count" || shape.kind === "money"))(
    "5.0: $path takes both its bounds, and nothing beyond",
    ({ shape }) => {
      if (shape.kind !== "count" && shape.kind !== "money") return;
      const { least, most } = shape;

      expect(valueFrom(String(least), shape)).toBe(least);
      expect(valueFrom(String(most), shape)).toBe(most);
      expect(valueFrom(String(most + 1), shape)).toBeUndefined();
      expect(valueFrom(String(least - 1), shape)).toBeUndefined();
      for (const wrong of ["", "1.5", "1e3", "x", " 3"])
        expect(valueFrom(wrong, shape)).toBeUndefined();
    },
  );

  test.each(parameterRows.filter(({ shape }) => shape.kind === "count"))(
    "5.0: the bounds of $path are within those of the books",
    ({ path, shape }) => {
      if (shape.kind !== "count") return;
      const alone = (value: number) =>
        Parameters.safeParse(withValue(defaultParameters, path, value)).error?.issues[0]?.path;

      // Beside the others a bound may contradict; alone it must be one the books can hold.
      expect(alone(shape.least) ?? []).not.toContain(path.split(".").at(-1));
      expect(alone(shape.most) ?? []).not.toContain(path.split(".").at(-1));
    },
  );

  test("5.0: no parameter is left out but the tables of their own, and what is fixed by cards", () => {
    const leaves = (part: object, path = ""): readonly string[] =>
      Object.entries(part).flatMap(([key, value]) =>
        typeof value === "object" && !Array.isArray(value)
          ? leaves(value, `${path}${key}.`)
          : [`${path}${key}`],
      );
    const listed: readonly string[] = [...parameterRows, ...riskRows].map(({ path }) => path);

    expect(leaves(defaultParameters).filter((path) => !listed.includes(path))).toEqual([
      ...["lossReportFee", "replacementFee"],
      ...["passwordCard.grid.columns", "passwordCard.grid.rows"],
      ...["passwordCard.grid.cellDigits", "passwordCard.grid.challengeSize"],
      ...["eBank.passwordCardFees", "eBank.usbKeyFees"],
      // The agreement comes with the program that prints it (E07).
      "ePay.agreement",
      // Rules that ask no second person have none to name (9013).
      ...["risk.unmasked-without-transaction.level", "risk.unusual-payment.level"],
    ]);
  });

  test("U08: the outcome has the old value beside the new one, and it holds at once", () => {
    const desk = openPeopleDesk();

    const done = desk.does(change("grantMinutes", "5", "10"));

    expect(done.decision.level).toBe("A3");
    expect(done.decision.outcome.facts[0]).toEqual({
      ...{ name: "parameter", kind: "change", of: "grantMinutes", from: "5", to: "10" },
    });
    expect(desk.see("branch", "branch").parameters.grantMinutes).toBe(10);
  });

  test("9006: a value that somebody set meanwhile is not set over", () => {
    const desk = openPeopleDesk();
    desk.does(change("grantMinutes", "5", "10"));

    expect(desk.refusal(change("grantMinutes", "5", "20"))).toEqual({
      ...{ code: "parameters.changed-meanwhile", path: "grantMinutes", now: "10" },
    });
  });

  test.each([
    ["grantMinutes", "5", "31", "parameters.out-of-bounds"],
    ["grantMinutes", "5", "5", "parameters.nothing-changed"],
    ["nothing", "5", "6", "parameters.unknown"],
    ["rights.0000", "", "teller", "parameters.unknown"],
    ["passwordCard.dayWrong", "3", "11", "parameters.contradict"],
    ["rights.3011", "teller", "teller,auditor", "parameters.right-not-given"],
    ["rights.3011", "teller", "auditor,teller", "parameters.out-of-bounds"],
    ["rights.9006", "branch-head,administrator", "teller", "parameters.right-not-given"],
  ])("9006: %s from %s to %s is refused as %s", (path, from, to, code) => {
    expect(openPeopleDesk().refusal(change(path, from, to))).toMatchObject({ code });
  });

  test("D02: a right given by 9006 counts from the next request on", () => {
    const desk = openPeopleDesk();
    const asked = { code: "9006", input: { changes: [], reason: "x" } } as const;
    desk.does(change("rights.1106", "teller", "teller,supervisor"));

    expect(desk.see("branch", "branch").parameters.rights).toEqual({
      "1106": ["teller", "supervisor"],
    });
    desk.does(change("rights.1106", "teller,supervisor", "teller"));
    expect(desk.see("branch", "branch").parameters.rights).toEqual({});
    expect(asked.code).toBe("9006");
  });

  test("D02: rights in another order than the list's are no rights", () => {
    expect(withRight(defaultParameters, "rights.1106", "supervisor,teller")).toMatchObject({
      ok: false,
    });
  });
});

describe("9006 fees", () => {
  const today = businessDate("2026-03-18");
  const added = (line: string) => withFeeLine(defaultParameters, "fees.loss-report", line, today);

  test("P36: a new line holds from its first day; before it the old rate stays", () => {
    const after = added("2026-04-01//1500/regular");
    if (!after.ok) throw new Error("the line is taken");

    expect(feeLineOn("loss-report", after.value, businessDate("2026-03-31")).amount).toBe(10_00);
    expect(feeLineOn("loss-report", after.value, businessDate("2026-04-01")).amount).toBe(15_00);
  });

  test("P36: a line may begin today, and not yesterday", () => {
    expect(added("2026-03-18//1500/regular")).toMatchObject({ ok: true });
    expect(added("2026-03-17//1500/regular")).toEqual({
      ...{ ok: false, refusal: { code: "parameters.fee-in-the-past" } },
    });
  });

  test.each([
    "2026-03-18/2026-03-17/1500/regular",
    "2026-03-18//-1/regular",
    "2026-03-18//1000001/regular",
    "2026-03-18//1500/always",
    "2026-02-30//1500/regular",
    "",
  ])("9006: %j is no line of a fee", (line) => {
    expect(added(line)).toMatchObject({ refusal: { code: "parameters.out-of-bounds" } });
  });
});
