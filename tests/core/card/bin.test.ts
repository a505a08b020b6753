import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { BinTable, findBin, findOwnBin, mayBeWithdrawn, OwnBin } from "#core/card/bin.ts";
import { Pan } from "#core/card/pan.ts";
import table from "#resources/bin.json" with { type: "json" };

const bins = BinTable.parse(table);

const unusedBin = {
  prefix: "998866",
  issuer: { zh: "本行", en: "This bank" },
  product: "debit",
  panLength: 19,
  serviceCodeBook: "JRT",
  own: true,
  serviceCode: "220",
  validityYears: 10,
  coercivity: "low",
  registration: "assigned",
  registeredOn: "2026-01-15",
  enabledOn: null,
} as const;

const otherBin = {
  prefix: "622848",
  issuer: { zh: "中国农业银行", en: "Agricultural Bank of China" },
  product: "debit",
  panLength: 19,
  serviceCodeBook: "ISO",
  own: false,
} as const;

describe("whose card it is", () => {
  test("N02: the table decides, whatever the first digit", () => {
    expect(findOwnBin(bins, Pan.parse("6222020200123456788"))).toMatchObject({ prefix: "622202" });
    expect(findOwnBin(bins, Pan.parse("9558800200123456788"))).toMatchObject({ prefix: "955880" });
    expect(findOwnBin(bins, Pan.parse("9558800200123453"))).toMatchObject({ panLength: 16 });
    expect(findOwnBin(bins, Pan.parse("9988771234561"))).toMatchObject({ panLength: 13 });
  });

  test("N02: another bank's card is known and not ours", () => {
    const pan = Pan.parse("6228480200123456788");

    expect(findBin(bins, pan)).toMatchObject({ own: false, issuer: { zh: "中国农业银行" } });
    expect(findOwnBin(bins, pan)).toBeUndefined();
  });

  test("N02: a number outside the table belongs to nobody known", () => {
    expect(findBin(bins, Pan.parse("4000000000000002"))).toBeUndefined();
  });

  test("N01: our prefix with another length than our cards have is not our card", () => {
    expect(findBin(bins, Pan.parse("6222020200123450"))).toBeUndefined();
  });

  test("N02: the longer prefix goes before the shorter, wherever it stands", () => {
    const narrow = { ...otherBin, prefix: "62284802" };
    const pan = Pan.parse("6228480200123456788");

    expect(findBin(BinTable.parse({ bins: [otherBin, narrow] }), pan)).toEqual(narrow);
    expect(findBin(BinTable.parse({ bins: [narrow, otherBin] }), pan)).toEqual(narrow);
  });
});

describe("the BIN table", () => {
  test("has a prefix once for each length", () => {
    expect(BinTable.safeParse({ bins: [otherBin, otherBin] }).success).toBe(false);
    expect(BinTable.safeParse({ bins: [otherBin, { ...otherBin, panLength: 16 }] }).success).toBe(
      true,
    );
  });

  test("N02: has prefixes of six to eight digits", () => {
    expect(BinTable.safeParse({ bins: [{ ...otherBin, prefix: "62284" }] }).success).toBe(false);
    expect(BinTable.safeParse({ bins: [{ ...otherBin, prefix: "62284802" }] }).success).toBe(true);
    expect(BinTable.safeParse({ bins: [{ ...otherBin, prefix: "622848040" }] }).success).toBe(
      false,
    );
  });

  test("N02, N10: a range of ours that begins with 9 is assigned, any other is filed", () => {
    expect(OwnBin.safeParse(unusedBin).success).toBe(true);
    expect(OwnBin.safeParse({ ...unusedBin, registration: "filed" }).success).toBe(false);
    expect(OwnBin.safeParse({ ...unusedBin, prefix: "622202" }).success).toBe(false);
    expect(
      OwnBin.safeParse({ ...unusedBin, prefix: "622202", registration: "filed" }).success,
    ).toBe(true);
  });

  test("2.4: a range of ours has a service code that its book knows", () => {
    expect(OwnBin.safeParse({ ...unusedBin, serviceCode: "101" }).success).toBe(false);
    expect(
      OwnBin.safeParse({ ...unusedBin, serviceCode: "101", serviceCodeBook: "ISO" }).success,
    ).toBe(true);
  });

  test("says for a range of ours how its cards are made", () => {
    const { coercivity: _, ...withoutCoercivity } = unusedBin;

    expect(BinTable.safeParse({ bins: [withoutCoercivity] }).success).toBe(false);
  });
});

describe("a range without cards", () => {
  test("N08: may be withdrawn when a year has gone by, and not before", () => {
    const bin = OwnBin.parse(unusedBin);

    expect(mayBeWithdrawn(bin, businessDate("2027-01-15"))).toBe(false);
    expect(mayBeWithdrawn(bin, businessDate("2027-01-16"))).toBe(true);
  });

  test("N08: stays with the bank once a card was made of it", () => {
    const bin = OwnBin.parse({ ...unusedBin, enabledOn: "2026-12-01" });

    expect(mayBeWithdrawn(bin, businessDate("2030-01-01"))).toBe(false);
  });
});
