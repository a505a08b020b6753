import { describe, expect, test } from "vitest";
import { renewFreeze } from "#core/commands/renew-freeze.ts";
import { transactions } from "#core/contract/transactions.ts";
import type { FreezeKindName } from "#core/freeze/freeze-kind.ts";
import type { RawInput } from "#tests/support/counter.ts";
import {
  type FreezeDesk,
  moment,
  openFreezeDesk,
  orderOf,
  papersOf,
} from "#tests/support/freeze-desk.ts";

type Term = RawInput<"6001">["term"];
const months = (count: number): Term => ({ unit: "months", count });
const days = (count: number): Term => ({ unit: "days", count });
const hours = (count: number): Term => ({ unit: "hours", count });

const ordered = (kind: FreezeKindName, term: Term, isExtended = false) =>
  orderOf(1_00, { papers: papersOf(kind), term, isExtended });
const refusal = (desk: FreezeDesk, kind: FreezeKindName, term: Term, isExtended = false) =>
  desk.refusal({ code: "6001", input: ordered(kind, term, isExtended) });

/** Longest terms of table 3.4, each with the first that is too long. */
const longest = [
  ["F-COURT", "court", months(12), months(13)],
  ["F-POLICE", "police", months(6), months(7)],
  ["F-PROC", "procuratorate", months(6), months(7)],
  ["F-SUPV", "supervision", months(6), months(7)],
  ["F-STATE", "state-security", months(6), months(7)],
  ["F-TAX", "tax", months(6), months(7)],
  ["F-CSRC", "csrc", months(6), months(7)],
  ["F-ADMIN", "administrative", days(30), days(31)],
  ["F-TERROR", "terrorism", months(2), months(3)],
  ["F-AML", "aml", hours(48), hours(49)],
] as const;

/** Terms with the higher approval, each with the first that is too long. */
const extended = [
  ["F-POLICE", "police", months(12), months(13)],
  ["F-PROC", "procuratorate", months(12), months(13)],
  ["F-SUPV", "supervision", months(12), months(13)],
  ["F-STATE", "state-security", months(12), months(13)],
  ["F-TAX", "tax", months(24), months(25)],
] as const;

describe("the term of an order", () => {
  test.each(longest)("%s: is at most the law's", (_rule, kind, most, tooLong) => {
    const desk = openFreezeDesk();

    expect(refusal(desk, kind, most)).toBeUndefined();
    expect(refusal(desk, kind, tooLong)).toEqual({ code: "freeze.term-too-long", ...most });
  });

  test.each(extended)("%s: is longer with the higher approval", (_rule, kind, most, tooLong) => {
    const desk = openFreezeDesk();

    expect(refusal(desk, kind, most)).toMatchObject({ code: "freeze.term-too-long" });
    expect(refusal(desk, kind, most, true)).toBeUndefined();
    expect(refusal(desk, kind, tooLong, true)).toEqual({ code: "freeze.term-too-long", ...most });
  });

  test("F-COURT: no approval makes a year longer", () => {
    expect(refusal(openFreezeDesk(), "court", months(13), true)).toEqual({
      code: "freeze.term-too-long",
      ...months(12),
    });
  });

  test("F-CUST: lasts until the tax is paid, or as long as the notice says", () => {
    const desk = openFreezeDesk();
    const id = desk.freeze(ordered("customs", { unit: "open" }));
    desk.at("2046-03-18");

    desk.preview(desk.deposit(1));

    expect(desk.order(id)).toMatchObject({ status: "active" });
    expect(desk.order(id).endsAt).toBeUndefined();
  });

  test("is counted in the law's unit, and not left open", () => {
    const desk = openFreezeDesk();

    expect(refusal(desk, "aml", days(2))).toEqual({ code: "freeze.term-unit", unit: "hours" });
    expect(refusal(desk, "court", { unit: "open" })).toEqual({
      code: "freeze.term-unit",
      unit: "months",
    });
  });
});

/** Renewals of table 3.4, each with the first that is too long. */
const renewals = [
  ["F-COURT", "court", months(12), months(12), months(13)],
  ["F-POLICE", "police", months(6), months(6), months(7)],
  ["F-PROC", "procuratorate", months(6), months(6), months(7)],
  ["F-SUPV", "supervision", months(6), months(6), months(7)],
  ["F-STATE", "state-security", months(6), months(6), months(7)],
  ["F-TAX", "tax", months(6), months(6), months(7)],
  ["F-CSRC", "csrc", months(6), months(3), months(4)],
  ["F-ADMIN", "administrative", days(30), days(30), days(31)],
  ["F-TERROR", "terrorism", months(2), months(1), months(2)],
] as const;

