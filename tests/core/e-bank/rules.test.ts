import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { defaultEBankRules, EBankRules, FeePeriod, feeOn } from "#core/e-bank/rules.ts";
import { fc } from "#tests/support/fast-check.ts";

const { passwordCardFees, usbKeyFees, limits } = defaultEBankRules;
const cardFeeOn = (day: string) => feeOn(passwordCardFees, businessDate(day));

describe("the fee table", () => {
  test("P36: has the promotion of half a year, from 10 August 2006 to 31 January 2007", () => {
    expect(cardFeeOn("2006-08-09")).toBeUndefined();
    expect(cardFeeOn("2006-08-10")).toMatchObject({ amount: 0, promotion: true });
    expect(cardFeeOn("2007-01-31")).toMatchObject({ amount: 0, promotion: true });
    expect(cardFeeOn("2007-02-01")).toMatchObject({ amount: 0, promotion: false });
  });

  test("P37: gives the password card free of charge, with no end", () => {
    expect(cardFeeOn("2026-03-18")).toMatchObject({ amount: 0, promotion: false });
    expect(cardFeeOn("2099-12-31")).toMatchObject({ amount: 0, promotion: false });
  });

  test("3.13: takes 60 yuan for a U盾", () => {
    expect(feeOn(usbKeyFees, businessDate("2026-03-18"))?.amount).toBe(60_00);
  });

  test("P36: lets the line that began last hold where two do, in whatever order they stand", () => {
    const older = FeePeriod.parse({ from: "2026-01-01", amount: 60_00, promotion: false });
    const newer = FeePeriod.parse({ from: "2026-03-01", amount: 50_00, promotion: false });
    const day = businessDate("2026-03-01");

    expect(feeOn([older, newer], day)).toBe(newer);
    expect(feeOn([newer, older], day)).toBe(newer);
    expect(feeOn([newer, older], businessDate("2026-02-28"))).toBe(older);
    expect(feeOn([], day)).toBeUndefined();
  });

  // Goal: whatever the table, the line found holds on the day, and none that began later does.
  // Method: draw tables of days in one year, and look at every line.
  test("P36: never gives a line outside its days, nor one that another has overtaken", () => {
    const dayOfYear = fc
      .integer({ min: 0, max: 364 })
      .map((number) =>
        businessDate(new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10)),
      );
    const line = fc.record({
      from: dayOfYear,
      to: fc.option(dayOfYear, { nil: undefined }),
      amount: fc.nat(100_00),
      promotion: fc.boolean(),
    });

    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), dayOfYear, (lines, today) => {
        const table = lines.map((one) => FeePeriod.parse(one));
        const holding = table.filter(
          ({ from, to }) => from <= today && (to === undefined || today <= to),
        );
        const found = feeOn(table, today);
        expect(found === undefined).toBe(holding.length === 0);
        expect(holding.every(({ from }) => found !== undefined && from <= found.from)).toBe(true);
        expect(found === undefined || holding.includes(found)).toBe(true);
      }),
    );
  });
});

describe("the limits", () => {
  test("P38: of a password card are 1,000 yuan a payment and 5,000 a day", () => {
    expect(limits.card).toEqual({ single: 1_000_00, day: 5_000_00 });
  });

  test("P39: of a U盾 are none: the parameters have no line for one", () => {
    expect(Object.keys(limits)).toEqual(["static", "card"]);
  });

  test("P40: trust a static password with less than a card, in each of the two", () => {
    const ofStatic = (single: number, day: number) =>
      EBankRules.safeParse({
        ...defaultEBankRules,
        limits: { ...limits, static: { single, day } },
      }).success;

    expect(ofStatic(999_99, 4_999_99)).toBe(true);
    expect(ofStatic(1_000_00, 4_999_99)).toBe(false);
    expect(ofStatic(999_99, 5_000_00)).toBe(false);
  });
});