describe("the renewal of an order", () => {
  test.each(renewals)("%s: is at most the law's", (_rule, kind, first, most, tooLong) => {
    const desk = openFreezeDesk();
    const id = desk.freeze(ordered(kind, first));

    expect(desk.refusal(desk.renew(id, most, kind))).toBeUndefined();
    expect(desk.refusal(desk.renew(id, tooLong, kind))).toEqual({
      code: "freeze.term-too-long",
      ...most,
    });
  });

  test("F-POLICE: is longer with the higher approval", () => {
    const desk = openFreezeDesk();
    const id = desk.freeze(ordered("police", months(6)));
    const renewed = (count: number) =>
      desk.refusal(desk.renew(id, months(count), "police", { isExtended: true }));

    expect(renewed(12)).toBeUndefined();
    expect(renewed(13)).toMatchObject({ code: "freeze.term-too-long" });
  });

  test.each([
    ["F-ADMIN", "administrative", days(30), days(30), "2026-04-18"],
    ["F-TERROR", "terrorism", months(2), months(1), "2026-05-19"],
  ] as const)("%s: comes once and not twice", (_rule, kind, first, more, firstEnd) => {
    const desk = openFreezeDesk();
    const id = desk.freeze(ordered(kind, first));
    desk.does(desk.renew(id, more, kind));
    desk.at(firstEnd);

    expect(desk.refusal(desk.renew(id, more, kind))).toEqual({
      code: "freeze.renewals-used",
      atMost: 1,
    });
  });

  test("F-ADMIN: when it is over the bank releases by itself", () => {
    const desk = openFreezeDesk();
    const id = desk.freeze(ordered("administrative", days(30)));
    desk.does(desk.renew(id, days(30), "administrative"));
    desk.at("2026-05-17 23:59:59");
    desk.preview(desk.deposit(1));
    expect(desk.status(id)).toBe("active");
    desk.at("2026-05-18 00:00:00");

    desk.preview(desk.deposit(1));

    expect(desk.status(id)).toBe("expired");
  });

  test.each([
    ["F-AML", "aml", hours(48)],
    ["F-CUST", "customs", { unit: "open" }],
  ] as const)("%s: is not to be had", (_rule, kind, term) => {
    const desk = openFreezeDesk();
    const id = desk.freeze(ordered(kind, term));

    expect(desk.refusal(desk.renew(id, term, kind))).toEqual({ code: "freeze.not-renewable" });
  });

  test("F-AML: without more the bank releases after 48 hours, to the minute", () => {
    const desk = openFreezeDesk();
    const id = desk.freeze(ordered("aml", hours(48)));
    desk.at("2026-03-20 10:14:59");
    desk.preview(desk.deposit(1));
    expect(desk.status(id)).toBe("active");
    desk.at("2026-03-20 10:15:00");

    desk.preview(desk.deposit(1));

    expect(desk.status(id)).toBe("expired");
  });

  test("F-CSRC: comes six times of three months, two years in all, and not a seventh", () => {
    const desk = openFreezeDesk();
    const id = desk.freeze(ordered("csrc", months(6)));
    const ends = ["2026-09-19", "2026-12-19", "2027-03-19", "2027-06-19", "2027-09-19"];
    desk.does(desk.renew(id, months(3), "csrc"));
    for (const end of ends) {
      desk.at(end);
      desk.does(desk.renew(id, months(3), "csrc"));
    }

    expect(desk.order(id).endsAt).toBe(moment("2028-03-19"));
    desk.at("2027-12-19");
    expect(desk.refusal(desk.renew(id, months(3), "csrc"))).toEqual({
      code: "freeze.renewals-used",
      atMost: 6,
    });
  });

  test("F-CSRC: two years in all is a limit of its own, to the day", () => {
    const desk = openFreezeDesk();
    const id = desk.freeze(ordered("csrc", months(6)));
    const context = desk.context();
    const renewed = (count: number) => {
      const input = transactions["6002"].parse(desk.renew(id, months(count), "csrc").input);
      const freezeKinds = context.freezeKinds.map((row) =>
        row.renewal?.total
          ? { ...row, renewal: { ...row.renewal, longest: { unit: "months" as const, count: 60 } } }
          : row,
      );
      return renewFreeze(input, { ...context, freezeKinds });
    };

    expect(renewed(18).ok).toBe(true);
    expect(renewed(19)).toEqual({
      ok: false,
      refusal: { code: "freeze.total-too-long", ...months(24) },
    });
  });
});

describe("the power to deduct", () => {
  test.each([
    ["F-COURT", "court", months(12), undefined],
    ["F-TAX", "tax", months(6), undefined],
    ["F-CUST", "customs", { unit: "open" }, undefined],
    ["F-POLICE", "police", months(6), "freeze.deducts-not"],
    ["F-PROC", "procuratorate", months(6), "freeze.deducts-not"],
    ["F-SUPV", "supervision", months(6), "freeze.deducts-not"],
    ["F-STATE", "state-security", months(6), "freeze.deducts-not"],
    ["F-CSRC", "csrc", months(6), "freeze.deducts-not"],
    ["F-ADMIN", "administrative", days(30), "freeze.deducts-not"],
    ["F-TERROR", "terrorism", months(2), "freeze.deducts-not"],
    ["F-AML", "aml", hours(48), "freeze.deducts-not"],
  ] as const)("%s", (_rule, kind, term, code) => {
    const desk = openFreezeDesk();
    const id = desk.freeze(ordered(kind, term));

    expect(desk.refusal(desk.deduct(id, 1, kind))?.code).toBe(code);
  });
});
